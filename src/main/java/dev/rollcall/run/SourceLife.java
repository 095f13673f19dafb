package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.config.SourceTerms;
import dev.rollcall.run.SourceLedger.SourceState;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decide about a source: to enable it, to pause it; and where it stands by that (acceptance D33). */
@Service
public class SourceLife {
    private final Configuration configuration;
    private final SourceLedger sources;
    private final Settling settling;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SourceLife(
            Configuration configuration,
            SourceLedger sources,
            Settling settling,
            JdbcTemplate sql,
            TransactionTemplate transaction,
            Clock clock) {
        this.configuration = configuration;
        this.sources = sources;
        this.settling = settling;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How far a source has come. */
    public enum Stage {
        /** No dry run has succeeded under the present configuration. */
        SET_UP,
        TESTED,
        /** Its runs apply their plans. */
        ENABLED,
        /** As enabled, and not asked until it goes on. */
        PAUSED,
        DISCONNECTED
    }

    /** A configuration in force from a run on, until the next one's. */
    public record Version(String digest, Instant since, String run) {}

    public Stage stage(SourceConfiguration source) {
        SourceState state = sources.state(source.directory(), source.source());
        if (state.enabled() || sources.isEnabledByFile(source, terms(source))) {
            return state.pausedAt() == null ? Stage.ENABLED : Stage.PAUSED;
        }
        if (isTested(source)) {
            return Stage.TESTED;
        }
        return state.disconnectedAt() == null ? Stage.SET_UP : Stage.DISCONNECTED;
    }

    /**
     * From now on the source's runs apply their plans (acceptance row 125).
     *
     * @param untested although no dry run succeeded under the present configuration
     * @param unadopted although users there are already wait for review (row 124)
     * @throws RunFailure when a person has to do something else first
     */
    public void enable(SourceConfiguration source, boolean untested, boolean unadopted) {
        change(source, state -> {
            if (terms(source).consentRequired() && !sources.hasConsent(source)) {
                throw new RunFailure(Admission.noConsent(source));
            }
            requireAlone(source);
            if (!state.enabled() && !untested && !isTested(source)) {
                throw LifeCode.NOT_TESTED.failure(
                        where(source),
                        "no dry run of the source has succeeded under its present configuration. Make one and look at"
                                + " its results, `rollcall plan %1$s`; or enable it without, `rollcall enable %1$s --untested`."
                                        .formatted(source.source()));
            }
            if (!state.enabled() && !unadopted) {
                requireAdopted(source);
            }
            sql.update(
                    "UPDATE source SET enabled_at = coalesce(enabled_at, ?), paused_at = NULL, disconnected_at = NULL"
                            + " WHERE directory = ? AND name = ?",
                    now(),
                    source.directory(),
                    source.source());
        });
    }

    private void requireAdopted(SourceConfiguration source) {
        Adoptions.Waiting waiting = new Adoptions(sql).tested(source);
        if (waiting == null) {
            return;
        }
        throw LifeCode.NOT_ADOPTED.failure(
                where(source) + " run=" + waiting.run(),
                "%s `rollcall enable %s --unadopted`."
                        .formatted(
                                waiting.expired()
                                        ? "the results of the newest dry run have expired, and somebody waited in it."
                                                + " Make another one, `rollcall plan " + source.source()
                                                + "`; or enable the source without:"
                                        : waiting.sentence()
                                                + " Look through the dry run's updated.csv and link them by it,"
                                                + " `rollcall import updated.csv --plan`; or enable the source and let"
                                                + " them wait:",
                                source.source()));
    }

    /** That users wait to be linked, by the source's newest run or dry run; empty when nobody does. */
    public Optional<String> unadopted(SourceConfiguration source) {
        return Optional.ofNullable(new Adoptions(sql).now(source))
                .filter(waiting -> !waiting.expired())
                .map(Adoptions.Waiting::sentence);
    }

    /** The source is not asked, and nobody changes, until it is resumed; dry runs are made. */
    public void pause(SourceConfiguration source) {
        setPaused(source, true);
    }

    /** Goes on after a pause. */
    public void resume(SourceConfiguration source) {
        setPaused(source, false);
    }

    private void setPaused(SourceConfiguration source, boolean paused) {
        change(source, state -> {
            if (!state.enabled()) {
                throw LifeCode.NOT_ENABLED.failure(
                        where(source),
                        "the source is not enabled: its runs are dry runs. There is nothing to pause or resume.");
            }
            sql.update(
                    "UPDATE source SET paused_at = CASE WHEN ? THEN coalesce(paused_at, ?) END"
                            + " WHERE directory = ? AND name = ?",
                    paused,
                    now(),
                    source.directory(),
                    source.source());
        });
    }

    /**
     * Refuses what would mix users made by hand with those of the one source a directory takes (acceptance row 15).
     *
     * @throws RunFailure when the directory is exclusive and a source is enabled
     */
    public void requireUsersByHand(String directory) {
        if (!configuration.directory(directory).terms().exclusive()) {
            return;
        }
        enabled(directory).findFirst().ifPresent(source -> {
            throw LifeCode.BY_HAND.failure(
                    "directory=" + directory,
                    "the directory is exclusive and its users come from " + source
                            + ". Make the change there, or disconnect it first.");
        });
    }

    /** The configurations the source's applied runs were made under, the newest first. */
    public List<Version> versions(SourceConfiguration source) {
        return sql.query(
                """
                SELECT id, config_digest, opened_at
                FROM (SELECT id, config_digest, opened_at,
                             lag(config_digest) OVER (ORDER BY opened_at, id) AS before
                      FROM run
                      WHERE directory = ? AND source = ? AND NOT dry_run AND state NOT IN ('OPEN', 'STAGED', 'FAILED')) r
                WHERE before IS DISTINCT FROM config_digest ORDER BY opened_at DESC, id DESC LIMIT 50""",
                (row, number) -> new Version(
                        row.getString("config_digest"),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getString("id")),
                source.directory(),
                source.source());
    }

    private void change(SourceConfiguration source, Consumer<SourceState> change) {
        transaction.executeWithoutResult(status -> {
            settling.lock(source.directory());
            sources.register(source, terms(source));
            change.accept(sources.state(source.directory(), source.source()));
        });
    }

    /** In an exclusive directory one source is connected, also while it is paused (acceptance D1). */
    private void requireAlone(SourceConfiguration source) {
        if (!terms(source).exclusive()) {
            return;
        }
        Optional<String> other = enabled(source.directory())
                .filter(name -> !name.equals(source.source()))
                .findFirst();
        other.ifPresent(name -> {
            throw LifeCode.ANOTHER_SOURCE.failure(
                    where(source),
                    "the directory %s takes one source at a time, and %s is enabled. Disconnect it first: `rollcall disconnect %s`."
                            .formatted(source.directory(), name, name));
        });
    }

    private Stream<String> enabled(String directory) {
        return configuration.sources().values().stream()
                .filter(source -> source.directory().equals(directory))
                .filter(source -> sources.state(directory, source.source()).enabled()
                        || sources.isEnabledByFile(source, terms(source)))
                .map(SourceConfiguration::source)
                .sorted();
    }

    private boolean isTested(SourceConfiguration source) {
        return Boolean.TRUE.equals(
                sql.queryForObject("""
                SELECT EXISTS (
                    SELECT FROM run r LEFT JOIN source s ON s.directory = r.directory AND s.name = r.source
                    WHERE r.directory = ? AND r.source = ? AND r.dry_run AND r.state = 'PLANNED' AND r.config_digest = ?
                      AND r.triggered_by <> 'DISCOVERY'
                      AND (s.disconnected_at IS NULL OR r.opened_at > s.disconnected_at))""", Boolean.class, source.directory(), source.source(), source.digest()));
    }

    private SourceTerms terms(SourceConfiguration source) {
        return configuration.directory(source.directory()).terms();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String where(SourceConfiguration source) {
        return "source=" + source.source();
    }
}
