package dev.rollcall.run;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Identifiers for new users, ascending within a run (RFC 9562, version 7), so that their index grows at its end. */
final class UserIds {
    private final SecureRandom random = new SecureRandom();
    private final long millis;
    private int sequence;

    UserIds(Instant now) {
        this.millis = now.toEpochMilli();
    }

    UUID next() {
        int step = sequence++;
        // 12 bits of the sequence stand in the version's word; what flows over moves the time by a millisecond
        long high = ((millis + (step >>> 12)) << 16) | 0x7000L | (step & 0xfff);
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
