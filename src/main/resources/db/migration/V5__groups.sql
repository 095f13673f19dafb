-- what people are grouped by and since when they are here, for lists that ask for it
ALTER TABLE directory_user ADD COLUMN group_value text COLLATE "C", ADD COLUMN start_date date;

CREATE INDEX directory_user_group ON directory_user (directory, group_value) WHERE group_value IS NOT NULL;

ALTER TABLE plan_action ADD COLUMN group_value text COLLATE "C";

CREATE INDEX change_event ON change (directory, at) WHERE events <> '{}';
