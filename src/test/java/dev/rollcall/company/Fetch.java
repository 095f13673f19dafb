package dev.rollcall.company;

import java.util.List;

/**
 * What one source delivered on one day.
 *
 * @param keyless whether one record more came without a key
 */
public record Fetch(String source, Kind kind, List<Sent> records, boolean keyless) {
    public Fetch {
        records = List.copyOf(records);
    }

    /** How far it can be trusted. */
    public enum Kind {
        /** Everybody, and proved. */
        FULL,
        /** Perhaps everybody. */
        UNPROVEN,
        /** Only who changed. */
        DELTA,
        /** It broke off. */
        BROKEN
    }
}
