package dev.rollcall.directory.store;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table that one transaction works with, and nobody else sees.
 *
 * <p>A session makes it once and finds it empty in each transaction: made and dropped a dozen at a time, such tables are
 * most of what a run of a few people costs, and what they leave in the catalog makes the next ones slower.
 */
public final class WorkTable {
    private WorkTable() {}

    /**
     * Makes it unless the session has it.
     *
     * @param columns as in CREATE TABLE, without the brackets around them
     */
    public static void make(JdbcTemplate sql, String name, String columns) {
        sql.execute("CREATE TEMP TABLE IF NOT EXISTS %s (%s) ON COMMIT DELETE ROWS".formatted(name, columns));
    }
}
