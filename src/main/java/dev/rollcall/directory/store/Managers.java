package dev.rollcall.directory.store;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the users that manager references mean, among all links of the directory (acceptance D28).
 *
 * <p>References are kept as HMACs, since they may name people who may be stored nowhere. A reference two users answer
 * to is not resolved.
 */
public final class Managers {
    private static final String REFERENCE = "by text NOT NULL, source text COLLATE \"C\" NOT NULL, ref bytea NOT NULL";

    private final JdbcTemplate sql;
    private final String directory;

    public Managers(JdbcTemplate sql, String directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /** Whether some users have a reference that names nobody known. */
    public boolean areAwaited() {
        return Boolean.TRUE.equals(sql.queryForObject(
                "SELECT EXISTS (SELECT FROM directory_user WHERE directory = ? AND manager_open)"
                        + " OR EXISTS (SELECT FROM additional_manager WHERE directory = ? AND manager_id IS NULL)",
                Boolean.class,
                directory,
                directory));
    }

    /** Resolves the references of the plan's actions and of users still waiting, into a temporary table. */
    public void resolve(String run) {
        WorkTable.make(sql, "manager_found", REFERENCE + ", user_id uuid NOT NULL");
        WorkTable.make(sql, "manager_wanted", REFERENCE);
        int wanted = sql.update("""
                INSERT INTO manager_wanted
                SELECT manager_by, manager_source, manager_ref FROM plan_action
                WHERE run = ? AND state = 'PLANNED' AND manager_ref IS NOT NULL
                UNION
                SELECT manager_by, manager_source, manager_ref FROM directory_user WHERE directory = ? AND manager_open
                UNION
                """ + AdditionalManagers.WANTED, run, directory, run, directory);
        if (wanted == 0) {
            return;
        }
        sql.execute("ANALYZE manager_wanted");
        find("KEY", "key_ref", "AND e.source = w.source");
        find("EMAIL", "email_ref", "");
        find("EMPLOYEE_NUMBER", "number_ref", "");
        sql.execute("ANALYZE manager_found");
    }

    /** Adds an action for each user whose manager became known, unless the plan has one for him already. */
    public void planKnown(String run) {
        sql.update("""
                WITH open AS (
                    SELECT u.id, u.manager_source AS source, true AS is_first
                    FROM directory_user u
                    JOIN manager_found m ON m.by = u.manager_by AND m.source = u.manager_source AND m.ref = u.manager_ref
                    WHERE u.directory = ? AND u.manager_open
                    UNION ALL
                    SELECT k.user_id, k.source, false
                    FROM additional_manager k
                    JOIN manager_found m ON m.by = k.by AND m.source = k.source AND m.ref = k.ref
                    WHERE k.directory = ? AND k.manager_id IS NULL),
                found AS (
                    SELECT id, coalesce(max(source) FILTER (WHERE is_first), max(source)) AS source,
                           bool_or(is_first) AS manager, bool_or(NOT is_first) AS additional
                    FROM open GROUP BY id),
                known AS (
                    INSERT INTO plan_action
                        (run, seq, kind, state, source, key, user_id, user_version, reason, signature, evidence,
                         access_before, access, changed, email, email_key, moves_email, loses_access, profile, manager_ref,
                         manager_by, next_transition_at, external_id, participates, participation_at, deprovisions_at,
                         manager_source, events, group_value, start_date, additional_managers)
                    SELECT ?, (SELECT coalesce(max(seq), 0) FROM plan_action WHERE run = ?)
                              + row_number() OVER (ORDER BY e.source, e.key),
                           'UPDATE', 'PLANNED', e.source, e.key, u.id, u.version, 'manager-known', 'employed', e.evidence,
                           u.access, u.access,
                           CASE WHEN NOT f.additional THEN '{manager}'::text[]
                                WHEN f.manager THEN '{additionalManagers,manager}' ELSE '{additionalManagers}' END, u.email, u.email_key, false, false, u.profile, u.manager_ref,
                           u.manager_by, u.next_transition_at, u.external_id, u.participates, u.participation_at,
                           u.deprovisions_at, u.manager_source, '{moved}', u.group_value, u.start_date,
                           %s
                    FROM found f
                    JOIN directory_user u ON u.id = f.id
                    JOIN employee e ON e.user_id = u.id AND e.source = f.source
                    WHERE NOT EXISTS (SELECT FROM employee o
                                      WHERE o.user_id = u.id AND o.source = e.source AND o.key < e.key)
                      AND NOT EXISTS (SELECT FROM decided a WHERE a.user_id = u.id)
                    RETURNING seq, kind, source, key, user_id, state, obstacle)
                INSERT INTO decided SELECT * FROM known""".formatted(AdditionalManagers.OF_USER), directory, directory, run, run);
    }

    private void find(String by, String column, String condition) {
        sql.update("""
                INSERT INTO manager_found
                SELECT w.by, w.source, w.ref, (array_agg(e.user_id))[1]
                FROM manager_wanted w
                JOIN employee e ON e.directory = ? AND e.%s = w.ref AND e.user_id IS NOT NULL %s
                WHERE w.by = ?
                GROUP BY w.by, w.source, w.ref HAVING count(DISTINCT e.user_id) = 1""".formatted(column, condition), directory, by);
    }
}
