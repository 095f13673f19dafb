-- who is not to become a user while the source says of him what it said when somebody rejected it
CREATE TABLE rejected_create (
    directory text COLLATE "C" NOT NULL REFERENCES directory,
    source text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    kept_against text NOT NULL,
    PRIMARY KEY (directory, source, key)
);
