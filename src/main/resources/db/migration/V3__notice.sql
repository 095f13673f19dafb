-- what people are told: counts and a place to look at, nobody's name
CREATE TABLE notice (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- by which a receiver knows that it has this one already
    key uuid NOT NULL UNIQUE,
    directory text COLLATE "C" NOT NULL,
    source text COLLATE "C",
    kind text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    users bigint NOT NULL,
    path text NOT NULL,
    raised_at timestamptz NOT NULL,
    read_at timestamptz
);

CREATE INDEX notice_newest ON notice (directory, id DESC);

-- what was told and still lasts: it is not told again before it was gone
CREATE TABLE notice_cause (
    directory text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    users bigint NOT NULL,
    detail text NOT NULL,
    -- the newest run that had it
    run text COLLATE "C",
    PRIMARY KEY (directory, source, kind)
);

CREATE TABLE notice_delivery (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    notice bigint NOT NULL REFERENCES notice ON DELETE CASCADE,
    channel text NOT NULL,
    -- the address mail goes to; empty for a webhook
    recipient text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    delivered_at timestamptz,
    -- nobody waits for it any more
    withdrawn_at timestamptz,
    last_problem text,
    UNIQUE (notice, channel, recipient)
);

CREATE INDEX notice_delivery_due ON notice_delivery (next_attempt_at)
    WHERE delivered_at IS NULL AND withdrawn_at IS NULL;

-- what was said at run time outranks the directory's file; an empty recipient is everybody
CREATE TABLE notice_preference (
    directory text COLLATE "C" NOT NULL,
    recipient text NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    wanted boolean NOT NULL,
    PRIMARY KEY (directory, recipient, kind, channel)
);
