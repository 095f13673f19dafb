package dev.rollcall.run;

import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.plan.Action;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.run.RunEnded.Blocked;
import dev.rollcall.run.RunSummary.Counts;
import dev.rollcall.run.RunSummary.State;
import dev.rollcall.source.Problem;
import dev.rollcall.source.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The runs there were, and what became of each. */
@Repository
public class RunLedger {
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    RunLedger(JdbcTemplate sql, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.sql = sql;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * A run as the ledger has it.
     *
     * @param endedAt null while it is under way
     * @param decidedAt when somebody last decided on its plan; null for never
     * @param planDeletedAt null as long as its plan is kept
     */
    public record Entry(
            RunSummary summary,
            boolean dryRun,
            String configDigest,
            Instant openedAt,
            @Nullable Instant endedAt,
            @Nullable Instant decidedAt,
            @Nullable Instant planDeletedAt) {}

    void open(Run run, UUID owner, Trigger trigger, String digest) {
        sql.update(
                "INSERT INTO run (id, directory, source, state, owner, dry_run, allow_empty, triggered_by, config_digest,"
                        + " opened_at) VALUES (?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?)",
                run.id().value(),
                run.directory(),
                run.source(),
                owner,
                run.dryRun(),
                run.allowEmpty(),
                trigger.by().name(),
                digest,
                Timestamp.from(run.openedAt()));
    }

    void openClock(RunId run, DirectoryConfiguration directory, UUID owner, Instant now) {
        sql.update(
                "INSERT INTO run (id, directory, state, owner, dry_run, allow_empty, triggered_by, config_digest, opened_at)"
                        + " VALUES (?, ?, 'STAGED', ?, false, false, 'CLOCK', ?, ?)",
                run.value(),
                directory.directory(),
                owner,
                directory.digest(),
                Timestamp.from(now));
    }

    /** Moves a run on; false when it is not in that state any more, or somebody else's. */
    boolean move(RunId run, UUID owner, State from, State to) {
        return sql.update(
                        "UPDATE run SET state = ? WHERE id = ? AND owner = ? AND state = ?",
                        to.name(),
                        run.value(),
                        owner,
                        from.name())
                == 1;
    }

    /** Ends a run whose people were judged, and tells it. */
    void end(RunSummary summary, Instant now) {
        end(summary, true, now);
    }

    /** Ends a run that found nothing new, and tells it. */
    void endNothingNew(RunSummary summary, Instant now) {
        end(summary, false, now);
    }

    private void end(RunSummary summary, boolean judged, Instant now) {
        transaction.executeWithoutResult(status -> {
            write(summary, now);
            announce(summary, judged, null, now);
        });
    }

    private void announce(RunSummary summary, boolean judged, @Nullable Problem failure, Instant now) {
        sql.query(
                "SELECT dry_run, triggered_by FROM run WHERE id = ?",
                row -> {
                    boolean dryRun = row.getBoolean("dry_run");
                    events.publishEvent(new RunEnded(
                            summary,
                            dryRun,
                            Trigger.By.valueOf(row.getString("triggered_by")),
                            judged,
                            dryRun ? List.of() : blocked(summary),
                            failure,
                            now));
                },
                summary.run().value());
    }

    private List<Blocked> blocked(RunSummary summary) {
        Counts counts = summary.counts();
        if (counts.held() == 0 && counts.withheld() == 0) {
            return List.of();
        }
        return sql.query(
                "SELECT kind, state, obstacle, count(*) FROM plan_action WHERE run = ? AND obstacle IS NOT NULL"
                        + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                (row, number) -> new Blocked(
                        Action.Kind.valueOf(row.getString(1)),
                        Action.State.valueOf(row.getString(2)),
                        Obstacle.valueOf(row.getString(3)),
                        row.getLong(4)),
                summary.run().value());
    }

    private void write(RunSummary summary, Instant now) {
        Counts counts = summary.counts();
        sql.update(
                "UPDATE run SET state = ?, ended_at = ?, records = ?, rejected = ?, out_of_scope = ?, created = ?,"
                        + " updated = ?, removed = ?, unchanged = ?, held = ?, withheld = ?, messages = ? WHERE id = ?",
                summary.state().name(),
                Timestamp.from(now),
                counts.records(),
                counts.rejected(),
                counts.outOfScope(),
                counts.created(),
                counts.updated(),
                counts.removed(),
                counts.unchanged(),
                counts.held(),
                counts.withheld(),
                summary.messages().toArray(new String[0]),
                summary.run().value());
    }

    /** Ends a run that has not ended, and tells it; false when it had. */
    boolean fail(RunId run, Problem why, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean ended = sql.update(
                            "UPDATE run SET state = 'FAILED', ended_at = ?, messages = messages || ?::text"
                                    + " WHERE id = ? AND state IN ('OPEN', 'STAGED')",
                            Timestamp.from(now),
                            why.toString(),
                            run.value())
                    == 1;
            if (ended) {
                sql.update(
                        "UPDATE source s SET last_problem = ?, last_problem_at = ? FROM run r"
                                + " WHERE r.id = ? AND s.directory = r.directory AND s.name = r.source",
                        why.toString(),
                        Timestamp.from(now),
                        run.value());
                find(run).ifPresent(entry -> announce(entry.summary(), false, why, now));
            }
            return ended;
        }));
    }

    /** Runs that another process left unfinished. */
    List<Entry> unfinished(String directory, @Nullable String source) {
        return sql.query(
                "SELECT * FROM run WHERE state IN ('OPEN', 'STAGED') AND directory = ?"
                        + " AND (?::text IS NULL OR source = ?) ORDER BY opened_at",
                RunLedger::readEntry,
                directory,
                source,
                source);
    }

    UUID owner(RunId run) {
        UUID owner = sql.queryForObject("SELECT owner FROM run WHERE id = ?", UUID.class, run.value());
        if (owner == null) {
            throw new IllegalStateException("run " + run + " has no owner");
        }
        return owner;
    }

    Trigger.By askedBy(RunId run) {
        return Trigger.By.valueOf(Objects.requireNonNull(
                sql.queryForObject("SELECT triggered_by FROM run WHERE id = ?", String.class, run.value())));
    }

    /** One run; empty when there is none of this id. */
    public Optional<Entry> find(RunId run) {
        try {
            return Optional.ofNullable(
                    sql.queryForObject("SELECT * FROM run WHERE id = ?", RunLedger::readEntry, run.value()));
        } catch (EmptyResultDataAccessException e) {
            return Optional.empty();
        }
    }

    /** The newest runs of a directory, newest first; of one source, or of all. */
    public List<Entry> newest(String directory, @Nullable String source, int limit) {
        return sql.query(
                "SELECT * FROM run WHERE directory = ? AND (?::text IS NULL OR source = ?)"
                        + " ORDER BY opened_at DESC, id DESC LIMIT ?",
                RunLedger::readEntry,
                directory,
                source,
                source,
                limit);
    }

    private static Entry readEntry(ResultSet row, int number) throws SQLException {
        String[] messages = (String[]) row.getArray("messages").getArray();
        String source = row.getString("source");
        RunSummary summary = new RunSummary(
                new RunId(row.getString("id")),
                source == null ? "clock" : source,
                row.getString("directory"),
                State.valueOf(row.getString("state")),
                new Counts(
                        row.getLong("records"),
                        row.getLong("rejected"),
                        row.getLong("out_of_scope"),
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("removed"),
                        row.getLong("unchanged"),
                        row.getLong("held"),
                        row.getLong("withheld")),
                Arrays.asList(messages));
        Timestamp opened = row.getTimestamp("opened_at");
        return new Entry(
                summary,
                row.getBoolean("dry_run"),
                row.getString("config_digest"),
                opened.toInstant(),
                instant(row, "ended_at"),
                instant(row, "decided_at"),
                instant(row, "plan_deleted_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
