package dev.rollcall.run;

import dev.rollcall.plan.Action;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.source.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run has ended; told inside the transaction that ends it, so that whoever keeps it keeps it with the run.
 *
 * @param judged whether the source's people were looked at; not in a run that found nothing new, or failed
 * @param blocked what was not applied, and why; empty for a dry run
 * @param failure null unless the run failed
 */
public record RunEnded(
        RunSummary summary,
        boolean dryRun,
        Trigger.By askedBy,
        boolean judged,
        List<Blocked> blocked,
        @Nullable Problem failure,
        Instant at) {
    public RunEnded {
        blocked = List.copyOf(blocked);
    }

    /** How many actions of a kind were not applied for the same reason. */
    public record Blocked(Action.Kind kind, Action.State state, Obstacle obstacle, long count) {}
}
