package dev.rollcall.run;

import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.directory.store.Links;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.plan.Safeguards;
import dev.rollcall.source.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Judges a whole plan: what is held for a person to decide, and what stands in whose way. */
final class Judgement {
    private static final Safeguards.Limit BESIDE_HELD_REMOVALS = new Safeguards.Limit(10, null);
    private static final String WITH_ACCESS = "access = 'ACTIVE'";
    /** Not deprovisioned yet. */
    private static final String LINKED = "true";

    private final JdbcTemplate sql;
    private final String directory;
    private final RunId run;

    Judgement(JdbcTemplate sql, String directory, RunId run) {
        this.sql = sql;
        this.directory = directory;
        this.run = run;
    }

    /**
     * A joiner with the address or number of somebody absent, or with what the directory matches somebody else by, also
     * where the absence takes nothing: both wait, neither is guessed to be the other (D23).
     *
     * <p>Who is not to be made keeps nobody waiting, and a quarantine was the time in which to return.
     */
    void withholdRekeys() {
        sql.update("""
                WITH leaver AS MATERIALIZED (
                    SELECT a.seq, a.user_id, u.email_key, e.number
                    FROM plan_action a
                    JOIN directory_user u ON u.id = a.user_id
                    LEFT JOIN employee e ON e.user_id = u.id
                    WHERE a.run = ? AND (a.loses_access OR a.removes) AND a.evidence IN ('ABSENT', 'GONE')
                      AND a.access_before <> 'QUARANTINED'),
                joiner AS MATERIALIZED (
                    SELECT seq, email_key, number, match_keys FROM plan_action
                    WHERE run = ? AND kind = 'CREATE' AND state IN ('PLANNED', 'HELD')),
                suspect AS MATERIALIZED (
                    SELECT j.seq, l.user_id FROM joiner j JOIN leaver l ON l.email_key = j.email_key
                    UNION ALL
                    SELECT j.seq, l.user_id FROM joiner j JOIN leaver l ON l.number = j.number
                    UNION ALL
                    SELECT j.seq, k.user_id
                    FROM joiner j CROSS JOIN unnest(j.match_keys) AS said (key)
                    JOIN user_key k ON k.directory = ? AND k.key = said.key)
                UPDATE plan_action a SET state = 'WITHHELD', obstacle = ?
                WHERE a.run = ? AND a.state IN ('PLANNED', 'HELD')
                  AND (a.seq IN (SELECT seq FROM suspect)
                       OR a.seq IN (SELECT seq FROM leaver WHERE user_id IN (SELECT user_id FROM suspect)))""", run.value(), run.value(), directory, Obstacle.SUSPECTED_REKEY.name(), run.value());
    }

    /**
     * Holds what people decide about: losses of access and removals above their limit (D3), and creates and updates
     * where they have one.
     *
     * @param source whose linked users are the base; null for a clock run, whose base is the whole directory
     * @return sentences for the summary; none when the plan is clear
     */
    List<String> hold(Safeguards limits, @Nullable String source) {
        List<String> messages = new ArrayList<>();
        long losses = count("SELECT count(DISTINCT user_id) FROM plan_action WHERE run = ? AND loses_access"
                + " AND state <> 'SUPPRESSED'");
        long removals = count(
                "SELECT count(DISTINCT user_id) FROM plan_action WHERE run = ? AND removes AND state <> 'SUPPRESSED'");
        if (losses + removals == 0 && limits.creates() == null && limits.updates() == null) {
            return messages;
        }
        boolean tooMany = passes(limits.removals(), losses, WITH_ACCESS, source)
                || passes(limits.removals(), removals, LINKED, source);
        if (tooMany) {
            hold("loses_access OR removes", Obstacle.REMOVALS_LIMIT);
            if (losses > 0) {
                long base = base(WITH_ACCESS, source);
                messages.add("the plan takes access from %,d of %,d users (%.1f %%), limit %s. Nobody lost access."
                        .formatted(
                                losses,
                                base,
                                share(losses, base),
                                limits.removals().text()));
            }
            if (removals > 0) {
                long base = base(LINKED, source);
                messages.add("the plan removes %,d of %,d users (%.1f %%), limit %s. Nobody was removed."
                        .formatted(
                                removals,
                                base,
                                share(removals, base),
                                limits.removals().text()));
            }
        }
        long creates =
                count("SELECT count(*) FROM plan_action WHERE run = ? AND kind = 'CREATE' AND state = 'PLANNED'");
        if (tooMany && passes(BESIDE_HELD_REMOVALS, creates, WITH_ACCESS, source)) {
            hold("kind = 'CREATE'", Obstacle.CREATES_WITH_HELD_REMOVALS);
        } else if (limits.creates() != null && passes(limits.creates(), creates, LINKED, source)) {
            hold("kind = 'CREATE'", Obstacle.CREATES_LIMIT);
            messages.add("the plan creates %,d users beside %,d, limit %s. Nobody was created."
                    .formatted(creates, base(LINKED, source), limits.creates().text()));
        }
        long updates = count("SELECT count(*) FROM plan_action WHERE run = ? AND kind IN ('UPDATE', 'LINK')"
                + " AND state = 'PLANNED' AND NOT loses_access");
        if (limits.updates() != null && passes(limits.updates(), updates, LINKED, source)) {
            hold("kind IN ('UPDATE', 'LINK') AND NOT loses_access", Obstacle.UPDATES_LIMIT);
            messages.add("the plan changes %,d of %,d users, limit %s. Nobody of them was changed."
                    .formatted(updates, base(LINKED, source), limits.updates().text()));
        }
        return messages;
    }

