package dev.rollcall.run;

import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.run.RunSummary.Counts;
import dev.rollcall.run.RunSummary.State;
import dev.rollcall.source.Problem;
import dev.rollcall.source.RunId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The runs there were, what became of each, and where every source stands. */
@Repository
public class RunLedger {
    private static final int KEY_LENGTH = 32;

    private final JdbcTemplate sql;

    RunLedger(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * What is remembered of a source.
     *
     * @param appliedDigest configuration of the last applied run; null before the first
     * @param watermark null: read everything
     */
    public record SourceState(
            boolean enabled,
            @Nullable String appliedDigest,
            @Nullable Instant watermark,
            boolean fullNeeded,
            @Nullable Instant lastFullAt,
            @Nullable Instant lastSuccessAt,
            @Nullable String lastProblem,
            @Nullable Instant lastProblemAt) {}

    /** A run as the ledger has it. */
    public record Entry(
            RunSummary summary,
            boolean dryRun,
            String configDigest,
            Instant openedAt,
            @Nullable Instant endedAt) {}

    /** Makes the rows of directory and source, once. */
    void register(SourceConfiguration source) {
        registerDirectory(source.directory());
        sql.update(
                "INSERT INTO source (directory, name, enabled_at) VALUES (?, ?, CASE WHEN ? THEN now() END)"
                        + " ON CONFLICT (directory, name) DO UPDATE"
                        + " SET enabled_at = coalesce(source.enabled_at, excluded.enabled_at)",
                source.directory(),
                source.source(),
                source.enabled());
    }

    void registerDirectory(String directory) {
        byte[] key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        sql.update(
                "INSERT INTO directory (name, reference_key, reference_inner, reference_outer) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                directory,
                key,
                References.padded(key, 0x36),
                References.padded(key, 0x5c));
    }

    byte[] referenceKey(String directory) {
        byte @Nullable [] key =
                sql.queryForObject("SELECT reference_key FROM directory WHERE name = ?", byte[].class, directory);
        if (key == null) {
            throw new IllegalStateException("directory " + directory + " is not registered");
        }
        return key;
    }

    /** Where the source stands; of one that never ran, nothing is remembered. */
    public SourceState state(String directory, String source) {
        List<SourceState> found = sql.query(
                "SELECT * FROM source WHERE directory = ? AND name = ?", RunLedger::readState, directory, source);
        return found.isEmpty() ? new SourceState(false, null, null, true, null, null, null, null) : found.getFirst();
    }

    private static SourceState readState(ResultSet row, int number) throws SQLException {
        return new SourceState(
                row.getTimestamp("enabled_at") != null,
                row.getString("applied_digest"),
                instant(row, "watermark"),
                row.getBoolean("full_needed"),
                instant(row, "last_full_at"),
                instant(row, "last_success_at"),
                row.getString("last_problem"),
                instant(row, "last_problem_at"));
    }

    /** From now on the source's runs apply their plans (acceptance row 125). */
    public void enable(SourceConfiguration source) {
        register(source);
        sql.update(
                "UPDATE source SET enabled_at = coalesce(enabled_at, now()) WHERE directory = ? AND name = ?",
                source.directory(),
                source.source());
    }

    /** Something wrong with a source outside its runs; its next success takes it away. */
    public void report(SourceConfiguration source, Problem problem) {
        register(source);
        sql.update(
                "UPDATE source SET last_problem = ?, last_problem_at = now() WHERE directory = ? AND name = ?",
                problem.toString(),
                source.directory(),
                source.source());
    }

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

    void end(RunSummary summary, Instant now) {
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

    /** Ends a run that has not ended; false when it had. */
    boolean fail(RunId run, Problem why, Instant now) {
        int ended = sql.update(
                "UPDATE run SET state = 'FAILED', ended_at = ?, messages = messages || ?::text"
                        + " WHERE id = ? AND state IN ('OPEN', 'STAGED')",
                Timestamp.from(now),
                why.toString(),
                run.value());
        if (ended == 1) {
            sql.update(
                    "UPDATE source s SET last_problem = ?, last_problem_at = ? FROM run r"
                            + " WHERE r.id = ? AND s.directory = r.directory AND s.name = r.source",
                    why.toString(),
                    Timestamp.from(now),
                    run.value());
        }
        return ended == 1;
    }

    void succeed(Run run, String digest, @Nullable Instant watermark, boolean full, boolean fullNeeded, Instant now) {
        sql.update(
                "UPDATE source SET applied_digest = ?, watermark = coalesce(?, watermark), full_needed = ?,"
                        + " last_full_at = CASE WHEN ? THEN ? ELSE last_full_at END, last_success_at = ?,"
                        + " last_problem = NULL, last_problem_at = NULL WHERE directory = ? AND name = ?",
                digest,
                watermark == null ? null : Timestamp.from(watermark),
                fullNeeded,
                full,
                Timestamp.from(now),
                Timestamp.from(now),
                run.directory(),
                run.source());
    }

    /** The source answered and had nothing new: what was applied, and when, stays as it is known. */
    void reached(Run run, Instant now) {
        sql.update(
                "UPDATE source SET last_success_at = ?, last_problem = NULL, last_problem_at = NULL"
                        + " WHERE directory = ? AND name = ?",
                Timestamp.from(now),
                run.directory(),
                run.source());
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
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
