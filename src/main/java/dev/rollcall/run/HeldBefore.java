package dev.rollcall.run;

import dev.rollcall.plan.Obstacle;
import dev.rollcall.source.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What other plans of the directory hold already of the people whom this run settles. */
record HeldBefore(JdbcTemplate sql, String directory, RunId run) {
    /** What becomes of a run {@code r} of which nothing is held any more: what was rejected in it can still be undone. */
    static final String WITHOUT_HELD = "CASE WHEN EXISTS (SELECT FROM plan_action a WHERE a.run = r.id"
            + " AND a.state = 'REJECTED') THEN 'REJECTED' ELSE 'SUPERSEDED' END";

    /**
     * Whoever waits for a release goes on waiting, whoever else speaks of him than the source that lets him go; so does
     * whoever is to leave with a source that is none any more.
     *
     * @param source null for a clock run
     * @return sentences for the summary
     */
    List<String> holdOn(@Nullable String source) {
        int waiting = sql.update("""
                UPDATE plan_action a SET state = 'HELD', obstacle = ?
                WHERE a.run = ? AND (a.loses_access OR a.removes) AND a.state = 'PLANNED'
                  AND (?::text IS NULL OR NOT starts_with(a.external_id, ? || ':'))
                  AND EXISTS (SELECT FROM plan_action o JOIN run r ON r.id = o.run AND r.state = 'HELD'
                              WHERE o.user_id = a.user_id AND o.state = 'HELD' AND o.run <> a.run
                                AND (o.loses_access OR o.removes))""", Obstacle.REMOVALS_LIMIT.name(), run.value(), source, source);
        waiting += sql.update("""
                UPDATE plan_action a SET state = 'HELD', obstacle = ?
                FROM with_source w
                WHERE a.run = ? AND (a.loses_access OR a.removes) AND a.state = 'PLANNED' AND a.user_id = w.user_id""", Obstacle.REMOVALS_LIMIT.name(), run.value());
        waiting += holdUndecided();
        return waiting == 0
                ? List.of()
                : List.of("%,d users wait for a release already, and go on waiting.".formatted(waiting));
    }

    /** Whoever was left out when others of a held plan were decided about waits until somebody decides about him. */
    private int holdUndecided() {
        Boolean some = sql.queryForObject("""
                SELECT EXISTS (SELECT FROM run r JOIN plan_action o ON o.run = r.id
                               WHERE r.directory = ? AND r.state = 'HELD' AND o.state = 'HELD' AND o.obstacle = ?)""", Boolean.class, directory, Obstacle.UNDECIDED.name());
        return Boolean.TRUE.equals(some)
                ? sql.update("""
                UPDATE plan_action a SET state = 'HELD', obstacle = o.obstacle
                FROM run r JOIN plan_action o ON o.run = r.id
                WHERE r.directory = ? AND r.state = 'HELD' AND r.id <> ? AND o.state = 'HELD' AND o.obstacle = ?
                  AND a.run = ? AND a.state IN ('PLANNED', 'HELD')
                  AND (a.loses_access OR a.removes) = (o.loses_access OR o.removes)
                  AND CASE o.kind WHEN 'CREATE' THEN a.kind = 'CREATE' AND a.source = o.source AND a.key = o.key
                                  ELSE a.user_id = o.user_id END""", directory, run.value(), Obstacle.UNDECIDED.name(), run.value())
                : 0;
    }

    /** What this run found otherwise is not to be released any more as another plan shows it. */
    void supersede() {
        int superseded = supersedeCreates();
        superseded += sql.update("""
                UPDATE plan_action o SET state = 'SUPERSEDED'
                FROM run r
                WHERE r.directory = ? AND r.state = 'HELD' AND r.id <> ? AND o.run = r.id AND o.state = 'HELD'
                  AND EXISTS (SELECT FROM employee e JOIN touched t ON t.source = e.source AND t.key = e.key
                              WHERE e.directory = r.directory AND e.user_id = o.user_id)
                  AND NOT EXISTS (SELECT FROM plan_action a
                                  WHERE a.run = ? AND a.user_id = o.user_id AND a.state = 'HELD')""", directory, run.value(), run.value());
        if (superseded > 0) {
            endEmptied(sql, directory);
        }
    }

    /** Ends the held runs of which nothing is held any more. */
    static void endEmptied(JdbcTemplate sql, String directory) {
        sql.update("""
                UPDATE run r SET state = %s
                WHERE r.directory = ? AND r.state = 'HELD'
                  AND NOT EXISTS (SELECT FROM plan_action o WHERE o.run = r.id AND o.state = 'HELD')""".formatted(WITHOUT_HELD), directory);
    }

    /**
     * Of somebody who is no user yet only the newest plan knows what is said of him: no version tells a release that it
     * is outdated. There it keeps since when he has been waiting.
     */
    private int supersedeCreates() {
        sql.update("""
                UPDATE plan_action a SET first_held_at = coalesce(o.first_held_at, r.opened_at)
                FROM plan_action o JOIN run r ON r.id = o.run
                WHERE r.directory = ? AND r.state = 'HELD' AND r.id <> ? AND o.state = 'HELD' AND o.kind = 'CREATE'
                  AND a.run = ? AND a.state = 'HELD' AND a.kind = 'CREATE' AND a.source = o.source AND a.key = o.key""", directory, run.value(), run.value());
        return sql.update("""
                UPDATE plan_action o SET state = 'SUPERSEDED'
                FROM run r, touched t
                WHERE r.directory = ? AND r.state = 'HELD' AND r.id <> ? AND o.run = r.id AND o.state = 'HELD'
                  AND o.kind = 'CREATE' AND t.source = o.source AND t.key = o.key""", directory, run.value());
    }
}
