package dev.rollcall.directory.store;

import dev.rollcall.employee.Profile;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Streams the marked employees with the users they are, a buffer at a time. */
public final class Candidates {
    private static final int BUFFER = 5_000;
    /** Users with several employees, and those a new one is matched to, come in groups. */
    private static final String GROUPED = "(coalesce(u.several, false)"
            + " OR coalesce(u.id IN (SELECT user_id FROM matched WHERE user_id IS NOT NULL), false))";

    private final JdbcTemplate sql;
    private final JdbcTemplate streaming;
    private final Touched touched;

    public Candidates(Touched touched) {
        this.touched = touched;
        this.sql = touched.sql();
        this.streaming = new JdbcTemplate(Objects.requireNonNull(sql.getDataSource()));
        this.streaming.setFetchSize(BUFFER);
    }

    /**
     * Hands over the users that keys of employees without a link lead to, ordered by source and key. Whoever carries the
     * external id already is always among them (acceptance D2).
     *
     * @param byEmail whether addresses are compared
     * @param byKey whether numbers and names are
     * @param keys of a person: his numbers and names
     * @param absence whether whoever is not staged counts as absent
     */
    public void hits(
            boolean byEmail,
            boolean byKey,
            Function<Profile, List<String>> keys,
            boolean absence,
            Consumer<HitRow> consumer) {
        Boolean any = sql.queryForObject(
                "SELECT EXISTS (SELECT FROM directory_user WHERE directory = ?)", Boolean.class, touched.directory());
        if (!Boolean.TRUE.equals(any)) {
            return;
        }
        RowCallbackHandler each = row -> consumer.accept(HitRow.read(row));
        UnsentKeys unsent = byKey ? UnsentKeys.of(touched, keys, absence) : UnsentKeys.NONE;
        streaming.query(
                """
                WITH unlinked AS MATERIALIZED (
                    SELECT t.source, t.key, t.staged, coalesce(s.email_key, e.email_key) AS email_key, s.match_keys,
                           s.kind IS NULL OR s.kind = 'accepted' AS speaks
                    FROM touched t
                    LEFT JOIN %1$s s ON s.ctid = t.staged
                    LEFT JOIN employee e ON e.directory = ? AND e.source = t.source AND e.key = t.key
                    WHERE e.user_id IS NULL),
                hit AS (
                    SELECT n.source, n.key, n.staged, 'EXTERNAL_ID' AS kind, x.id AS user_id
                    FROM unlinked n JOIN directory_user x
                      ON x.directory = ? AND x.external_id = n.source || ':' || n.key
                    UNION ALL
                    SELECT n.source, n.key, n.staged, 'EMAIL', x.id
                    FROM unlinked n JOIN directory_user x
                      ON x.directory = ? AND x.email_key = n.email_key AND n.speaks AND ?
                    UNION ALL
                    SELECT n.source, n.key, n.staged, split_part(k.key, ':', 1), k.user_id
                    FROM (SELECT source, key, staged, unnest(match_keys) AS match_key FROM unlinked WHERE speaks AND ?
                          UNION ALL
                          SELECT *
                          FROM (SELECT unnest(?) AS source, unnest(?) AS key, NULL::tid, unnest(?) AS match_key) x) n
                    JOIN user_key k ON k.directory = ? AND k.key = n.match_key)
                SELECT h.source, h.key, h.kind, h.user_id,
                       EXISTS (SELECT FROM employee l WHERE l.user_id = h.user_id) AS managed,
                       coalesce(s.profile, e.profile) AS carried, u.profile AS known,
                       CASE WHEN o.key IS NULL THEN NULL
                            WHEN so.kind IN ('accepted', 'left') THEN 'PRESENT'
                            WHEN so.kind = 'gone' THEN 'GONE'
                            WHEN so.kind = 'out-of-scope' THEN 'OUT_OF_SCOPE'
                            WHEN so.kind IS NULL AND ? AND o.evidence = 'PRESENT' THEN 'LEAVING'
                            ELSE o.evidence END AS other_evidence,
                       coalesce(so.profile, o.profile) AS other
                FROM hit h
                JOIN directory_user u ON u.id = h.user_id
                LEFT JOIN %1$s s ON s.ctid = h.staged
                LEFT JOIN employee e ON e.directory = u.directory AND e.source = h.source AND e.key = h.key
                LEFT JOIN employee o ON o.user_id = h.user_id AND o.source = h.source AND o.key <> h.key
                LEFT JOIN %1$s so ON so.key = o.key
                ORDER BY h.source, h.key, h.kind, h.user_id""".formatted(touched.records()),
                each,
                touched.directory(),
                touched.directory(),
                touched.directory(),
                byEmail,
                byKey,
                unsent.sources(),
                unsent.keys(),
                unsent.matchKeys(),
                touched.directory(),
                absence);
    }

    /** Streams the marked ones: first those who stand alone, by source and key; then users with several, by user. */
    public void stream(Consumer<CandidateRow> consumer) {
        RowCallbackHandler each = row -> consumer.accept(CandidateRow.read(row));
        if (!someAreGrouped()) {
            streaming.query(query("true", "t.source, t.key"), each, touched.directory(), touched.directory());
            return;
        }
        streaming.query(query("NOT " + GROUPED, "t.source, t.key"), each, touched.directory(), touched.directory());
        streaming.query(query(GROUPED, "u.id, t.source, t.key"), each, touched.directory(), touched.directory());
    }

    private boolean someAreGrouped() {
        return Boolean.TRUE.equals(sql.queryForObject(
                "SELECT EXISTS (SELECT FROM matched WHERE user_id IS NOT NULL)"
                        + " OR EXISTS (SELECT FROM directory_user WHERE directory = ? AND several)",
                Boolean.class,
                touched.directory()));
    }

    private String query(String condition, String order) {
        return """
                SELECT t.source, t.key,
                       s.kind AS staged_kind,
                       coalesce(s.profile, CASE s.kind WHEN 'accepted' THEN e.profile END) AS staged_profile,
                       s.origin, coalesce(s.clause, e.clause) AS clause,
                       -- what was known of him before counts for nothing beside a whole record
                       e.evidence, CASE WHEN s.kind = 'accepted' THEN NULL ELSE e.profile END AS known_profile, m.tie, f.user_id AS previous_user,
                       u.id AS user_id, u.version, u.external_id, u.access, u.suspended, u.participates,
                       u.participation_at, u.profile, u.email, u.manager_source, u.next_transition_at, u.access_ended_at,
                       CASE WHEN u.access <> 'ACTIVE' THEN %s ELSE true END AS had_access,
                       u.deprovisions_at, u.kept_against, u.held_for, r.kept_against AS create_kept_against,
                       l.user_id IS NOT NULL AS leaves
                FROM touched t
                LEFT JOIN %s s ON s.ctid = t.staged
                LEFT JOIN employee e ON e.directory = ? AND e.source = t.source AND e.key = t.key
                LEFT JOIN matched m ON m.source = t.source AND m.key = t.key
                LEFT JOIN former f ON f.source = t.source AND f.key = t.key
                LEFT JOIN directory_user u ON u.id = coalesce(e.user_id, m.user_id)
                LEFT JOIN rejected_create r ON r.directory = ? AND r.source = t.source AND r.key = t.key
                LEFT JOIN with_source l ON l.user_id = u.id
                WHERE %s
                ORDER BY %s""".formatted(ChangeRows.hadAccess("u.id"), touched.records(), condition, order);
    }
}