    /** Counts users no further than to the number from which on the limit is kept: seldom all of them. */
    private boolean passes(Safeguards.Limit limit, long affected, String users, @Nullable String source) {
        return affected > 0 && limit.isPassedBy(affected, users(users, source, limit.keptFrom(affected)));
    }

    /** The users shares are counted against, as they are before the run. */
    private long base(String users, @Nullable String source) {
        return users(users, source, Long.MAX_VALUE);
    }

    private long users(String condition, @Nullable String source, long most) {
        return Objects.requireNonNull(
                sql.queryForObject("""
                SELECT count(*) FROM (
                    SELECT FROM directory_user
                    WHERE directory = ? AND access <> 'DEPROVISIONED' AND (?::text IS NULL OR starts_with(external_id, ? || ':'))
                      AND %s LIMIT ?) u""".formatted(condition), Long.class, directory, source, source, most));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 100.0 : part * 100.0 / whole;
    }

    private void hold(String condition, Obstacle obstacle) {
        sql.update(
                "UPDATE plan_action SET state = 'HELD', obstacle = coalesce(obstacle, ?) WHERE run = ? AND ("
                        + condition + ") AND state IN ('PLANNED', 'HELD')",
                obstacle.name(),
                run.value());
    }

    /**
     * Withholds access beyond the licenses, of those who start last (D12, D13, row 108).
     *
     * <p>A license is a user with access (D27). What is freed by a loss that is applied with this plan counts; nobody who
     * has access loses it because there are too few. Whoever goes without keeps his address, so that addresses are judged
     * once more.
     */
    void withholdUnlicensed(int licenses) {
        long freed = count("SELECT count(DISTINCT u.id) FROM plan_action a JOIN directory_user u ON u.id = a.user_id"
                + " WHERE a.run = ? AND a.state = 'PLANNED' AND u.access = 'ACTIVE' AND NOT u.suspended"
                + " AND a.access <> 'ACTIVE'");
        long free = Math.max(0, licenses - new Links(sql, directory).licensesUsed() + freed);
        int without = sql.update("""
                UPDATE plan_action SET state = 'WITHHELD', obstacle = ?
                WHERE run = ? AND seq IN (
                    SELECT seq FROM plan_action WHERE run = ? AND state = 'PLANNED' AND gains_access
                    ORDER BY start_date NULLS LAST, external_id OFFSET ?)""", Obstacle.LICENSES.name(), run.value(), run.value(), free);
        if (without > 0) {
            withholdTakenAddresses();
        }
    }

    /**
     * Withholds addresses two users would have, judged on the state the plan will really leave (D26).
     *
     * <p>Swaps and chains pass. An update loses its address only; a new user cannot be made without.
     */
    void withholdTakenAddresses() {
        List<Long> losers = losers();
        while (!losers.isEmpty()) {
            losers.forEach(this::withholdAddress);
            losers = losers();
        }
    }

    private List<Long> losers() {
        return sql.queryForList("""
                WITH claim AS (
                    SELECT seq, user_id, email_key FROM plan_action
                    WHERE run = ? AND state = 'PLANNED' AND moves_email AND email_key IS NOT NULL)
                SELECT seq FROM claim
                WHERE email_key IN (SELECT email_key FROM claim GROUP BY email_key HAVING count(*) > 1)
                UNION
                SELECT c.seq
                FROM claim c JOIN directory_user u
                  ON u.directory = ? AND u.email_key = c.email_key AND u.id <> c.user_id
                WHERE NOT EXISTS (SELECT FROM plan_action o
                                  WHERE o.run = ? AND o.user_id = u.id AND o.state = 'PLANNED' AND o.moves_email)
                ORDER BY 1""", Long.class, run.value(), directory, run.value());
    }

    private void withholdAddress(long seq) {
        sql.query(
                """
                SELECT a.kind, a.changed, a.profile, u.email, u.email_key, u.profile AS known, a.access_before, a.access
                FROM plan_action a LEFT JOIN directory_user u ON u.id = a.user_id WHERE a.run = ? AND a.seq = ?""",
                row -> {
                    byte @Nullable [] known = row.getBytes("known");
                    if (known == null || row.getString("kind").equals("LINK")) {
                        withhold(seq);
                        return;
                    }
                    List<String> changed = new ArrayList<>(
                            List.of((String[]) row.getArray("changed").getArray()));
                    changed.remove(Attribute.EMAILS.label());
                    Profile profile = ProfileCodec.decode(row.getBytes("profile"));
                    Value address = ProfileCodec.decode(known).values().get(Attribute.EMAILS.label());
                    sql.update(
                            "UPDATE plan_action SET state = ?, obstacle = ?, moves_email = false, email = ?, email_key = ?,"
                                    + " changed = ?, profile = ? WHERE run = ? AND seq = ?",
                            changed.isEmpty() && row.getString("access").equals(row.getString("access_before"))
                                    ? "WITHHELD"
                                    : "PLANNED",
                            Obstacle.EMAIL_TAKEN.name(),
                            row.getString("email"),
                            row.getString("email_key"),
                            changed.toArray(new String[0]),
                            ProfileCodec.encode(
                                    address == null
                                            ? profile.without(Attribute.EMAILS.label())
                                            : profile.with(Attribute.EMAILS.label(), address)),
                            run.value(),
                            seq);
                },
                run.value(),
                seq);
    }

    private void withhold(long seq) {
        sql.update(
                "UPDATE plan_action SET state = 'WITHHELD', obstacle = ? WHERE run = ? AND seq = ?",
                Obstacle.EMAIL_TAKEN.name(),
                run.value(),
                seq);
    }

    private long count(String query) {
        Long count = sql.queryForObject(query, Long.class, run.value());
        return count == null ? 0 : count;
    }
}
