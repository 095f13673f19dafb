package dev.rollcall.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.commons.collections4.bloomfilter.BloomFilter;
import org.apache.commons.collections4.bloomfilter.EnhancedDoubleHasher;
import org.apache.commons.collections4.bloomfilter.Hasher;
import org.apache.commons.collections4.bloomfilter.Shape;
import org.apache.commons.collections4.bloomfilter.SimpleBloomFilter;

/**
 * Notices keys that may have come before, in memory that does not grow: a key that is not noticed came once, a noticed
 * one has to be looked up.
 *
 * <p>About 5 MB; with more than two million keys more of them are noticed in vain.
 */
final class SeenKeys {
    private static final Shape SHAPE = Shape.fromNP(2_000_000, 0.000_1);
    private static final int MOST_NOTICED = 10_000;

    private final BloomFilter<?> seen = new SimpleBloomFilter(SHAPE);
    private final List<byte[]> noticed = new ArrayList<>();
    private boolean tooMany;

    void add(byte[] identity) {
        long[] hash = MurmurHash3.hash128x64(identity);
        Hasher hasher = new EnhancedDoubleHasher(hash[0], hash[1]);
        if (!seen.contains(hasher)) {
            seen.merge(hasher);
        } else if (noticed.size() < MOST_NOTICED) {
            noticed.add(identity);
        } else {
            tooMany = true;
        }
    }

    /** Keys among which every double is; empty when there are too many to name them. */
    Optional<List<byte[]>> noticed() {
        return tooMany ? Optional.empty() : Optional.of(List.copyOf(noticed));
    }
}
