-- the other managers of a user, a row for each, since few have any
CREATE TABLE additional_manager (
    directory text COLLATE "C" NOT NULL,
    user_id uuid NOT NULL,
    place bigint NOT NULL,
    by text NOT NULL,
    source text COLLATE "C" NOT NULL,
    ref bytea NOT NULL,
    -- null while the reference names nobody known: tried again at every settling
    manager_id uuid,
    PRIMARY KEY (user_id, place)
);

CREATE INDEX additional_manager_directory ON additional_manager (directory, (manager_id IS NULL));
CREATE INDEX additional_manager_of ON additional_manager (manager_id) WHERE manager_id IS NOT NULL;

-- those who are known, in the source's order; null: none
ALTER TABLE directory_user ADD COLUMN additional_manager_ids uuid[];
ALTER TABLE change ADD COLUMN additional_manager_ids uuid[];

-- each as kind:source:reference
ALTER TABLE plan_action ADD COLUMN additional_managers text[];
CREATE INDEX plan_action_additional ON plan_action (run) WHERE additional_managers IS NOT NULL;
