package dev.rollcall.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What evidence and calendar say of one employment at one moment. */
public sealed interface Standing {
    /** Works here. */
    record Employed(@Nullable Instant until) implements Standing {}

    /** Hired, and has not begun. */
    record Awaited(@Nullable Instant startsAt) implements Standing {}

    /** Does not work here any more, for this reason. */
    record Left(Departure departure) implements Standing {}
}
