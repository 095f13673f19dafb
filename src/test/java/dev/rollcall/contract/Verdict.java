package dev.rollcall.contract;

import dev.rollcall.run.RunSummary;
import org.jspecify.annotations.Nullable;

/**
 * How a run through a trouble ended.
 *
 * @param shown in the table
 * @param message of a failure, for the list below it
 */
record Verdict(Kind kind, String shown, String message) {
    enum Kind {
        /** Exactly the right people. */
        EXACT,
        /** Nothing changed, and a message says what to do. */
        FAILED,
        /** Nobody lost access, and the run says what it kept back. */
        KEPT,
        /** It did not come to pass. */
        ABSENT,
        BAD
    }

    /** Somebody is missing or as before, and the run does not know it. */
    static Verdict silent(@Nullable RunSummary summary) {
        return bad("not exact, without a word", String.valueOf(summary));
    }

    static Verdict bad(String why, String message) {
        return new Verdict(Kind.BAD, "**" + why + "**", message);
    }
}
