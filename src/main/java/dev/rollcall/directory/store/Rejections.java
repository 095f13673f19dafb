package dev.rollcall.directory.store;

import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What people rejected, and on what evidence: as long as that stays the same it is not done (acceptance D30).
 *
 * <p>Of a user it is written on him, of somebody who is to become one in a table of their own.
 */
public record Rejections(JdbcTemplate sql, String directory) {

    /**
     * Remembers the evidence of held actions.
     *
     * @param users external ids of those whose actions are rejected; empty: everybody
     */
    public void remember(String run, Set<String> users) {
        boolean all = users.isEmpty();
        String[] names = users.toArray(new String[0]);
        sql.update("""
                UPDATE directory_user u SET kept_against = a.signature, held_for = NULL
                FROM plan_action a
                WHERE a.run = ? AND a.state = 'HELD' AND a.kind <> 'CREATE' AND u.id = a.user_id
                  AND (? OR a.source || ':' || a.key = ANY (?))""", run, all, names);
        sql.update("""
                INSERT INTO rejected_create AS r
                SELECT ?, a.source, a.key, a.signature FROM plan_action a
                WHERE a.run = ? AND a.state = 'HELD' AND a.kind = 'CREATE' AND (? OR a.source || ':' || a.key = ANY (?))
                ON CONFLICT (directory, source, key) DO UPDATE SET kept_against = excluded.kept_against""", directory, run, all, names);
    }

    /**
     * Takes what is outdated out of a rejected plan: what its sources say by now is something else, and was done.
     *
     * @param users external ids of those for whom the rejection is to be undone; empty: everybody
     * @return how many actions that were
     */
    public long skipOutdated(String run, Set<String> users) {
        return sql.update("""
                UPDATE plan_action a SET state = 'SKIPPED'
                WHERE a.run = ? AND a.state = 'REJECTED' AND (? OR a.source || ':' || a.key = ANY (?))
                  AND CASE a.kind
                      WHEN 'CREATE' THEN NOT EXISTS (SELECT FROM rejected_create r
                                                     WHERE r.directory = ? AND r.source = a.source AND r.key = a.key
                                                       AND r.kept_against = a.signature)
                      ELSE NOT EXISTS (SELECT FROM directory_user u
                                       WHERE u.id = a.user_id AND u.kept_against = a.signature)
                  END""", run, users.isEmpty(), users.toArray(new String[0]), directory);
    }

    /**
     * Forgets what a release was to undo and could not: the next run plans it anew, under the safeguards. Whom an earlier
     * one skipped may have been rejected elsewhere since, and is not among {@code touched}.
     */
    public void liftSkipped(String run) {
        sql.update("""
                UPDATE directory_user u SET kept_against = NULL
                FROM plan_action a JOIN touched t ON t.source = a.source AND t.key = a.key
                WHERE a.run = ? AND a.state = 'SKIPPED' AND u.id = a.user_id AND u.kept_against = a.signature""", run);
        sql.update("""
                DELETE FROM rejected_create r USING plan_action a JOIN touched t ON t.source = a.source AND t.key = a.key
                WHERE r.directory = ? AND a.run = ? AND a.state = 'SKIPPED' AND a.kind = 'CREATE'
                  AND r.source = a.source AND r.key = a.key AND r.kept_against = a.signature""", directory, run);
    }

    /** Forgets what a release undid: the users of its planned actions are made now. */
    public void lift(String run) {
        sql.update("""
                DELETE FROM rejected_create r USING plan_action a
                WHERE r.directory = ? AND a.run = ? AND a.state = 'PLANNED' AND a.kind = 'CREATE'
                  AND r.source = a.source AND r.key = a.key""", directory, run);
    }

    /**
     * Forgets whom a run plans otherwise, or not at all; once it is decided. What is withheld of the same evidence is still
     * rejected.
     *
     * @param absence whether whoever is not staged counts as absent
     */
    public void forget(String run, Touched touched, boolean absence) {
        Boolean some = sql.queryForObject(
                "SELECT EXISTS (SELECT FROM rejected_create WHERE directory = ?)", Boolean.class, directory);
        if (Boolean.TRUE.equals(some)) {
            sql.update("""
                    DELETE FROM rejected_create r
                    WHERE r.directory = ?
                      AND NOT EXISTS (SELECT FROM decided d JOIN plan_action a ON a.run = ? AND a.seq = d.seq
                                      WHERE d.source = r.source AND d.key = r.key
                                        AND d.state IN ('SUPPRESSED', 'WITHHELD') AND a.signature = r.kept_against)
                      AND (EXISTS (SELECT FROM touched t WHERE t.source = r.source AND t.key = r.key)
                           OR ? AND r.source = ? AND NOT EXISTS (SELECT FROM %s s WHERE s.key = r.key))""".formatted(touched.records()), directory, run, absence, touched.source());
        }
    }
}
