package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.SourceTerms;
import dev.rollcall.run.RunLedger.Entry;
import dev.rollcall.source.RunId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** The plans of dry runs, which stay for a while only: they name people, and are outdated soon (acceptance row 113). */
@Service
public class DryRunResults {
    private final Configuration configuration;
    private final RunLedger ledger;
    private final JdbcTemplate sql;
    private final Clock clock;

    DryRunResults(Configuration configuration, RunLedger ledger, JdbcTemplate sql, Clock clock) {
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
                    "the results of this dry run have expired. Make another one: `rollcall plan "
                            + entry.summary().source() + "`.");
        });
    }

    private boolean hasExpired(Entry entry) {
        Instant ended = entry.endedAt();
        DirectoryConfiguration directory =
                configuration.directories().get(entry.summary().directory());
        SourceTerms terms = directory == null ? SourceTerms.DEFAULT : directory.terms();
        return entry.dryRun() && ended != null && !clock.instant().isBefore(ended.plus(terms.resultsExpireAfter()));
    }

    /**
     * Deletes the plans that have expired; the ledger keeps the runs.
     *
     * @return how many actions were deleted
     */
    public int deleteExpired() {
        Instant now = clock.instant();
        return configuration.directories().values().stream()
                .mapToInt(directory -> sql.update(
                        """
                        WITH expired AS (
                            UPDATE run SET plan_deleted_at = ?
                            WHERE directory = ? AND dry_run AND plan_deleted_at IS NULL AND ended_at <= ?
                            RETURNING id)
                        DELETE FROM plan_action a USING expired e WHERE a.run = e.id""",
                        Timestamp.from(now),
                        directory.directory(),
                        Timestamp.from(now.minus(directory.terms().resultsExpireAfter()))))
                .sum();
    }
}
