package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.config.SourceTerms;
import dev.rollcall.source.Problem;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Where every source stands: what was applied last, what is read next, and what is wrong with it. */
@Repository
public class SourceLedger {
    private static final int KEY_LENGTH = 32;

    private final JdbcTemplate sql;

    SourceLedger(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * What is remembered of a source.
     *
     * @param enabled its runs apply their plans; also while it is paused
     * @param appliedDigest configuration of the last applied run; null before the first
     * @param watermark null: read everything
     */
    public record SourceState(
            boolean enabled,
            @Nullable Instant pausedAt,
            @Nullable Instant disconnectedAt,
            @Nullable String appliedDigest,
            @Nullable Instant watermark,
            boolean fullNeeded,
            @Nullable Instant lastFullAt,
            @Nullable Instant lastSuccessAt,
            @Nullable String lastProblem,
            @Nullable Instant lastProblemAt) {}

    /** Makes the rows of directory and source, once. */
    void register(SourceConfiguration source) {
        registerDirectory(source.directory());
        sql.update(
                "INSERT INTO source (directory, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
                source.directory(),
                source.source());
    }

    /** The same, and enables it where its mapping says so and nothing that a person decided stands against that. */
    void register(SourceConfiguration source, SourceTerms terms) {
        register(source);
        if (isEnabledByFile(source, terms)) {
            sql.update(
                    "UPDATE source SET enabled_at = now() WHERE directory = ? AND name = ? AND enabled_at IS NULL",
                    source.directory(),
                    source.source());
        }
    }

    /** Whether {@code enabled: true} in its mapping counts. */
    boolean isEnabledByFile(SourceConfiguration source, SourceTerms terms) {
        return source.enabled()
                && state(source.directory(), source.source()).disconnectedAt() == null
                && (!terms.consentRequired() || hasConsent(source))
                && !(terms.exclusive() && isAnotherEnabled(source));
    }

    private boolean isAnotherEnabled(SourceConfiguration source) {
        return !sql.queryForList(
                        "SELECT 1 FROM source WHERE directory = ? AND name <> ? AND enabled_at IS NOT NULL",
                        source.directory(),
                        source.source())
                .isEmpty();
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
                "SELECT * FROM source WHERE directory = ? AND name = ?", SourceLedger::readState, directory, source);
        return found.isEmpty()
                ? new SourceState(false, null, null, null, null, true, null, null, null, null)
                : found.getFirst();
    }

    /** Sources of the directory that had no applying run yet since their mapping or the directory changed. */
    Set<String> reconfigured(Configuration configuration, String directory) {
        Set<String> reconfigured = new HashSet<>();
        sql.query(
                "SELECT name, applied_digest FROM source WHERE directory = ? AND applied_digest IS NOT NULL",
                row -> {
                    SourceConfiguration present = configuration.sources().get(row.getString(1));
                    if (present != null && !present.digest().equals(row.getString(2))) {
                        reconfigured.add(present.source());
                    }
                },
                directory);
        return reconfigured;
    }

    private static SourceState readState(ResultSet row, int number) throws SQLException {
        return new SourceState(
                row.getTimestamp("enabled_at") != null,
                RunLedger.instant(row, "paused_at"),
                RunLedger.instant(row, "disconnected_at"),
                row.getString("applied_digest"),
                RunLedger.instant(row, "watermark"),
                row.getBoolean("full_needed"),
                RunLedger.instant(row, "last_full_at"),
                RunLedger.instant(row, "last_success_at"),
                row.getString("last_problem"),
                RunLedger.instant(row, "last_problem_at"));
    }

    boolean hasConsent(SourceConfiguration source) {
        return !sql.queryForList(
                        "SELECT 1 FROM consent WHERE directory = ? AND source = ? AND ended_at IS NULL",
                        source.directory(),
                        source.source())
                .isEmpty();
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
}
