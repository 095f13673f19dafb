package dev.rollcall.directory.store;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Those who never became users, because their plan was held, rejected or withheld, and whom no source brings any more:
 * nothing of them stays (DESIGN, invariant 6).
 */
public record Strangers(JdbcTemplate sql, String directory) {
    /** Of whom a plan has an action that made nobody; an index has this condition. */
    private static final String UNMADE = "a.kind = 'CREATE' AND a.state NOT IN ('PLANNED', 'APPLIED')";

    /**
     * Takes whoever is gone, out of scope or absent out of employees and plans, once a run is applied.
     *
     * @param absence whether whoever is not staged counts as absent
     */
    public void forget(Touched touched, boolean absence) {
        WorkTable.make(sql, "stranger", Touched.EMPLOYEE);
        int strangers = sql.update("""
                INSERT INTO stranger
                SELECT e.source, e.key
                FROM touched t JOIN employee e ON e.source = t.source AND e.key = t.key
                WHERE e.directory = ? AND e.user_id IS NULL AND e.evidence <> 'PRESENT'""", directory);
        if (absence) {
            // somebody who was a user before is no employee while he waits to become one again
            strangers += sql.update("""
                    INSERT INTO stranger
                    SELECT DISTINCT a.source, a.key
                    FROM plan_action a JOIN run r ON r.id = a.run AND r.directory = ?
                    WHERE a.source = ? AND %s AND a.key <> ''
                      AND NOT EXISTS (SELECT FROM %s s WHERE s.key = a.key)
                      AND NOT EXISTS (SELECT FROM employee e
                                      WHERE e.directory = r.directory AND e.source = a.source AND e.key = a.key)
                    ON CONFLICT DO NOTHING""".formatted(UNMADE, touched.records()), directory, touched.source());
        }
        if (strangers == 0) {
            return;
        }
        sql.update("""
                UPDATE plan_action a SET %s,
                    state = CASE WHEN a.state IN ('HELD', 'REJECTED') THEN 'SUPERSEDED' ELSE a.state END
                FROM stranger x, run r
                WHERE a.source = x.source AND a.key = x.key AND %s AND r.id = a.run AND r.directory = ?""".formatted(Anonymisation.OF_AN_ACTION, UNMADE), directory);
        sql.update("""
                DELETE FROM employee e USING stranger x
                WHERE e.directory = ? AND e.source = x.source AND e.key = x.key AND e.user_id IS NULL""", directory);
    }
}
