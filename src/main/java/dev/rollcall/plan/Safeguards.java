package dev.rollcall.plan;

/**
 * Limits beyond which people decide, not the runtime.
 *
 * @param removalsPercent more than this share of users losing access holds all losses (acceptance D3); 0 to 100
 * @param rejectedPercent more than this share of rejected records fails the run; 0 to 100
 */
public record Safeguards(int removalsPercent, int rejectedPercent) {
    public static final Safeguards DEFAULT = new Safeguards(50, 10);

    public Safeguards {
        if (removalsPercent < 0 || removalsPercent > 100 || rejectedPercent < 0 || rejectedPercent > 100) {
            throw new IllegalArgumentException("a share is a percentage from 0 to 100");
        }
    }
}
