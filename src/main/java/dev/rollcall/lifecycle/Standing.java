package dev.rollcall.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What evidence and calendar say of one employment at one moment. */
public sealed interface Standing {
    /** Works here. */
    record Employed(@Nullable Instant until) implements Standing {}

    /** Hired, and has not begun. */
    record Awaited(@Nullable Instant startsAt) implements Standing {}

    /**
     * Does not work here any more, for this reason.
     *
     * @param endedOn the end date, when it has passed
     * @param endsAt the first moment after an end date that is still ahead
     */
    record Left(
            Departure departure,
            @Nullable LocalDate endedOn,
            @Nullable Instant endsAt) implements Standing {}

    /** The moment at which this standing ends by the calendar; null when it does not. */
    default @Nullable Instant turnsAt() {
        return switch (this) {
            case Employed employed -> employed.until();
            case Awaited awaited -> awaited.startsAt();
            case Left left -> left.endsAt();
        };
    }
}
