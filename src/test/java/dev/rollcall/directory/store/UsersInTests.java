package dev.rollcall.directory.store;

import org.springframework.jdbc.core.JdbcTemplate;

/** The users of a database for a test that wires its parts itself. */
public final class UsersInTests {
    private UsersInTests() {}

    public static KnownUsers of(JdbcTemplate sql) {
        return new KnownUsers(sql);
    }
}
