package dev.rollcall.run;

import dev.rollcall.config.SourceConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Users there are already who have the address of a source's record, and wait for a person to look (acceptance D22). */
record Adoptions(JdbcTemplate sql) {
    /**
     * What the newest plan of a source says of them.
     *
     * @param users how many wait and nobody linked since; of a plan that expired, how many it withheld
     */
    record Waiting(String run, long users, boolean expired) {
        String sentence() {
            return users == 1
                    ? "1 user is there already and waits: a record has his address."
                    : "%,d users are there already and wait: records have their addresses.".formatted(users);
        }
    }

    /** Of the newest dry run under the present configuration; null when nobody waits. */
    @Nullable
    Waiting tested(SourceConfiguration source) {
        return newest(source, "r.dry_run AND r.state = 'PLANNED' AND r.config_digest = ?", source.digest());
    }

    /** Of the newest run or dry run, whatever came of it; null when nobody waits. */
    @Nullable
    Waiting now(SourceConfiguration source) {
        return newest(source, "r.state NOT IN (?, 'STAGED', 'FAILED')", "OPEN");
    }

    private @Nullable Waiting newest(SourceConfiguration source, String condition, String value) {
        List<Waiting> newest = sql.query(
                """
                SELECT id, CASE WHEN plan_deleted_at IS NOT NULL THEN withheld
                                WHEN withheld > 0 THEN (
                                    SELECT count(DISTINCT a.user_id)
                                    FROM plan_action a JOIN directory_user u ON u.id = a.user_id
                                    WHERE a.run = r.id AND a.state = 'WITHHELD' AND a.obstacle = 'REVIEW'
                                      AND u.external_id IS NULL)
                                ELSE 0 END AS users,
                       plan_deleted_at IS NOT NULL AS expired
                FROM run r
                WHERE r.directory = ? AND r.source = ? AND r.triggered_by <> 'DISCOVERY' AND %s
                ORDER BY r.opened_at DESC, r.id DESC LIMIT 1""".formatted(condition),
                (row, number) -> new Waiting(row.getString("id"), row.getLong("users"), row.getBoolean("expired")),
                source.directory(),
                source.source(),
                value);
        return newest.isEmpty() || newest.getFirst().users() == 0 ? null : newest.getFirst();
    }
}
