-- a source is set up, tested, enabled, paused, disconnected; whether it was tested stands in its runs
ALTER TABLE source
    ADD COLUMN paused_at timestamptz,
    ADD COLUMN disconnected_at timestamptz;

-- who accepted that a sub-processor handles personal data, until the source is disconnected
CREATE TABLE consent (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    directory text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    accepted_by text NOT NULL,
    accepted_at timestamptz NOT NULL,
    text_version text NOT NULL,
    ended_at timestamptz,
    FOREIGN KEY (directory, source) REFERENCES source
);

CREATE UNIQUE INDEX consent_given ON consent (directory, source) WHERE ended_at IS NULL;

-- the plan of a dry run is deleted after a while
ALTER TABLE run ADD COLUMN plan_deleted_at timestamptz;

CREATE INDEX run_plan_expires ON run (directory, ended_at) WHERE dry_run AND plan_deleted_at IS NULL;
