package dev.rollcall.run;

import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.directory.store.Employees;
import dev.rollcall.directory.store.Managers;
import dev.rollcall.directory.store.Rejections;
import dev.rollcall.directory.store.Touched;
import dev.rollcall.directory.store.Users;
import dev.rollcall.run.Decisions.Decision;
import dev.rollcall.run.RunLedger.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Applies what is held in a plan, or what a rejection suppressed, as far as it still holds.
 *
 * @param directory null when no file describes it any more
 */
record Release(JdbcTemplate sql, @Nullable DirectoryConfiguration directory, Instant now) {
    static final String OF_THESE = " AND (? OR source || ':' || key = ANY (?))";

    /**
     * Applies it for these users; the directory's lock is held.
     *
     * @param users external ids; empty: everybody
     */
    Decision of(Entry entry, Set<String> users) {
        String run = entry.summary().run().value();
        String name = entry.summary().directory();
        Rejections rejections = new Rejections(sql, name);
        long outdated = rejections.skipOutdated(run, users);
        turn(run, users, "state = 'HELD'", "REJECTED");
        Touched touched = new Touched(sql, name, null, null);
        touched.byHeldActions(run);
        long skipped = skip(run, name, users);
        // what the run itself applied is done: only what was held is planned now
        sql.update("UPDATE plan_action SET state = 'APPLIED' WHERE run = ? AND state = 'PLANNED'", run);
        turn(run, users, "state = 'PLANNED', obstacle = NULL", "HELD");
        judge(entry, name);
        touched.decide(run);
        quarantineFromNow(entry);
        Employees employees = new Employees(sql, name);
        employees.linkReleased(run);
        new Managers(sql, name).resolve(run);
        Users known = new Users(sql, name);
        long released = known.apply(run, now);
        known.lookAgain(run, now);
        rejections.lift(run);
        rejections.liftSkipped(run);
        employees.markPending();
        sql.update("UPDATE plan_action SET state = 'APPLIED' WHERE run = ? AND state = 'PLANNED'", run);
        return new Decision(entry.summary().run(), released, outdated + skipped);
    }

    private void turn(String run, Set<String> users, String into, String from) {
        sql.update(
                "UPDATE plan_action SET " + into + " WHERE run = ? AND state = ?" + OF_THESE,
                run,
                from,
                users.isEmpty(),
                names(users));
    }

    /** Passes over whoever changed since; of whom is to be made, whoever became a user elsewhere. */
    private long skip(String run, String name, Set<String> users) {
        return sql.update("""
                UPDATE plan_action a SET state = 'SKIPPED'
                WHERE a.run = ? AND a.state = 'HELD' AND (? OR a.source || ':' || a.key = ANY (?))
                  AND CASE a.kind
                      WHEN 'CREATE' THEN EXISTS (SELECT FROM directory_user u WHERE u.directory = ?
                                                 AND u.external_id = a.source || ':' || a.key)
                                      OR EXISTS (SELECT FROM user_key k
                                                 WHERE k.directory = ? AND k.key = ANY (a.match_keys))
                      ELSE NOT EXISTS (SELECT FROM directory_user u
                                       WHERE u.id = a.user_id AND u.version = a.user_version)
                  END""", run, users.isEmpty(), names(users), name, name);
    }

    static String[] names(Set<String> users) {
        return users.toArray(new String[0]);
    }

    private void judge(Entry entry, String name) {
        Judgement judgement = new Judgement(sql, name, entry.summary().run());
        judgement.withholdTakenAddresses();
        if (directory != null && directory.licenses() != null) {
            judgement.withholdUnlicensed(directory.licenses());
        }
    }

    /**
     * Lets each quarantine that is released begin now, and last as many days as if it had begun when it was planned.
     *
     * <p>Dates that records say stay as they are, and so does the moment at which the calendar looks at the user next: it
     * is too early at worst. Days are counted in the directory's zone.
     */
    private void quarantineFromNow(Entry entry) {
        ZoneId zone =
                directory == null ? ZoneId.of("UTC") : directory.lifecycle().zone();
        Instant planned = Objects.requireNonNull(entry.endedAt());
        long days = ChronoUnit.DAYS.between(
                planned.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate());
        sql.update(
                "UPDATE plan_action SET deprovisions_at ="
                        + " (deprovisions_at AT TIME ZONE ? + ? * interval '1 day') AT TIME ZONE ?"
                        + " WHERE run = ? AND state = 'PLANNED' AND kind = 'QUARANTINE'",
                zone.getId(),
                days,
                zone.getId(),
                entry.summary().run().value());
    }
}
