package dev.rollcall.lifecycle;

import dev.rollcall.directory.AccessState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user should be, as far as standing and calendar decide.
 *
 * @param participationAt when participation begins; null when nothing is awaited
 * @param deprovisionsAt when the quarantine ends; null outside of one
 * @param next when the calendar changes something next, if nothing else does
 * @param reason the rule that decided, for example {@code end-date-passed}
 * @param detail the date it decided by; null when none did
 */
public record Wanted(
        AccessState access,
        boolean participates,
        @Nullable Instant participationAt,
        @Nullable Instant deprovisionsAt,
        @Nullable Instant next,
        String reason,
        @Nullable String detail) {

    /** The first of two moments, of which any may be none. */
    public static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
