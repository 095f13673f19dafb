package dev.rollcall.source.workday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which workers are asked for, over as many pages as there are.
 *
 * @param what the role of the question in a fetch
 * @param asOf the day whose state is wanted
 */
record Ask(
        What what,
        LocalDate asOf,
        @Nullable Range updated,
        @Nullable Range effective,
        List<Reference> these) {
    /** What its answers are for. */
    enum What {
        /** Only terminations are taken from it. */
        LOOK_AHEAD,
        /** Everybody, or everybody who changed. */
        WORKERS,
        /** Workers met before: as of their hire date, or to find their active profile. */
        AGAIN;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** From a moment to another. */
    record Range(Instant from, Instant through) {}

    /** A worker by one of his ids. */
    record Reference(String type, String id) {}

    Ask {
        these = List.copyOf(these);
    }

    static Ask everybody(LocalDate asOf) {
        return new Ask(What.WORKERS, asOf, null, null, List.of());
    }

    static Ask updated(LocalDate asOf, Range range) {
        return new Ask(What.WORKERS, asOf, range, null, List.of());
    }

    static Ask effective(What what, LocalDate asOf, Range range) {
        return new Ask(what, asOf, null, range, List.of());
    }

    static Ask these(LocalDate asOf, List<Reference> workers) {
        return new Ask(What.AGAIN, asOf, null, null, workers);
    }
}
