package dev.rollcall.run;

import dev.rollcall.source.RunId;
import java.util.List;

/** How a run ended, in counts; nothing personal. */
public record RunSummary(
        RunId run, String source, String directory, State state, Counts counts, List<String> messages) {
    public RunSummary {
        messages = List.copyOf(messages);
    }

    /** Where a run stands. */
    public enum State {
        OPEN,
        STAGED,
        APPLIED,
        HELD,
        PLANNED,
        FAILED,
        SUPERSEDED,
        REJECTED
    }

    /**
     * What a run did, or in a dry run would do.
     *
     * @param records fetched
     * @param rejected of them not understood
     * @param outOfScope of them kept out by a filter
     * @param created planned, or applied when the run was
     * @param removed users losing access
     * @param held actions that wait for a release
     * @param withheld actions that a conflict keeps back
     */
    public record Counts(
            long records,
            long rejected,
            long outOfScope,
            long created,
            long updated,
            long removed,
            long unchanged,
            long held,
            long withheld) {}
}
