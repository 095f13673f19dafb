package dev.rollcall.run;

import dev.rollcall.mapping.MappedPage;
import dev.rollcall.source.Problem;
import dev.rollcall.source.RunId;
import dev.rollcall.source.SnapshotEnd;
import java.time.Instant;
import java.util.Optional;

/**
 * The only way from a source's pages to its directory's users.
 *
 * <p>{@code open}, then {@code stage} page by page, {@code accept} once, and {@code settle}; or {@code abort} at any
 * moment before. Whoever opened a run ends it, however it ends.
 */
public interface Runs {
    /** Opens the ledger's entry and takes the source's lock, or says why not. */
    Opening open(String source, Trigger trigger);

    /**
     * Judges scope and writes the page's employees to staging.
     *
     * @throws RunFailure when the page is not the next one, or the run is not open any more
     */
    void stage(MappedPage page);

    /**
     * Takes the end of the pages, and compares it with what was staged.
     *
     * @throws RunFailure when pages or records are missing, or the snapshot is broken
     */
    void accept(SnapshotEnd end);

    /**
     * Derives, plans, judges and applies, in one transaction.
     *
     * @throws RunFailure when the run was not accepted, or the plan cannot be made; the users stay as they were, and the
     *     run has ended
     */
    RunSummary settle(RunId run);

    /** Ends a run in which the source had nothing it had not sent before; nobody is touched, not even by absence. */
    RunSummary nothingNew(RunId run);

    /** Ends the run without effect; its staged records are dropped. Ending a run that has ended does nothing. */
    void abort(RunId run, Problem why);

    /** The answer to {@link #open}. */
    sealed interface Opening {
        record Opened(Run run) implements Opening {}

        /**
         * No run now.
         *
         * @param retryAt when one will be possible; empty when nobody can tell
         */
        record Refused(Problem why, Optional<Instant> retryAt) implements Opening {
            public Refused(Problem why) {
                this(why, Optional.empty());
            }

            public RunFailure failure() {
                return new RunFailure(why, retryAt);
            }
        }
    }
}
