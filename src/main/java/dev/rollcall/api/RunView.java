package dev.rollcall.api;

import dev.rollcall.run.RunLedger.Entry;
import dev.rollcall.run.RunSummary.Counts;
import dev.rollcall.run.RunSummary.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is told; counts, nobody's name.
 *
 * @param source {@code clock} for what the calendar made due
 * @param status the state in words
 * @param dryRun asked for as one, or of a source that is not enabled
 * @param counts in a dry run what would happen
 */
public record RunView(
        String id,
        String source,
        String directory,
        String state,
        String status,
        boolean dryRun,
        Instant openedAt,
        @Nullable Instant endedAt,
        Counts counts,
        List<String> messages) {
    public RunView {
        messages = List.copyOf(messages);
    }

    /** What the ledger has, as it is told. */
    public static RunView of(Entry entry) {
        State state = entry.summary().state();
        return new RunView(
                entry.summary().run().value(),
                entry.summary().source(),
                entry.summary().directory(),
                state.name().toLowerCase(Locale.ROOT),
                status(state, entry.dryRun()),
                entry.dryRun(),
                entry.openedAt(),
                entry.endedAt(),
                entry.summary().counts(),
                entry.summary().messages());
    }

    // "Test is running" is the guides' own word (acceptance row 117)
    private static String status(State state, boolean dryRun) {
        return switch (state) {
            case OPEN, STAGED -> dryRun ? "Test is running" : "Run is under way";
            case APPLIED -> "Applied";
            case HELD -> "Part of the plan waits for a release";
            case PLANNED -> "Test results ready";
            case FAILED -> "Failed, nothing was changed";
            case SUPERSEDED -> "A newer plan took its place";
            case REJECTED -> "Rejected, the users stay as they are";
        };
    }

    public boolean hasEnded() {
        return endedAt != null;
    }

    public boolean hasFailed() {
        return state.equals("failed");
    }
}
