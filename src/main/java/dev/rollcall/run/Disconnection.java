package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.directory.store.Links;
import dev.rollcall.run.RunLedger.Entry;
import dev.rollcall.run.Runs.Opening;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The end of a source (acceptance row 127): it is not asked any more, and what it was asked for is forgotten.
 *
 * <p>Its users stay as they are, or lose access by a plan that a person releases.
 */
@Service
public class Disconnection {
    private static final Logger LOG = LoggerFactory.getLogger(Disconnection.class);

    private static final Trigger EVERYBODY_LEAVES = new Trigger(Trigger.By.DISCONNECTION, false, true, true);

    private final Configuration configuration;
    private final SettlingRuns runs;
    private final RunLedger ledger;
    private final SourceLedger sources;
    private final Settling settling;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Disconnection(
            Configuration configuration,
            SettlingRuns runs,
            RunLedger ledger,
            SourceLedger sources,
            Settling settling,
            JdbcTemplate sql,
            TransactionTemplate transaction,
            Clock clock) {
        this.configuration = configuration;
        this.runs = runs;
        this.ledger = ledger;
        this.sources = sources;
        this.settling = settling;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Forgets the source's people; nobody loses access, and nobody but people manages its users from now on.
     *
     * @return how many users lost their external id
     */
    public long keepUsers(SourceConfiguration source) {
        long unlinked = Objects.requireNonNull(transaction.execute(status -> {
            disconnect(source);
            long forgotten = new Links(sql, source.directory()).forget(source.source(), clock.instant());
            supersedeHeld(source);
            return forgotten;
        }));
        LOG.info("source disconnected  source={} unlinked={}", source.source(), unlinked);
        return unlinked;
    }

    /**
     * Plans that everybody the source knows has left. Each loss of access is held, whatever the directory's limits.
     *
     * @throws RunFailure when the plan cannot be made; the source is then as it was
     */
    public RunSummary removeUsers(SourceConfiguration source) {
        RunSummary plan = departEverybody(source);
        transaction.executeWithoutResult(status -> disconnect(source));
        LOG.info(
                "source disconnected  source={} run={} held={}",
                source.source(),
                plan.run(),
                plan.counts().held());
        return plan;
    }

    private RunSummary departEverybody(SourceConfiguration source) {
        DirectoryConfiguration directory =
                configuration.directory(source.directory()).whereEveryLossIsHeld();
        return switch (runs.open(source, directory, EVERYBODY_LEAVES)) {
            case Opening.Opened opened -> {
                RunId run = opened.run().id();
                runs.accept(new SnapshotEnd(run, 0, 0, new Snapshot.Full(new Proof.ByHand()), null));
                yield runs.settle(run);
            }
            case Opening.Refused refused -> throw refused.failure();
        };
    }

    private void disconnect(SourceConfiguration source) {
        settling.lock(source.directory());
        sources.register(source);
        Instant now = clock.instant();
        for (Entry entry : ledger.unfinished(source.directory(), source.source())) {
            ledger.fail(
                    entry.summary().run(),
                    LifeCode.DISCONNECTED.problem(
                            "source=" + source.source(), "the source was disconnected while it was read."),
                    now);
        }
        sql.update(
                "UPDATE source SET enabled_at = NULL, paused_at = NULL, disconnected_at = ?, applied_digest = NULL,"
                        + " watermark = NULL, full_needed = true, last_full_at = NULL, last_problem = NULL,"
                        + " last_problem_at = NULL WHERE directory = ? AND name = ?",
                Timestamp.from(now),
                source.directory(),
                source.source());
        sql.update(
                "UPDATE consent SET ended_at = ? WHERE directory = ? AND source = ? AND ended_at IS NULL",
                Timestamp.from(now),
                source.directory(),
                source.source());
        sql.update(
                "DELETE FROM rejected_create WHERE directory = ? AND source = ?", source.directory(), source.source());
        sql.update("DELETE FROM source_file WHERE directory = ? AND source = ?", source.directory(), source.source());
    }

    /** What was held was planned for users the source has no more, or for those it would have had. */
    private void supersedeHeld(SourceConfiguration source) {
        sql.update("""
                UPDATE plan_action a SET state = 'SUPERSEDED' FROM run r
                WHERE r.directory = ? AND r.state = 'HELD' AND a.run = r.id AND a.state = 'HELD'
                  AND (r.source = ? OR a.kind = 'CREATE' AND a.source = ?)""", source.directory(), source.source(), source.source());
        sql.update(
                "UPDATE run SET state = 'SUPERSEDED' WHERE directory = ? AND source = ? AND state = 'HELD'",
                source.directory(),
                source.source());
        HeldBefore.endEmptied(sql, source.directory());
    }
}
