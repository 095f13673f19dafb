-- Keys are compared byte by byte, whatever the server's locale.

CREATE TABLE directory (
    name text COLLATE "C" PRIMARY KEY,
    -- references to people who may be stored nowhere are kept as HMACs under this key
    reference_key bytea NOT NULL,
    reference_inner bytea NOT NULL,
    reference_outer bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE source (
    directory text COLLATE "C" NOT NULL REFERENCES directory,
    name text COLLATE "C" NOT NULL,
    enabled_at timestamptz,
    -- configuration of the last run that was applied
    applied_digest text,
    watermark timestamptz,
    full_needed boolean NOT NULL DEFAULT true,
    last_full_at timestamptz,
    last_success_at timestamptz,
    last_problem text,
    last_problem_at timestamptz,
    PRIMARY KEY (directory, name)
);

CREATE TABLE run (
    id text COLLATE "C" PRIMARY KEY,
    directory text COLLATE "C" NOT NULL REFERENCES directory,
    source text COLLATE "C",
    state text NOT NULL,
    owner uuid NOT NULL,
    dry_run boolean NOT NULL,
    allow_empty boolean NOT NULL,
    triggered_by text NOT NULL,
    config_digest text NOT NULL,
    snapshot text,
    watermark timestamptz,
    opened_at timestamptz NOT NULL,
    ended_at timestamptz,
    records bigint NOT NULL DEFAULT 0,
    rejected bigint NOT NULL DEFAULT 0,
    out_of_scope bigint NOT NULL DEFAULT 0,
    created bigint NOT NULL DEFAULT 0,
    updated bigint NOT NULL DEFAULT 0,
    removed bigint NOT NULL DEFAULT 0,
    unchanged bigint NOT NULL DEFAULT 0,
    held bigint NOT NULL DEFAULT 0,
    withheld bigint NOT NULL DEFAULT 0,
    messages text[] NOT NULL DEFAULT '{}'
);

CREATE INDEX run_newest ON run (directory, source, opened_at DESC);

-- one applying run of a source at a time
CREATE UNIQUE INDEX run_under_way ON run (directory, source)
    WHERE state IN ('OPEN', 'STAGED') AND NOT dry_run AND source IS NOT NULL;

CREATE TABLE rejection (
    run text COLLATE "C" NOT NULL REFERENCES run ON DELETE CASCADE,
    record text NOT NULL,
    code text NOT NULL,
    message text NOT NULL
);

CREATE INDEX rejection_run ON rejection (run);

CREATE TABLE source_file (
    directory text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    folder text NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    modified_at timestamptz NOT NULL,
    sha256 text NOT NULL,
    config_digest text NOT NULL,
    run text COLLATE "C" NOT NULL,
    applied_at timestamptz NOT NULL,
    PRIMARY KEY (directory, source, folder, name, size, modified_at, sha256)
);

-- the last accepted employee of each source, and what the source says of him now
CREATE TABLE employee (
    directory text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    evidence text NOT NULL,
    digest bytea,
    profile bytea,
    email_key text COLLATE "C",
    number text COLLATE "C",
    user_id uuid,
    clause integer,
    key_ref bytea,
    email_ref bytea,
    number_ref bytea,
    -- what is wanted of the user was not reached: held, withheld or skipped
    pending boolean NOT NULL DEFAULT false,
    run text COLLATE "C" NOT NULL,
    PRIMARY KEY (directory, source, key)
);

CREATE INDEX employee_user ON employee (user_id);

CREATE TABLE directory_user (
    id uuid PRIMARY KEY,
    -- without a foreign key, like plan_action.run: rows come by the million, and only under the directory's lock
    directory text COLLATE "C" NOT NULL,
    external_id text COLLATE "C",
    version bigint NOT NULL,
    access text NOT NULL,
    suspended boolean NOT NULL DEFAULT false,
    email text,
    email_key text COLLATE "C",
    profile bytea NOT NULL,
    manager_id uuid,
    manager_ref bytea,
    manager_by text,
    manager_source text COLLATE "C",
    -- the reference names nobody known yet: tried again at every settling
    manager_open boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    access_ended_at timestamptz,
    next_transition_at timestamptz,
    -- changed by hand since the last run: realigned at the next
    edited boolean NOT NULL DEFAULT false,
    -- the evidence against which a rejected plan keeps the user
    kept_against text,
    -- the loss of access waits for a release since the configuration changed
    held_for text,
    UNIQUE (directory, external_id),
    UNIQUE (directory, email_key) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX directory_user_due ON directory_user (directory, next_transition_at)
    WHERE next_transition_at IS NOT NULL;

CREATE INDEX directory_user_edited ON directory_user (directory) WHERE edited;

CREATE INDEX directory_user_manager_open ON directory_user (directory) WHERE manager_open;

CREATE TABLE plan_action (
    run text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    -- why a withheld or held action is not applied
    obstacle text,
    source text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    user_id uuid NOT NULL,
    user_version bigint NOT NULL,
    reason text NOT NULL,
    signature text NOT NULL,
    evidence text NOT NULL,
    access_before text,
    access text NOT NULL,
    changed text[] NOT NULL,
    email text,
    email_key text COLLATE "C",
    moves_email boolean NOT NULL,
    number text COLLATE "C",
    loses_access boolean NOT NULL,
    profile bytea NOT NULL,
    manager_ref bytea,
    manager_by text,
    next_transition_at timestamptz,
    first_held_at timestamptz,
    PRIMARY KEY (run, seq)
);

-- history and outbox in one: a change is written once, in the transaction that makes it
CREATE TABLE change (
    id bigint GENERATED ALWAYS AS IDENTITY,
    directory text COLLATE "C" NOT NULL,
    user_id uuid NOT NULL,
    user_version bigint NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL,
    run text COLLATE "C",
    at timestamptz NOT NULL,
    external_id text COLLATE "C",
    access text NOT NULL,
    changed text[] NOT NULL,
    email text,
    manager_id uuid,
    profile bytea NOT NULL,
    PRIMARY KEY (directory, id)
);

CREATE INDEX change_user ON change (user_id, user_version);

-- how far each reader of the feed has come
CREATE TABLE feed_position (
    directory text COLLATE "C" NOT NULL,
    consumer text COLLATE "C" NOT NULL,
    last_change bigint NOT NULL,
    moved_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (directory, consumer)
);

CREATE SCHEMA staging;

-- HMAC-SHA256 (RFC 2104) cut to 16 bytes; the padded keys come from the caller
CREATE FUNCTION reference_of(inner_pad bytea, outer_pad bytea, value text) RETURNS bytea
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN substring(sha256(outer_pad || sha256(inner_pad || convert_to(value, 'UTF8'))) FROM 1 FOR 16);
