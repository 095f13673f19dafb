-- those every run looks at again, found without reading the whole table
CREATE INDEX employee_pending ON employee (directory, source) WHERE pending;

CREATE INDEX directory_user_marked ON directory_user (directory)
    WHERE edited OR held_for IS NOT NULL OR kept_against IS NOT NULL;
