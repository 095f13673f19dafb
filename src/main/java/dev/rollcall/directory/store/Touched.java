package dev.rollcall.directory.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Marks, in SQL, the employees whose user may have to change.
 *
 * <p>All methods run in the caller's transaction; the marks are temporary tables that end with it.
 *
 * @param staged null for a clock run, which has fetched nothing
 * @param source null for a clock run
 */
public record Touched(
        JdbcTemplate sql,
        String directory,
        @Nullable StagedTable staged,
        @Nullable String source) {

    /** Who is meant, as the first columns of a table. */
    static final String EMPLOYEE = "source text COLLATE \"C\", key text COLLATE \"C\", PRIMARY KEY (source, key)";

    /** Makes the empty marks; once in a transaction. */
    public Touched {
        WorkTable.make(sql, "touched", EMPLOYEE + ", staged tid");
        WorkTable.make(sql, "matched", EMPLOYEE + ", user_id uuid, tie text NOT NULL");
        WorkTable.make(sql, "former", EMPLOYEE + ", user_id uuid NOT NULL");
        WorkTable.make(sql, "awaited", EMPLOYEE + ", due_at timestamptz, waiting boolean NOT NULL");
        WorkTable.make(sql, "with_source", "user_id uuid PRIMARY KEY");
        WorkTable.make(sql, "scheduled", "user_id uuid PRIMARY KEY, next_at timestamptz");
    }

    /**
     * Marks new, changed, returned and departed employees of the source.
     *
     * @param absence whether whoever is not staged counts as absent
     * @param records how many are staged
     */
    public void byRecord(boolean absence, long records) {
        if (staged == null) {
            return;
        }
        // an accepted record without a profile is what was accepted before
        WorkTable.make(sql, "said", "key text COLLATE \"C\", kind text NOT NULL, staged tid NOT NULL");
        sql.update("INSERT INTO said SELECT key, kind, ctid FROM " + staged.sql()
                + " WHERE kind <> 'accepted' OR profile IS NOT NULL");
        sql.execute("ANALYZE said");
        sql.update("""
                INSERT INTO touched
                SELECT ?, key, staged FROM said WHERE kind = 'accepted'
                UNION ALL
                SELECT e.source, s.key, s.staged
                FROM said s JOIN employee e ON e.directory = ? AND e.source = ? AND e.key = s.key
                WHERE s.kind = 'left' OR s.kind = 'gone' AND e.evidence <> 'GONE'
                   OR s.kind = 'out-of-scope' AND e.evidence <> 'OUT_OF_SCOPE'""", source, directory, source);
        sql.update("""
                INSERT INTO touched
                SELECT e.source, e.key, s.ctid
                FROM employee e LEFT JOIN %s s ON s.key = e.key
                WHERE e.directory = ? AND e.source = ? AND e.pending
                ON CONFLICT DO NOTHING""".formatted(staged.sql()), directory, source);
        if (absence && someAreAbsent(records)) {
            sql.update("""
                    INSERT INTO touched
                    SELECT e.source, e.key
                    FROM employee e
                    WHERE e.directory = ? AND e.source = ? AND e.evidence = 'PRESENT'
                      AND NOT EXISTS (SELECT FROM %s s WHERE s.key = e.key)
                    ON CONFLICT DO NOTHING""".formatted(staged.sql()), directory, source);
        }
    }

    /** Whether not just as many of the employees there were are staged: to count them takes less than to compare keys. */
    private boolean someAreAbsent(long records) {
        return Boolean.TRUE.equals(
                sql.queryForObject("""
                SELECT (SELECT count(*) FROM employee WHERE directory = ? AND source = ? AND evidence = 'PRESENT')
                    <> ? - (SELECT count(*) FROM said)
                     + (SELECT count(*)
                        FROM said s JOIN employee e ON e.directory = ? AND e.source = ? AND e.key = s.key
                        WHERE e.evidence = 'PRESENT')""", Boolean.class, directory, source, records, directory, source));
    }

    /** Marks employees whose user is due by the calendar or was changed by hand, or who are to become users now. */
    public void byCalendar(Instant now) {
        Timestamp at = Timestamp.from(now);
        sql.update("""
                INSERT INTO touched
                SELECT e.source, e.key
                FROM directory_user u JOIN employee e ON e.user_id = u.id
                WHERE u.directory = ? AND (u.edited OR u.next_transition_at <= ?)
                  AND (?::text IS NULL OR e.source = ?)
                ON CONFLICT DO NOTHING""", directory, at, source, source);
        sql.update("""
                INSERT INTO touched
                SELECT source, key FROM employee
                WHERE directory = ? AND due_at <= ? AND (?::text IS NULL OR source = ?)
                ON CONFLICT DO NOTHING""", directory, at, source, source);
    }

    /** Marks every employee of a user, as soon as one of them is marked: a user is derived from all of them. */
    public void wholeUsers() {
        sql.update("""
                INSERT INTO touched
                SELECT o.source, o.key
                FROM directory_user u
                JOIN employee e ON e.user_id = u.id
                JOIN touched t ON t.source = e.source AND t.key = e.key
                JOIN employee o ON o.user_id = u.id
                WHERE u.directory = ? AND u.several
                UNION
                SELECT o.source, o.key FROM matched m JOIN employee o ON o.user_id = m.user_id
                ON CONFLICT DO NOTHING""", directory);
        if (staged != null) {
            // without the record he would pass for absent
            sql.update("""
                    UPDATE touched t SET staged = s.ctid
                    FROM %s s WHERE s.key = t.key AND t.source = ? AND t.staged IS NULL""".formatted(staged.sql()), source);
        }
    }

    /**
     * Finds whose loss of access waits since their source was disconnected, or was outdated when somebody released it:
     * they are still to leave, whatever absence means in their directory (acceptance row 127).
     */
    public void byDisconnection() {
        Boolean some = sql.queryForObject(
                "SELECT EXISTS (SELECT FROM source WHERE directory = ? AND disconnected_at IS NOT NULL)",
                Boolean.class,
                directory);
        if (!Boolean.TRUE.equals(some)) {
            return;
        }
        sql.update("""
                INSERT INTO with_source
                SELECT DISTINCT o.user_id
                FROM run r
                JOIN plan_action o ON o.run = r.id AND (o.loses_access OR o.removes)
                JOIN employee e ON e.user_id = o.user_id AND e.evidence <> 'PRESENT'
                               AND e.source || ':' || e.key = o.external_id
                JOIN source s ON s.directory = e.directory AND s.name = e.source AND s.disconnected_at IS NOT NULL
                JOIN directory_user u ON u.id = o.user_id
                WHERE r.directory = ?
                  AND (r.state = 'HELD' AND o.state = 'HELD'
                       OR r.triggered_by = 'DISCONNECTION' AND o.state = 'SKIPPED'
                          AND u.access IN ('ACTIVE', 'PRE_HIRE'))""", directory);
    }

    /** Marks the employees whose actions in this plan are held. */
    public void byHeldActions(String run) {
        sql.update(
                "INSERT INTO touched SELECT source, key FROM plan_action WHERE run = ? AND state = 'HELD'"
                        + " ON CONFLICT DO NOTHING",
                run);
    }

    /**
     * Whether a record was staged as "what was accepted before", and something else was accepted since.
     *
     * <p>Only beside a dry run can another run of its source be applied.
     *
     * @param since when the first record was staged
     */
    public boolean outdated(Instant since) {
        return staged != null
                && Boolean.TRUE.equals(sql.queryForObject(
                        """
                SELECT EXISTS (
                    SELECT FROM run WHERE directory = ? AND source = ? AND NOT dry_run AND ended_at >= ?)
                AND EXISTS (
                    SELECT FROM %s s
                    LEFT JOIN employee e ON e.directory = ? AND e.source = ? AND e.key = s.key
                    WHERE s.kind = 'accepted' AND s.profile IS NULL
                      AND e.digest IS DISTINCT FROM s.digest)""".formatted(staged.sql()),
                        Boolean.class,
                        directory,
                        source,
                        Timestamp.from(since),
                        directory,
                        source));
    }

    /** Writes down what was decided about whom, once a plan is judged: what is joined with it needs to know its size. */
    public void decide(String run) {
        WorkTable.make(sql, "decided", """
                seq bigint PRIMARY KEY, kind text NOT NULL, source text COLLATE "C" NOT NULL,
                key text COLLATE "C" NOT NULL, user_id uuid NOT NULL, state text NOT NULL, obstacle text""");
        sql.update("""
                INSERT INTO decided
                SELECT seq, kind, source, key, user_id, state, obstacle FROM plan_action WHERE run = ?""", run);
        sql.execute("ANALYZE decided");
    }

    /**
     * Writes down whose employees without a link are.
     *
     * @param rows of source, key, user or null, and tie
     */
    public void match(List<Object[]> rows) {
        sql.batchUpdate("INSERT INTO matched VALUES (?, ?, ?::uuid, ?)", rows);
    }

    /** Finds new employees who were users before they were deprovisioned (acceptance D34). */
    public void recogniseFormer() {
        Boolean any = sql.queryForObject(
                "SELECT EXISTS (SELECT FROM former_link WHERE directory = ?)", Boolean.class, directory);
        if (Boolean.TRUE.equals(any)) {
            sql.update("""
                    INSERT INTO former
                    SELECT DISTINCT ON (t.source, t.key) t.source, t.key, f.user_id
                    FROM touched t
                    JOIN directory d ON d.name = ?
                    LEFT JOIN employee e ON e.directory = d.name AND e.source = t.source AND e.key = t.key
                    JOIN former_link f
                      ON f.directory = d.name AND f.ref = reference_of(%s, t.source || ':' || t.key)
                    WHERE e.user_id IS NULL
                    ORDER BY t.source, t.key, f.user_id DESC""".formatted(Employees.pads("d")), directory);
        }
    }

    /**
     * Writes down who is to become a user later, or waits for something that no calendar knows.
     *
     * @param rows of source, key, moment or null, and whether he waits
     */
    public void await(List<Object[]> rows) {
        sql.batchUpdate("INSERT INTO awaited VALUES (?, ?, ?, ?)", rows);
    }

    /**
     * Writes down when the calendar next changes something about users that lose nothing now.
     *
     * @param rows of user and moment or null
     */
    public void schedule(List<Object[]> rows) {
        sql.batchUpdate("INSERT INTO scheduled VALUES (?, ?) ON CONFLICT DO NOTHING", rows);
    }

    /** How many are marked. */
    public long count() {
        sql.execute("ANALYZE touched, matched");
        Long count = sql.queryForObject("SELECT count(*) FROM touched", Long.class);
        return count == null ? 0 : count;
    }

    /** The staged records, or as many columns of nothing. */
    String records() {
        return staged == null
                ? "(SELECT NULL::tid AS ctid, NULL::text AS key, NULL::text AS kind, NULL::bytea AS profile,"
                        + " NULL::text AS email_key, NULL::text[] AS match_keys, NULL::text AS origin, NULL::int AS clause"
                        + " WHERE false)"
                : staged.sql();
    }
}
