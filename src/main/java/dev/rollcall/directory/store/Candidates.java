package dev.rollcall.directory.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Finds whose user may have to change, in SQL, and streams only those in the order of their keys.
 *
 * <p>All methods run in the caller's transaction; the list of keys is a temporary table that ends with it.
 */
public final class Candidates {
    private static final int BUFFER = 5_000;

    private final JdbcTemplate sql;
    private final String directory;

    public Candidates(JdbcTemplate sql, String directory) {
        this.sql = sql;
        this.directory = directory;
        sql.execute("""
                CREATE TEMP TABLE touched (
                    source text COLLATE "C", key text COLLATE "C", staged tid, PRIMARY KEY (source, key))
                ON COMMIT DROP""");
    }

    /**
     * Marks new, changed, returned and departed employees of one source.
     *
     * @param absence whether whoever is not staged counts as absent
     */
    public void touchStaged(StagedTable staged, String source, boolean absence) {
        sql.update("""
                INSERT INTO touched
                SELECT ?, coalesce(s.key, e.key), s.ctid
                FROM (SELECT ctid, key, kind, digest FROM %s WHERE key IS NOT NULL) s
                FULL JOIN (SELECT key, evidence, digest, pending FROM employee WHERE directory = ? AND source = ?) e
                  ON e.key = s.key
                WHERE CASE s.kind
                    WHEN 'accepted' THEN e.key IS NULL OR e.pending OR e.evidence <> 'PRESENT'
                                         OR e.digest IS DISTINCT FROM s.digest
                    WHEN 'gone' THEN e.key IS NOT NULL AND (e.pending OR e.evidence <> 'GONE')
                    WHEN 'left' THEN e.key IS NOT NULL
                    WHEN 'out-of-scope' THEN e.key IS NOT NULL AND (e.pending OR e.evidence <> 'OUT_OF_SCOPE')
                    WHEN 'rejected' THEN e.key IS NOT NULL AND e.pending
                    ELSE e.pending OR (? AND e.evidence = 'PRESENT')
                END""".formatted(staged.sql()), source, directory, source, absence);
    }

    /**
     * Marks employees whose user is due by the calendar, was changed by hand, or did not get what was wanted.
     *
     * @param staged null for a clock run, which has fetched nothing
     */
    public void touchDue(@Nullable StagedTable staged, @Nullable String source, Instant now) {
        int due = sql.update("""
                INSERT INTO touched
                SELECT e.source, e.key
                FROM directory_user u JOIN employee e ON e.user_id = u.id
                WHERE u.directory = ? AND (u.edited OR u.next_transition_at <= ?)
                  AND (?::text IS NULL OR e.source = ?)
                ON CONFLICT DO NOTHING""", directory, Timestamp.from(now), source, source);
        if (due > 0 && staged != null) {
            // without the record he would pass for absent
            sql.update("""
                    UPDATE touched t SET staged = s.ctid
                    FROM %s s WHERE s.key = t.key AND t.source = ? AND t.staged IS NULL""".formatted(staged.sql()), source);
        }
    }

    /**
     * Whether a record was staged as "what was accepted before", and something else was accepted since.
     *
     * <p>Only beside a dry run can another run of its source be applied.
     */
    public boolean outdated(StagedTable staged) {
        return Boolean.TRUE.equals(sql.queryForObject("""
                SELECT EXISTS (
                    SELECT FROM touched t
                    JOIN %s s ON s.ctid = t.staged AND s.kind = 'accepted' AND s.profile IS NULL
                    LEFT JOIN employee e ON e.directory = ? AND e.source = t.source AND e.key = t.key
                    WHERE e.digest IS DISTINCT FROM s.digest)""".formatted(staged.sql()), Boolean.class, directory));
    }

    /** Marks the employees whose actions in this plan are held. */
    public void touchHeld(String run) {
        sql.update(
                "INSERT INTO touched SELECT source, key FROM plan_action WHERE run = ? AND state = 'HELD'"
                        + " ON CONFLICT DO NOTHING",
                run);
    }

    /** How many are marked. */
    public long count() {
        sql.execute("ANALYZE touched");
        Long count = sql.queryForObject("SELECT count(*) FROM touched", Long.class);
        return count == null ? 0 : count;
    }

    /**
     * Streams the marked ones, ordered by source and key, a buffer at a time.
     *
     * @param staged null for a clock run, which has fetched nothing
     */
    public void stream(@Nullable StagedTable staged, Consumer<CandidateRow> consumer) {
        String records = staged == null
                ? "(SELECT NULL::tid AS ctid, NULL::text AS kind, NULL::bytea AS profile, NULL::text AS email_key"
                        + " WHERE false)"
                : staged.sql();
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(sql.getDataSource()));
        streaming.setFetchSize(BUFFER);
        RowCallbackHandler each = row -> consumer.accept(CandidateRow.read(row));
        streaming.query("""
                SELECT t.source, t.key,
                       s.kind AS staged_kind,
                       coalesce(s.profile, CASE s.kind WHEN 'accepted' THEN e.profile END) AS staged_profile,
                       e.evidence, e.profile AS known_profile,
                       u.id AS user_id, u.version AS user_version, u.external_id AS user_external_id,
                       u.access AS user_access, u.suspended AS user_suspended, u.profile AS user_profile,
                       u.email AS user_email, u.next_transition_at AS user_next, u.kept_against AS user_kept,
                       u.held_for AS user_held,
                       x.id AS x_id, x.version AS x_version, x.external_id AS x_external_id, x.access AS x_access,
                       x.suspended AS x_suspended, x.profile AS x_profile, x.email AS x_email,
                       x.next_transition_at AS x_next, x.kept_against AS x_kept, x.held_for AS x_held,
                       m.id AS m_id, m.version AS m_version, m.external_id AS m_external_id, m.access AS m_access,
                       m.suspended AS m_suspended, m.profile AS m_profile, m.email AS m_email,
                       m.next_transition_at AS m_next, m.kept_against AS m_kept, m.held_for AS m_held
                FROM touched t
                LEFT JOIN %s s ON s.ctid = t.staged
                LEFT JOIN employee e ON e.directory = ? AND e.source = t.source AND e.key = t.key
                LEFT JOIN directory_user u ON u.id = e.user_id
                LEFT JOIN directory_user x
                  ON e.user_id IS NULL AND x.directory = ? AND x.external_id = t.source || ':' || t.key
                LEFT JOIN directory_user m
                  ON e.user_id IS NULL AND m.directory = ? AND m.email_key = coalesce(s.email_key, e.email_key)
                ORDER BY t.source, t.key""".formatted(records), each, directory, directory, directory);
    }
}
