-- the managers that references mean, found without reading the whole table
CREATE INDEX employee_key_ref ON employee (key_ref) WHERE key_ref IS NOT NULL;
CREATE INDEX employee_email_ref ON employee (email_ref) WHERE email_ref IS NOT NULL;
CREATE INDEX employee_number_ref ON employee (number_ref) WHERE number_ref IS NOT NULL;

-- room beside the rows of which some change every day
ALTER TABLE employee SET (fillfactor = 90);
ALTER TABLE directory_user SET (fillfactor = 90);

-- how many of a source there are, without reading them
CREATE INDEX employee_present ON employee (directory, source) WHERE evidence = 'PRESENT';
