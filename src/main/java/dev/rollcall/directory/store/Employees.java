package dev.rollcall.directory.store;

import dev.rollcall.directory.store.Links.Linked;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Replaces what is known of one source's employees by what a run staged, whatever became of its actions. */
public final class Employees {
    private final JdbcTemplate sql;
    private final String directory;

    public Employees(JdbcTemplate sql, String directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /** Takes over accepted employees that are new or changed, and links those whose user the plan creates or links. */
    public void replace(StagedTable staged, String source, String run) {
        sql.update("""
                INSERT INTO employee AS e
                    (directory, source, key, evidence, digest, profile, email_key, number, user_id, key_ref, email_ref,
                     number_ref, run)
                SELECT ?, t.source, t.key, 'PRESENT', s.digest, s.profile, s.email_key, s.number, a.user_id,
                       s.key_ref, s.email_ref, s.number_ref, ?
                FROM touched t
                JOIN %s s ON s.ctid = t.staged AND s.kind = 'accepted'
                LEFT JOIN decided a ON a.source = t.source AND a.key = t.key AND a.state = 'PLANNED'
                LEFT JOIN former f ON f.source = t.source AND f.key = t.key
                LEFT JOIN awaited w ON w.source = t.source AND w.key = t.key
                WHERE t.source = ?
                  -- somebody deprovisioned who is still sent and neither works here nor will is not stored again
                  AND (f.key IS NULL OR a.user_id IS NOT NULL OR w.due_at IS NOT NULL)
                ON CONFLICT (directory, source, key) DO UPDATE SET
                    evidence = 'PRESENT', digest = excluded.digest,
                    -- staged without one it is what was accepted before
                    profile = coalesce(excluded.profile, e.profile),
                    email_ref = CASE WHEN excluded.profile IS NULL THEN e.email_ref ELSE excluded.email_ref END,
                    number_ref = CASE WHEN excluded.profile IS NULL THEN e.number_ref ELSE excluded.number_ref END,
                    email_key = excluded.email_key, number = excluded.number, clause = NULL,
                    user_id = coalesce(e.user_id, excluded.user_id), due_at = NULL, pending = false,
                    run = excluded.run""".formatted(staged.sql()), directory, run, source);
        // and what was stored of him while he was awaited goes
        sql.update("""
                DELETE FROM employee e USING former f, touched t, %s s
                WHERE e.directory = ? AND e.source = ? AND e.user_id IS NULL
                  AND f.source = e.source AND f.key = e.key AND t.source = e.source AND t.key = e.key
                  AND s.ctid = t.staged AND s.kind = 'accepted'
                  AND NOT EXISTS (SELECT FROM decided a WHERE a.source = e.source AND a.key = e.key)
                  AND NOT EXISTS (SELECT FROM awaited w WHERE w.source = e.source AND w.key = e.key)""".formatted(staged.sql()), directory, source);
    }

    /** Writes down who is gone, out of scope, absent, or left although the rest of his record was refused. */
    public void depart(StagedTable staged, String source, String run, boolean absence) {
        sql.update("""
                UPDATE employee e SET run = ?, pending = false,
                    evidence = CASE s.kind WHEN 'gone' THEN 'GONE' WHEN 'out-of-scope' THEN 'OUT_OF_SCOPE'
                                           ELSE 'PRESENT' END,
                    clause = s.clause,
                    -- of somebody a filter keeps out only the link and the clause stay (DESIGN, invariant 6)
                    profile = CASE s.kind WHEN 'out-of-scope' THEN NULL WHEN 'left' THEN o.profile ELSE e.profile END,
                    email_key = CASE s.kind WHEN 'out-of-scope' THEN NULL ELSE e.email_key END,
                    number = CASE s.kind WHEN 'out-of-scope' THEN NULL ELSE e.number END,
                    email_ref = CASE s.kind WHEN 'out-of-scope' THEN NULL ELSE e.email_ref END,
                    number_ref = CASE s.kind WHEN 'out-of-scope' THEN NULL ELSE e.number_ref END,
                    digest = NULL, due_at = NULL
                FROM touched t JOIN %s s ON s.ctid = t.staged AND s.kind IN ('gone', 'out-of-scope', 'left')
                LEFT JOIN overlaid o ON o.key = t.key
                WHERE t.source = ? AND e.directory = ? AND e.source = t.source AND e.key = t.key""".formatted(staged.sql()), run, source, directory);
        if (absence) {
            sql.update("""
                    UPDATE employee e SET run = ?, evidence = 'ABSENT', digest = NULL, due_at = NULL, pending = false
                    FROM touched t
                    WHERE t.source = ? AND e.directory = ? AND e.source = t.source AND e.key = t.key
                      AND e.evidence = 'PRESENT' AND t.staged IS NULL""", run, source, directory);
        }
    }

    /**
     * Links employees to the users that planned actions made, linked or changed, and to those that carry their external
     * id; also those that must wait while another source has the person, so that a transfer leaves no gap.
     */
    public void link(String run) {
        linkEmployees(run);
        several(run, "kind IN ('LINK', 'REACTIVATE')");
    }

    /** The same for a plan that is released: who matched whom when it was made is not known any more. */
    public void linkReleased(String run) {
        linkEmployees(run);
        storeReleased(run);
        several(run, "kind <> 'CREATE'");
    }

    /** Somebody hired again was stored nowhere while he waited; from now on it is to be seen when he goes. */
    private void storeReleased(String run) {
        sql.update("""
                INSERT INTO employee
                    (directory, source, key, evidence, profile, email_key, number, user_id, key_ref, email_ref, number_ref,
                     run)
                SELECT d.name, a.source, a.key, 'PRESENT', a.profile, a.email_key, a.number, a.user_id,
                       reference_of(%1$s, a.key), reference_of(%1$s, a.email_key), reference_of(%1$s, a.number), a.run
                FROM plan_action a JOIN directory d ON d.name = ?
                WHERE a.run = ? AND a.state = 'PLANNED' AND a.kind = 'CREATE'
                ON CONFLICT DO NOTHING""".formatted(pads("d")), directory, run);
    }

    /**
     * Links employees to users by a person's word. Of whom the source has said nothing yet, only that is written down: by
     * it his going is seen, and nothing is derived from it.
     */
    void expect(List<Linked> users) {
        sql.batchUpdate(
                """
                INSERT INTO employee AS e (directory, source, key, evidence, user_id, key_ref, run)
                SELECT d.name, ?, ?, 'PRESENT', ?, reference_of(%s, ?), 'uploaded' FROM directory d WHERE d.name = ?
                ON CONFLICT (directory, source, key) DO UPDATE SET
                    user_id = excluded.user_id, pending = true, due_at = NULL
                WHERE e.user_id IS NULL""".formatted(pads("d")),
                users.stream()
                        .map(user -> new Object[] {user.source(), user.key(), user.user(), user.key(), directory})
                        .toList());
        sql.update("""
                UPDATE directory_user u SET several = true
                WHERE u.id = ANY (?) AND NOT u.several
                  AND (SELECT count(*) FROM employee e WHERE e.user_id = u.id) > 1""", (Object) users.stream().map(Linked::user).toArray(UUID[]::new));
    }

    private void linkEmployees(String run) {
        sql.update("""
                UPDATE employee e SET user_id = a.user_id, due_at = NULL
                FROM plan_action a
                WHERE a.run = ? AND (a.state = 'PLANNED' OR a.obstacle = 'TWO_SOURCES')
                  AND e.directory = ? AND e.source = a.source AND e.key = a.key AND e.user_id IS NULL""", run, directory);
        sql.update("""
                UPDATE employee e SET user_id = m.user_id
                FROM matched m
                WHERE m.tie = 'EXTERNAL_ID' AND e.directory = ? AND e.source = m.source AND e.key = m.key
                  AND e.user_id IS NULL""", directory);
    }

    /** Notes who has several employees now, among those matched and those of such actions. */
    private void several(String run, String kinds) {
        sql.update("""
                UPDATE directory_user u SET several = true
                FROM (SELECT user_id FROM matched WHERE user_id IS NOT NULL
                      UNION
                      SELECT user_id FROM plan_action
                      WHERE run = ? AND state = 'PLANNED' AND %s) m
                WHERE u.id = m.user_id AND NOT u.several
                  AND (SELECT count(*) FROM employee e WHERE e.user_id = u.id) > 1""".formatted(kinds), run);
    }

    /** Marks whose user did not get what was wanted, so that every later run derives him again. */
    public void markPending() {
        sql.update("""
                UPDATE employee e SET pending = n.pending, due_at = n.due_at
                FROM (
                    SELECT source, key, bool_or(waits) AS pending, max(due) AS due_at
                    FROM (
                        SELECT source, key, true AS waits, NULL::timestamptz AS due FROM decided
                        WHERE state IN ('HELD', 'WITHHELD', 'SUPPRESSED', 'SKIPPED') OR obstacle IS NOT NULL
                        UNION ALL
                        -- also the source's other records of the user: the one the action names may not be his at last
                        SELECT o.source, o.key, true, NULL FROM decided d
                        JOIN employee o ON o.user_id = d.user_id AND o.source = d.source
                        WHERE d.state IN ('HELD', 'WITHHELD', 'SUPPRESSED', 'SKIPPED') OR d.obstacle IS NOT NULL
                        UNION ALL
                        SELECT e.source, e.key, true, NULL
                        FROM directory_user u JOIN employee e ON e.user_id = u.id
                        WHERE u.directory = ? AND u.held_for IS NOT NULL
                        UNION ALL
                        SELECT source, key, waiting, due_at FROM awaited
                        UNION ALL
                        -- who waited before, and waits no longer unless one of the above says so
                        SELECT source, key, false, NULL FROM employee WHERE directory = ? AND pending
                        UNION ALL
                        SELECT source, key, false, NULL FROM employee WHERE directory = ? AND due_at IS NOT NULL) each
                    JOIN touched USING (source, key)
                    GROUP BY source, key) n
                WHERE e.directory = ? AND e.source = n.source AND e.key = n.key
                  AND (e.pending IS DISTINCT FROM n.pending OR e.due_at IS DISTINCT FROM n.due_at)""", directory, directory, directory, directory);
    }

    /** The padded keys of HMAC-SHA256 over the directory's reference key. */
    static String pads(String alias) {
        return alias + ".reference_inner, " + alias + ".reference_outer";
    }
}
