package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.directory.store.Users;
import dev.rollcall.run.RunSummary.Counts;
import dev.rollcall.run.RunSummary.State;
import dev.rollcall.scope.Scope;
import dev.rollcall.source.RunId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settles what the calendar makes due: start dates reached, end dates passed. No source is asked.
 *
 * <p>The same plan, safeguards and ledger as any run; a run is made only when something is due.
 */
@Service
public class ClockRuns {
    private static final Staging.Tally NOTHING_SENT = new Staging.Tally(0, 0, 0, 0, 0, 0);

    private final Configuration configuration;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final RunLedger ledger;
    private final Settling settling;
    private final SourceLedger sources;
    private final Instance instance;
    private final Clock clock;

    ClockRuns(
            Configuration configuration,
            JdbcTemplate sql,
            TransactionTemplate transaction,
            RunLedger ledger,
            Settling settling,
            SourceLedger sources,
            Instance instance,
            Clock clock) {
        this.configuration = configuration;
        this.sql = sql;
        this.transaction = transaction;
        this.ledger = ledger;
        this.settling = settling;
        this.sources = sources;
        this.instance = instance;
        this.clock = clock;
    }

    /** Settles every directory in which somebody is due. */
    public List<RunSummary> settleDue() {
        return configuration.directories().values().stream()
                .map(this::settle)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<RunSummary> settle(DirectoryConfiguration directory) {
        return Optional.ofNullable(transaction.execute(status -> {
            settling.lock(directory.directory());
            Instant now = clock.instant();
            List<String> outdated = outdated(directory);
            Users users = new Users(sql, directory.directory());
            outdated.forEach(plan -> users.planAnew(plan, now));
            RunSummary settled = due(directory.directory(), now) ? settleLocked(directory, now) : null;
            outdated.forEach(plan -> settling.supersede(
                    plan, settled == null ? plan : settled.run().value()));
            return settled;
        }));
    }

    /** Plans of the calendar that nobody may release any more: of people whose source is gone no other is made. */
    private List<String> outdated(DirectoryConfiguration directory) {
        return sql.queryForList(
                "SELECT id FROM run WHERE directory = ? AND source IS NULL AND triggered_by = 'CLOCK'"
                        + " AND state = 'HELD' AND config_digest <> ?",
                String.class,
                directory.directory(),
                directory.digest());
    }

    private boolean due(String directory, Instant now) {
        Boolean due = sql.queryForObject(
                "SELECT EXISTS (SELECT FROM directory_user WHERE directory = ? AND next_transition_at <= ?)"
                        + " OR EXISTS (SELECT FROM employee WHERE directory = ? AND due_at <= ?)",
                Boolean.class,
                directory,
                Timestamp.from(now),
                directory,
                Timestamp.from(now));
        return Boolean.TRUE.equals(due);
    }

    private RunSummary settleLocked(DirectoryConfiguration directory, Instant now) {
        RunId id = new RunId("clock-" + directory.directory() + "-" + now.toEpochMilli());
        ledger.openClock(id, directory, instance.id(), now);
        Set<String> reconfigured = sources.reconfigured(configuration, directory.directory());
        List<String> messages = new Settlement(
                        sql, id, directory, null, null, 0, Scope.EVERYBODY, false, reconfigured, null, now)
                .settle();
        Counts counts = settling.counts(id, NOTHING_SENT, 0);
        State state = counts.held() > 0 ? State.HELD : State.APPLIED;
        RunSummary summary = new RunSummary(id, "clock", directory.directory(), state, counts, messages);
        ledger.end(summary, now);
        return summary;
    }
}
