package dev.rollcall.source.json;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How an API is asked for what changed.
 *
 * @param parameter takes the moment
 */
public record ChangedSince(String parameter, Form form) {
    /** Forms of a moment. */
    public enum Form {
        /** {@code 2026-11-22T02:15:00Z} */
        ISO,
        /** {@code 2026-11-22}; the day before, since nobody says in whose zone. */
        DATE,
        /** Seconds since 1970. */
        SECONDS,
        /** Milliseconds since 1970. */
        MILLIS
    }

    String text(Instant moment) {
        return switch (form) {
            case ISO -> moment.truncatedTo(ChronoUnit.SECONDS).toString();
            case DATE ->
                LocalDate.ofInstant(moment.minus(Duration.ofDays(1)), ZoneOffset.UTC)
                        .toString();
            case SECONDS -> Long.toString(moment.getEpochSecond());
            case MILLIS -> Long.toString(moment.toEpochMilli());
        };
    }
}
