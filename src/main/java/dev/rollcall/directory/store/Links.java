package dev.rollcall.directory.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/** Links between users and a source's people that a person makes or takes away, each with its change. */
public final class Links {
    private final JdbcTemplate sql;
    private final String directory;

    public Links(JdbcTemplate sql, String directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /**
     * Forgets the people of a source and takes its external ids off their users, who stay as they are.
     *
     * <p>Whoever is another source's employee too belongs to that one from now on, and its next run looks at him.
     *
     * @return how many users lost an external id
     */
    public long forget(String source, Instant now) {
        sql.execute("""
                CREATE TEMP TABLE unlinked (id uuid PRIMARY KEY, external_id text COLLATE "C") ON COMMIT DROP""");
        long unlinked = sql.update("""
                INSERT INTO unlinked
                SELECT u.id, (SELECT min(e.source || ':' || e.key) FROM employee e
                              WHERE e.directory = u.directory AND e.user_id = u.id AND e.source <> ?)
                FROM directory_user u WHERE u.directory = ? AND starts_with(u.external_id, ? || ':')""", source, directory, source);
        sql.update("""
                UPDATE directory_user u SET
                    version = u.version + 1, external_id = o.external_id, updated_at = ?,
                    edited = o.external_id IS NOT NULL, kept_against = NULL, held_for = NULL,
                    next_transition_at = CASE WHEN o.external_id IS NOT NULL THEN u.next_transition_at END,
                    manager_ref = CASE WHEN u.manager_source IS DISTINCT FROM ? THEN u.manager_ref END,
                    manager_open = u.manager_open AND u.manager_source IS DISTINCT FROM ?
                FROM unlinked o WHERE u.id = o.id""", Timestamp.from(now), source, source);
        sql.update("DELETE FROM employee WHERE directory = ? AND source = ?", directory, source);
        sql.update("""
                INSERT INTO change (directory, user_id, user_version, kind, reason, at, external_id, access, changed, email,
                                    manager_id, profile)
                SELECT u.directory, u.id, u.version, 'UNLINK', 'disconnected', ?, u.external_id, u.access, '{}', u.email,
                       u.manager_id, u.profile
                FROM directory_user u JOIN unlinked o ON o.id = u.id ORDER BY u.id""", Timestamp.from(now));
        return unlinked;
    }
}
