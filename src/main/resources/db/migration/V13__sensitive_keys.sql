-- by which keys sensitive values were sealed; a key cannot be found from its fingerprint
CREATE TABLE sensitive_key (fingerprint text PRIMARY KEY, since timestamptz NOT NULL);
