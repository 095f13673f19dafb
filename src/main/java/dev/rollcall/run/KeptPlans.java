package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.SourceTerms;
import dev.rollcall.run.RunLedger.Entry;
import dev.rollcall.run.RunSummary.State;
import dev.rollcall.source.RunId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Plans stay for a while only: they name people, and there are more of them every day.
 *
 * <p>That of a dry run is outdated soon (acceptance row 113). That of another run stays as long as somebody may decide on
 * it, and longer; what became of it stands in the changes and in the ledger.
 */
@Service
public class KeptPlans {
    /** Deleted with one statement. */
    private static final int PLANS = 100;

    private final Configuration configuration;
    private final RunLedger ledger;
    private final JdbcTemplate sql;
    private final Clock clock;

    KeptPlans(Configuration configuration, RunLedger ledger, JdbcTemplate sql, Clock clock) {
        this.configuration = configuration;
        this.ledger = ledger;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Lets nobody read a plan that has expired, deleted or not yet.
     *
     * @throws RunFailure when it has
     */
    public void requireKept(RunId run) {
        ledger.find(run).filter(this::hasExpired).ifPresent(entry -> {
            throw LifeCode.EXPIRED.failure(
                    "run=" + run,
                    entry.dryRun()
                            ? "the results of this dry run have expired. Make another one: `rollcall plan "
                                    + entry.summary().source() + "`."
                            : "the plan of this run has expired (`limits.plansExpireAfter`). What became of it stands in"
                                    + " the directory's changes.");
        });
    }

    private boolean hasExpired(Entry entry) {
        if (entry.planDeletedAt() != null) {
            return true;
        }
        Instant closed = entry.decidedAt() == null ? entry.endedAt() : entry.decidedAt();
        State state = entry.summary().state();
        if (closed == null || state == State.HELD || state == State.REJECTED) {
            return false;
        }
        DirectoryConfiguration directory =
                configuration.directories().get(entry.summary().directory());
        SourceTerms terms = directory == null ? SourceTerms.DEFAULT : directory.terms();
        return !clock.instant().isBefore(closed.plus(terms.expireAfter(entry.dryRun())));
    }

    /**
     * Deletes the plans that have expired, and the records that were refused with them; the ledger keeps the runs.
     *
     * @return how many actions were deleted
     */
    public int deleteExpired() {
        Instant now = clock.instant();
        return configuration.directories().values().stream()
                .mapToInt(directory -> delete(directory, true, now) + delete(directory, false, now))
                .sum();
    }

    /** Some plans at a time: the first time there may be those of years. */
    private int delete(DirectoryConfiguration directory, boolean dryRun, Instant now) {
        Timestamp last = Timestamp.from(now.minus(directory.terms().expireAfter(dryRun)));
        int actions = 0;
        List<String> expired;
        do {
            expired = expired(directory.directory(), dryRun, last);
            actions += delete(expired, now);
        } while (expired.size() == PLANS);
        return actions;
    }

    private List<String> expired(String directory, boolean dryRun, Timestamp last) {
        return sql.queryForList("""
                SELECT id FROM run
                WHERE directory = ? AND dry_run = ? AND state NOT IN ('HELD', 'REJECTED')
                  AND plan_deleted_at IS NULL AND ended_at <= ? AND (decided_at IS NULL OR decided_at <= ?)
                ORDER BY ended_at LIMIT ?""", String.class, directory, dryRun, last, last, PLANS);
    }

    private int delete(List<String> runs, Instant now) {
        return runs.isEmpty() ? 0 : sql.update("""
                WITH expired AS (
                    UPDATE run SET plan_deleted_at = ? WHERE id = ANY (?) RETURNING id),
                refused AS (
                    DELETE FROM rejection r USING expired e WHERE r.run = e.id)
                DELETE FROM plan_action a USING expired e WHERE a.run = e.id""", Timestamp.from(now), runs.toArray(new String[0]));
    }
}
