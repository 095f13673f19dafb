package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.directory.store.StagedTable;
import dev.rollcall.run.RunSummary.Counts;
import dev.rollcall.run.RunSummary.State;
import dev.rollcall.run.SourceLedger.SourceState;
import dev.rollcall.source.Problem;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settles one run at a time in a directory: the directory's lock is held to the end of the transaction.
 *
 * <p>Everything a source sent is judged as a whole here, before anybody's user is looked at.
 */
@Component
class Settling {
    private static final int MOST_PERCENT = 90;

    private final Configuration configuration;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final RunLedger ledger;
    private final SourceLedger sources;
    private final Staging staging;
    private final PlanArchive archive;
    private final Instance instance;
    private final Clock clock;

    Settling(
            Configuration configuration,
            JdbcTemplate sql,
            TransactionTemplate transaction,
            RunLedger ledger,
            SourceLedger sources,
            Staging staging,
            PlanArchive archive,
            Instance instance,
            Clock clock) {
        this.configuration = configuration;
        this.sql = sql;
        this.transaction = transaction;
        this.ledger = ledger;
        this.sources = sources;
        this.staging = staging;
        this.archive = archive;
        this.instance = instance;
        this.clock = clock;
    }

    RunSummary settle(OpenRun open) {
        Run run = open.run;
        RunSummary summary = transaction.execute(status -> {
            lock(run.directory());
            claim(run.id(), open.where());
            RunSummary settled = settleLocked(open);
            if (run.dryRun()) {
                archive.copyOut(run.id());
                status.setRollbackOnly();
            }
            return settled;
        });
        if (summary == null) {
            throw new IllegalStateException("a settling without a summary");
        }
        if (run.dryRun()) {
            archive.keep(run.id());
            ledger.end(summary, clock.instant());
        }
        return summary;
    }

