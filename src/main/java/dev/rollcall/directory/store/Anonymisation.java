package dev.rollcall.directory.store;

import java.sql.Timestamp;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes a deprovisioned person out of everything that is stored, for good: users, employees, history, outbox and plans
 * (acceptance row 91). An id, HMACs of the links and dates are left.
 */
final class Anonymisation {
    /** What an action holds of a person. */
    static final String OF_AN_ACTION = "key = '', external_id = NULL, email = NULL, email_key = NULL, number = NULL,"
            + " profile = '{}', known = NULL, manager_ref = NULL, additional_managers = NULL, match_keys = NULL, segments = NULL, detail = NULL,"
            + " origin = NULL, start_date = NULL, group_value = NULL, signature = ''";

    private final JdbcTemplate sql;
    private final String directory;

    Anonymisation(JdbcTemplate sql, String directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /** Everybody whom an action in state PLANNED deprovisions. */
    void apply(String run, Timestamp at) {
        int people = sql.update("""
                INSERT INTO former_link
                SELECT DISTINCT d.name, reference_of(%s, e.source || ':' || e.key), a.user_id
                FROM plan_action a
                JOIN employee e ON e.user_id = a.user_id
                JOIN directory d ON d.name = e.directory
                WHERE a.run = ? AND a.state = 'PLANNED' AND a.kind = 'DEPROVISION'
                ON CONFLICT DO NOTHING""".formatted(Employees.pads("d")), run);
        if (people == 0) {
            return;
        }
        sql.execute("CREATE TEMP TABLE deprovisioned (user_id uuid PRIMARY KEY) ON COMMIT DROP");
        sql.update("""
                INSERT INTO deprovisioned
                SELECT DISTINCT user_id FROM plan_action WHERE run = ? AND state = 'PLANNED' AND kind = 'DEPROVISION'""", run);
        clearManagers(run, at);
        new AdditionalManagers(sql, directory).clear(run, at);
        sql.update("""
                UPDATE directory_user u SET external_id = NULL, email = NULL, email_key = NULL, profile = '{}',
                    manager_id = NULL, manager_ref = NULL, manager_by = NULL, manager_source = NULL, manager_open = false,
                    additional_manager_ids = NULL, several = false, suspended_because = NULL, group_value = NULL, start_date = NULL
                FROM deprovisioned p WHERE u.id = p.user_id""");
        sql.update("""
                UPDATE change c SET external_id = NULL, email = NULL, manager_id = NULL, additional_manager_ids = NULL,
                    profile = '{}'
                FROM deprovisioned p WHERE c.user_id = p.user_id AND c.directory = ?""", directory);
        sql.update("""
                UPDATE plan_action a SET %s
                FROM deprovisioned p WHERE a.user_id = p.user_id""".formatted(OF_AN_ACTION));
        sql.update("DELETE FROM user_key k USING deprovisioned p WHERE k.user_id = p.user_id");
        sql.update("DELETE FROM employee e USING deprovisioned p WHERE e.user_id = p.user_id");
    }

    /** A deprovisioned manager is nobody's any more (D28). */
    private void clearManagers(String run, Timestamp at) {
        sql.update(
                """
                WITH cleared AS (
                    UPDATE directory_user u SET manager_id = NULL, version = version + 1, updated_at = ?
                    FROM deprovisioned p
                    WHERE u.manager_id = p.user_id AND u.id NOT IN (SELECT user_id FROM deprovisioned)
                    RETURNING u.*)
                """ + ChangeRows.tell("'UPDATE'", "'manager-deprovisioned'", "?", "'{manager}'", "'{moved}'") + """
                FROM cleared u ORDER BY u.id""",
                at,
                run,
                at);
    }
}
