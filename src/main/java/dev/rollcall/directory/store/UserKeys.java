package dev.rollcall.directory.store;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What users are found by beside external id and address: numbers and names, folded, with their kind in front. */
public final class UserKeys {
    private final JdbcTemplate sql;
    private final String directory;

    public UserKeys(JdbcTemplate sql, String directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /** Replaces the keys of one user. */
    public void replace(UUID user, List<String> keys) {
        sql.update("DELETE FROM user_key WHERE directory = ? AND user_id = ?", directory, user);
        add(keys.stream().map(key -> new Object[] {directory, key, user}).toList());
    }

    /**
     * Adds keys of several users, as far as they are not there.
     *
     * @param rows of directory, key and user
     */
    public void add(List<Object[]> rows) {
        sql.batchUpdate("INSERT INTO user_key VALUES (?, ?, ?) ON CONFLICT DO NOTHING", rows);
    }
}
