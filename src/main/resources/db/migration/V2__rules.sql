-- quarantine, participation, several sources for one user, licenses, and plans that show old and new values

ALTER TABLE directory_user
    ADD COLUMN participates boolean NOT NULL DEFAULT true,
    -- when participation will be switched on; null when nothing is awaited
    ADD COLUMN participation_at timestamptz,
    -- the end of the quarantine, written down when it begins and never brought forward
    ADD COLUMN deprovisions_at timestamptz,
    -- more than one employee is linked to the user
    ADD COLUMN several boolean NOT NULL DEFAULT false,
    ADD COLUMN previous_user uuid,
    ADD COLUMN suspended_by text,
    ADD COLUMN suspended_at timestamptz,
    ADD COLUMN suspended_because text;

CREATE INDEX directory_user_several ON directory_user (directory) WHERE several;

-- of somebody deprovisioned only HMACs of his links are left, by which a rehire is known
CREATE TABLE former_link (
    directory text COLLATE "C" NOT NULL,
    ref bytea NOT NULL,
    user_id uuid NOT NULL,
    PRIMARY KEY (directory, ref, user_id)
);

CREATE INDEX directory_user_manager ON directory_user (manager_id) WHERE manager_id IS NOT NULL;

-- somebody who is to become a user on this day
ALTER TABLE employee ADD COLUMN due_at timestamptz;

CREATE INDEX employee_due ON employee (directory, due_at) WHERE due_at IS NOT NULL;

-- what users are matched by beside external id and address, where the directory asks for it
CREATE TABLE user_key (
    directory text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    user_id uuid NOT NULL,
    PRIMARY KEY (directory, key, user_id)
);

CREATE INDEX user_key_user ON user_key (user_id);

-- values of an attribute the application groups people by, each made when it is first seen
CREATE TABLE segment (
    directory text COLLATE "C" NOT NULL,
    attribute text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    run text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (directory, attribute, value)
);

ALTER TABLE plan_action
    ADD COLUMN external_id text COLLATE "C",
    ADD COLUMN participates boolean NOT NULL DEFAULT true,
    ADD COLUMN participation_at timestamptz,
    ADD COLUMN deprovisions_at timestamptz,
    ADD COLUMN manager_source text COLLATE "C",
    ADD COLUMN previous_user uuid,
    -- the user goes into quarantine or is deprovisioned
    ADD COLUMN removes boolean NOT NULL DEFAULT false,
    ADD COLUMN gains_access boolean NOT NULL DEFAULT false,
    ADD COLUMN start_date date,
    ADD COLUMN match_keys text[],
    ADD COLUMN segments text[],
    -- the clause or the date that decided
    ADD COLUMN detail text,
    -- where in what the source sent the record stands
    ADD COLUMN origin text,
    -- what the changed attributes held before
    ADD COLUMN known bytea,
    ADD COLUMN events text[] NOT NULL DEFAULT '{}';

CREATE INDEX plan_action_user ON plan_action (user_id);

ALTER TABLE change
    ADD COLUMN participates boolean NOT NULL DEFAULT true,
    ADD COLUMN suspended boolean NOT NULL DEFAULT false,
    -- joined, moved, left, returned, welcome
    ADD COLUMN events text[] NOT NULL DEFAULT '{}';
