-- plans for people who never became users, found when their source brings them no more
CREATE INDEX plan_action_unmade ON plan_action (source, key)
    WHERE kind = 'CREATE' AND state NOT IN ('PLANNED', 'APPLIED');
