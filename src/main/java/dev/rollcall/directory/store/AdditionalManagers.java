package dev.rollcall.directory.store;

import java.sql.Timestamp;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Matrix, project and mentoring managers (acceptance row 47), found like the manager (D28).
 *
 * <p>They stand in a table of their own, since few users have any: where nobody has, nothing is looked at.
 */
final class AdditionalManagers {
    private static final String OF_ACTION = """
            plan_action a CROSS JOIN unnest(a.additional_managers) WITH ORDINALITY AS each (text, place)
            CROSS JOIN LATERAL (SELECT split_part(each.text, ':', 1) AS by, split_part(each.text, ':', 2) AS source,
                                       decode(split_part(each.text, ':', 3), 'base64') AS ref) r""";

    /** What {@link Managers} has to find for this plan: kind, source and reference; for the run and the directory. */
    static final String WANTED = """
            SELECT r.by, r.source COLLATE "C", r.ref FROM %s
            WHERE a.run = ? AND a.additional_managers IS NOT NULL AND a.state = 'PLANNED'
            UNION
            SELECT by, source, ref FROM additional_manager WHERE directory = ? AND manager_id IS NULL""".formatted(OF_ACTION);

    /** The references of the user {@code u}, as an action carries them. */
    static final String OF_USER = """
            (SELECT array_agg(o.by || ':' || o.source || ':' || encode(o.ref, 'base64') ORDER BY o.place)
             FROM additional_manager o WHERE o.user_id = u.id)""";

    private final JdbcTemplate sql;
    private final String directory;

    AdditionalManagers(JdbcTemplate sql, String directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /** Gives the users of planned actions those that the actions say; who is not known yet is awaited. */
    void apply(String run) {
        if (!concern(run)) {
            return;
        }
        sql.execute("""
                CREATE TEMP TABLE additional_said (
                    user_id uuid NOT NULL, place bigint NOT NULL, by text NOT NULL, source text COLLATE "C" NOT NULL,
                    ref bytea NOT NULL, manager_id uuid) ON COMMIT DROP""");
        sql.update("""
                INSERT INTO additional_said
                SELECT a.user_id, each.place, r.by, r.source, r.ref, coalesce(m.user_id, known.manager_id)
                FROM %s
                LEFT JOIN manager_found m ON m.by = r.by AND m.source = r.source AND m.ref = r.ref
                LEFT JOIN additional_manager known
                  ON known.user_id = a.user_id AND known.by = r.by AND known.source = r.source AND known.ref = r.ref
                WHERE a.run = ? AND a.additional_managers IS NOT NULL AND a.state = 'PLANNED'
                  AND m.user_id IS DISTINCT FROM a.user_id""".formatted(OF_ACTION), run);
        sql.update("""
                DELETE FROM additional_manager k USING plan_action a
                WHERE k.directory = ? AND a.run = ? AND a.state = 'PLANNED' AND a.user_id = k.user_id""", directory, run);
        sql.update("INSERT INTO additional_manager SELECT ?, * FROM additional_said", directory);
        sql.update("""
                UPDATE directory_user u SET additional_manager_ids = s.ids
                FROM (SELECT a.user_id, k.ids
                      FROM plan_action a
                      LEFT JOIN (SELECT user_id, array_agg(manager_id ORDER BY place) AS ids
                                 FROM (SELECT user_id, manager_id, min(place) AS place FROM additional_said
                                       WHERE manager_id IS NOT NULL GROUP BY user_id, manager_id) each
                                 GROUP BY user_id) k ON k.user_id = a.user_id
                      WHERE a.run = ? AND a.state = 'PLANNED') s
                WHERE u.id = s.user_id AND u.additional_manager_ids IS DISTINCT FROM s.ids""", run);
    }

    private boolean concern(String run) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "SELECT EXISTS (SELECT FROM plan_action WHERE run = ? AND additional_managers IS NOT NULL)"
                        + " OR EXISTS (SELECT FROM additional_manager WHERE directory = ?)",
                Boolean.class,
                run,
                directory));
    }

    /** Takes deprovisioned people out, and what they had; the rest of it is the caller's. */
    void clear(String run, Timestamp at) {
        sql.update("DELETE FROM additional_manager k USING deprovisioned p WHERE k.user_id = p.user_id");
        sql.update(
                """
                WITH gone AS (
                    DELETE FROM additional_manager k USING deprovisioned p WHERE k.manager_id = p.user_id
                    RETURNING k.user_id),
                cleared AS (
                    UPDATE directory_user u SET version = version + 1, updated_at = ?,
                        additional_manager_ids = nullif(ARRAY(
                            SELECT id FROM unnest(u.additional_manager_ids) WITH ORDINALITY AS kept (id, place)
                            WHERE id NOT IN (SELECT user_id FROM deprovisioned) ORDER BY place), '{}')
                    WHERE u.id IN (SELECT user_id FROM gone)
                    RETURNING u.*)
                """ + ChangeRows.tell("'UPDATE'", "'manager-deprovisioned'", "?", "'{additionalManagers}'", "'{moved}'")
                        + """
                FROM cleared u ORDER BY u.id""",
                at,
                run,
                at);
    }
}
