package dev.rollcall.run;

import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.config.SourceTerms;
import dev.rollcall.run.Runs.Opening;
import dev.rollcall.run.SourceLedger.SourceState;
import dev.rollcall.source.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether a source may be asked now: by what people decided about it, and by how often they ask. */
@Component
class Admission {
    private static final Duration DAY = Duration.ofHours(24);

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final SourceLedger sources;
    private final Clock clock;

    Admission(JdbcTemplate sql, TransactionTemplate transaction, SourceLedger sources, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Opens a run, one at a time for each source, or says why not.
     *
     * @param open writes the run down; called under the lock of the source's row
     */
    Opening open(SourceConfiguration source, SourceTerms terms, Trigger trigger, Function<SourceState, Run> open) {
        sources.register(source, terms);
        return Objects.requireNonNull(transaction.execute(status -> {
            sql.queryForList(
                    "SELECT 1 FROM source WHERE directory = ? AND name = ? FOR UPDATE",
                    source.directory(),
                    source.source());
            SourceState state = sources.state(source.directory(), source.source());
            Opening.@Nullable Refused refused =
                    trigger.by() == Trigger.By.DISCONNECTION ? null : refused(source, terms, trigger, state);
            return refused == null ? new Opening.Opened(open.apply(state)) : refused;
        }));
    }

    private Opening.@Nullable Refused refused(
            SourceConfiguration source, SourceTerms terms, Trigger trigger, SourceState state) {
        String where = "source=" + source.source();
        if (terms.consentRequired() && !sources.hasConsent(source)) {
            return new Opening.Refused(noConsent(source));
        }
        if (!trigger.dryRun() && state.pausedAt() != null) {
            return new Opening.Refused(LifeCode.PAUSED.problem(
                    where,
                    "the source is paused; only dry runs are made. Go on with `rollcall resume " + source.source()
                            + "`."));
        }
        if (!trigger.dryRun() && state.disconnectedAt() != null) {
            return new Opening.Refused(LifeCode.DISCONNECTED.problem(
                    where,
                    "the source is disconnected; only dry runs are made. Connect it again with `rollcall plan "
                            + source.source() + "` and `rollcall enable " + source.source() + "`."));
        }
        return trigger.by().isPerson() ? tooOften(where, source, terms, trigger.dryRun() || !state.enabled()) : null;
    }

    static Problem noConsent(SourceConfiguration source) {
        return LifeCode.NO_CONSENT.problem(
                "source=" + source.source(),
                "a sub-processor handles personal data for this source, and nobody has accepted that. Nothing is read"
                        + " before: `rollcall accept " + source.source() + " --by NAME`.");
    }

    private Opening.@Nullable Refused tooOften(
            String where, SourceConfiguration source, SourceTerms terms, boolean dryRun) {
        @Nullable Integer limit = dryRun ? terms.testsPerDay() : terms.manualRunsPerDay();
        if (limit == null) {
            return null;
        }
        List<Timestamp> reached = sql.queryForList(
                "SELECT opened_at FROM run WHERE directory = ? AND source = ? AND dry_run = ? AND state <> 'FAILED'"
                        + " AND triggered_by IN ('REST', 'COMMAND') AND opened_at > ?"
                        + " ORDER BY opened_at DESC OFFSET ? LIMIT 1",
                Timestamp.class,
                source.directory(),
                source.source(),
                dryRun,
                Timestamp.from(clock.instant().minus(DAY)),
                limit - 1);
        if (reached.isEmpty()) {
            return null;
        }
        Instant next = reached.getFirst().toInstant().plus(DAY);
        return new Opening.Refused(
                LifeCode.TOO_OFTEN.problem(
                        where,
                        "within 24 hours people may start %d %s of this source, and did. The next is possible at %s."
                                .formatted(limit, dryRun ? "dry runs" : "runs", next)),
                Optional.of(next));
    }
}