    /** One settling at a time in a directory, whichever process does it, in a transaction that joins whole tables. */
    void lock(String directory) {
        sql.execute("SET LOCAL work_mem = '64MB'");
        // what was just staged is in memory, and disks turn no more
        sql.execute("SET LOCAL random_page_cost = 1.1");
        sql.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 1))",
                row -> {
                    // the lock is the result
                },
                directory);
    }

    private void claim(RunId run, String where) {
        if (!ledger.move(run, instance.id(), State.STAGED, State.STAGED)) {
            throw new RunFailure(RunCode.TAKEN_OVER.problem(
                    where, "the run is not ours any more; another process ended it. Nothing was changed."));
        }
    }

    private RunSummary settleLocked(OpenRun open) {
        Run run = open.run;
        Instant now = clock.instant();
        List<String> messages = new ArrayList<>();
        Staging.Tally sent = staging.tally(run.id());
        if (sent.rows() != open.records()) {
            throw new RunFailure(RunCode.STAGING_LOST.problem(
                    open.where(),
                    "staging holds " + sent.rows() + " of " + open.records()
                            + " records: the database was restarted while the run was under way. Nothing was changed;"
                            + " start the run again."));
        }
        Staging.Doubles doubled = staging.settleDoubles(run.id(), open.filtered(), open.seen);
        long doubles = doubled.refused();
        if (doubles > 0) {
            messages.add(RunCode.DOUBLE_KEY
                    .problem(
                            open.where(),
                            doubles + " keys have records that differ; their users stay as they are. Give every person"
                                    + " one record, or map another key.")
                    .toString());
        }
        messages.addAll(open.warnings.messages(open.where()));
        configuration.files().problem().map(Problem::toString).ifPresent(messages::add);
        staging.analyze(run.id());
        SourceState state = sources.state(run.directory(), run.source());
        judgeRejected(open, sent, doubles);
        boolean absence = absence(open, sent, messages);
        StagedTable table = Staging.table(run.id());
        messages.addAll(new Settlement(
                        sql,
                        run.id(),
                        open.directory,
                        run.source(),
                        table,
                        sent.rows() - doubled.dropped(),
                        open.source.scope(),
                        absence,
                        sources.reconfigured(configuration, run.directory()),
                        run.dryRun() ? run.openedAt() : null,
                        now)
                .settle());
        if (!(open.end().snapshot() instanceof Snapshot.Delta)) {
            messages.addAll(open.emptyEverywhere.messages(open.where(), run.dryRun(), name -> changes(run, name)));
        }
        Counts counts = counts(run.id(), sent, doubles);
        State ended = run.dryRun() ? State.PLANNED : counts.held() > 0 ? State.HELD : State.APPLIED;
        RunSummary summary = new RunSummary(run.id(), run.source(), run.directory(), ended, counts, messages);
        if (!run.dryRun()) {
            supersede(run, counts);
            boolean delta = open.end().snapshot() instanceof Snapshot.Delta;
            sources.succeed(
                    run,
                    open.source.digest(),
                    open.end().watermark(),
                    !delta,
                    delta ? counts.rejected() > 0 || state.fullNeeded() : false,
                    now);
            ledger.end(summary, now);
        }
        return summary;
    }

    private long changes(Run run, String attribute) {
        Long users = sql.queryForObject(
                "SELECT count(*) FROM plan_action WHERE run = ? AND kind <> 'CREATE' AND state = 'PLANNED'"
                        + " AND ? = ANY (changed)",
                Long.class,
                run.id().value(),
                attribute);
        return users == null ? 0 : users;
    }

    private static void judgeRejected(OpenRun open, Staging.Tally sent, long doubles) {
        long rejected = sent.rejected() + doubles;
        int limit = open.directory.safeguards().rejectedPercent();
        if (rejected * 100 > sent.rows() * limit) {
            throw new RunFailure(RunCode.TOO_MANY_REJECTED.problem(
                    open.where(),
                    "%,d of %,d records were rejected (%.1f %%), limit %d %%. Nothing was changed; correct the mapping or the source. The rejections are listed with the run."
                            .formatted(rejected, sent.rows(), rejected * 100.0 / sent.rows(), limit)));
        }
    }

    /** Whether an absence in this snapshot means that somebody left (D15, D19). */
    private boolean absence(OpenRun open, Staging.Tally sent, List<String> messages) {
        String reason = switch (open.end().snapshot()) {
            case Snapshot.Full full -> doubt(open, sent, full.proof());
            case Snapshot.Unproven unproven -> unproven.why();
            case Snapshot.Delta delta -> "";
            case Snapshot.Broken broken -> throw new RunFailure(broken.problem());
        };
        if (reason == null && sent.keyless() > 0) {
            reason = sent.keyless() + " records have no readable key and may be anybody's";
        }
        if (reason == null) {
            return true;
        }
        if (!reason.isEmpty()) {
            messages.add("nobody was removed by absence: " + reason + ".");
        }
        return false;
    }

    private @Nullable String doubt(OpenRun open, Staging.Tally sent, Proof proof) {
        if (sent.rows() > 0 && !proof.needsMostPeople()) {
            return null;
        }
        Long known = sql.queryForObject(
                "SELECT count(*) FROM employee WHERE directory = ? AND source = ? AND evidence = 'PRESENT'",
                Long.class,
                open.run.directory(),
                open.run.source());
        long present = known == null ? 0 : known;
        if (sent.rows() == 0 && present > 0 && !open.run.allowEmpty()) {
            throw new RunFailure(RunCode.EMPTY_SNAPSHOT.problem(
                    open.where(),
                    "the source sent no record at all, and %,d were expected. Nothing was changed; if the source is really empty, run it with --allow-empty."
                            .formatted(present)));
        }
        return proof.needsMostPeople() && (sent.accepted() + sent.gone()) * 100 < present * MOST_PERCENT
                ? "the source sent %,d of %,d people, under 90 %%".formatted(sent.accepted(), present)
                : null;
    }

    /** A newer plan takes the place of a held one, and keeps since when each user has been waiting. */
    void supersede(Run run, Counts counts) {
        String id = run.id().value();
        List<String> older = sql.queryForList(
                "SELECT id FROM run WHERE directory = ? AND source = ? AND state = 'HELD' AND id <> ?",
                String.class,
                run.directory(),
                run.source(),
                id);
        older.forEach(plan -> supersede(plan, id));
        if (counts.held() > 0) {
            sql.update(
                    "UPDATE plan_action SET first_held_at = ?"
                            + " WHERE run = ? AND state = 'HELD' AND first_held_at IS NULL",
                    Timestamp.from(run.openedAt()),
                    id);
        }
    }

    void supersede(String older, String newer) {
        sql.update("""
                UPDATE plan_action a SET first_held_at = coalesce(o.first_held_at, r.opened_at)
                FROM plan_action o JOIN run r ON r.id = o.run
                WHERE a.run = ? AND a.state = 'HELD' AND o.user_id = a.user_id AND o.state = 'HELD' AND o.run = ?""", newer, older);
        sql.update("UPDATE plan_action SET state = 'SUPERSEDED' WHERE run = ? AND state = 'HELD'", older);
        sql.update("UPDATE run r SET state = " + HeldBefore.WITHOUT_HELD + " WHERE id = ?", older);
    }

    Counts counts(RunId run, Staging.Tally sent, long doubles) {
        Counts counts = sql.queryForObject(
                """
                SELECT count(*) FILTER (WHERE state = 'PLANNED' AND kind = 'CREATE'),
                       count(*) FILTER (WHERE state = 'PLANNED' AND kind IN ('UPDATE', 'LINK', 'REACTIVATE')),
                       count(*) FILTER (WHERE state = 'PLANNED' AND kind IN ('DEACTIVATE', 'QUARANTINE', 'DEPROVISION')),
                       count(*) FILTER (WHERE state = 'HELD'),
                       count(*) FILTER (WHERE state = 'WITHHELD' OR state = 'PLANNED' AND obstacle IS NOT NULL),
                       count(*) FILTER (WHERE evidence <> 'ABSENT')
                FROM plan_action WHERE run = ?""",
                (row, number) -> new Counts(
                        sent.rows(),
                        sent.rejected() + doubles,
                        sent.outOfScope(),
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        Math.max(0, sent.accepted() + sent.gone() - row.getLong(6)),
                        row.getLong(4),
                        row.getLong(5)),
                run.value());
        if (counts == null) {
            throw new IllegalStateException("a count without a row");
        }
        return counts;
    }
}
