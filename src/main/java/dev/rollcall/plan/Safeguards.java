package dev.rollcall.plan;

import org.jspecify.annotations.Nullable;

/**
 * Limits beyond which people decide, not the runtime.
 *
 * @param removals users losing access, or going into quarantine (acceptance D3)
 * @param creates users to be created; null: as many as there are
 * @param updates users to be changed; null: as many as there are
 * @param rejectedPercent more than this share of rejected records fails the run; 0 to 100
 */
public record Safeguards(
        Limit removals, @Nullable Limit creates, @Nullable Limit updates, int rejectedPercent) {
    public static final Safeguards DEFAULT = new Safeguards(50, 10);

    public Safeguards {
        if (rejectedPercent < 0 || rejectedPercent > 100) {
            throw new IllegalArgumentException("a share is a percentage from 0 to 100");
        }
    }

    public Safeguards(int removalsPercent, int rejectedPercent) {
        this(new Limit(removalsPercent, null), null, null, rejectedPercent);
    }

    /**
     * A share of the users there are, a number, or both; whichever is passed first.
     *
     * @param percent 0 to 100; null: no share
     * @param count null: no number
     */
    public record Limit(@Nullable Integer percent, @Nullable Integer count) {
        public Limit {
            if ((percent != null && (percent < 0 || percent > 100)) || (count != null && count < 0)) {
                throw new IllegalArgumentException("a share is a percentage from 0 to 100, a number not negative");
            }
        }

        /** Whether so many of a base are more than the limit; exactly the limit is not. */
        public boolean isPassedBy(long affected, long base) {
            return (percent != null && affected * 100 > base * percent) || (count != null && affected > count);
        }

        /** The least base of which so many are no more than the share; the largest number where there is none. */
        public long keptFrom(long affected) {
            if (percent == null || affected == 0) {
                return 0;
            }
            return percent == 0 ? Long.MAX_VALUE : Math.ceilDiv(affected * 100, percent);
        }

        /** As it is written in a sentence: {@code 50 %}, {@code 100}, or {@code 50 % or 100}. */
        public String text() {
            String share = percent == null ? "" : percent + " %";
            return count == null ? share : share.isEmpty() ? count.toString() : share + " or " + count;
        }
    }
}
