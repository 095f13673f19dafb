package dev.rollcall.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of staging; every record of a run becomes exactly one.
 *
 * @param key null for a record without a readable key and for somebody a filter keeps out
 * @param profile null also for an accepted record that is what was accepted before, by its digest
 * @param matchKeys what the directory matches by beside external id and address; null where it asks for nothing more
 * @param origin where the record stands in what the source sent; null also for one that is what was accepted before
 * @param keyHash HMAC of the key under the run's own key, where the source has filters: finds doubles
 * @param marks null also for an accepted record that is what was accepted before
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record StagedRecord(
        Kind kind,
        @Nullable String key,
        byte @Nullable [] keyHash,
        byte @Nullable [] digest,
        byte @Nullable [] profile,
        @Nullable String emailKey,
        @Nullable String number,
        @Nullable Integer clause,
        @Nullable List<String> matchKeys,
        @Nullable String origin,
        @Nullable Marks marks) {
    /** By what managers are found: the HMACs of key, address and number. */
    record Marks(byte[] key, byte @Nullable [] email, byte @Nullable [] number) {}

    /** What a record amounts to. */
    enum Kind {
        ACCEPTED("accepted"),
        /** A tombstone. */
        GONE("gone"),
        /** Refused, but it can be read that the person left. */
        LEFT("left"),
        REJECTED("rejected"),
        KEYLESS("keyless"),
        /** Kept out by a filter, and a user already. */
        OUT_OF_SCOPE("out-of-scope"),
        /** Kept out by a filter; nothing of the person is written. */
        EXCLUDED("excluded");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** A record of which nothing but its kind counts. */
    static StagedRecord bare(Kind kind, @Nullable String key, byte @Nullable [] keyHash) {
        return told(kind, key, keyHash, null, null, null, null);
    }

    /** A record that gives nobody values to be found by. */
    static StagedRecord told(
            Kind kind,
            @Nullable String key,
            byte @Nullable [] keyHash,
            byte @Nullable [] digest,
            byte @Nullable [] profile,
            @Nullable Integer clause,
            @Nullable String origin) {
        return new StagedRecord(kind, key, keyHash, digest, profile, null, null, clause, null, origin, null);
    }

    /** By which a second record of the same person is known; null without a readable key. */
    byte @Nullable [] identity() {
        return keyHash != null || key == null ? keyHash : key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "StagedRecord[" + kind + "]";
    }
}
