package dev.rollcall.source;

/** Why a snapshot is known to be complete. Only with one may an absence mean that somebody left (acceptance D15). */
public sealed interface Proof {
    /** The supplier wrote a second file once the first was whole. */
    record DoneFile(String name) implements Proof {}

    /** The last line of the file told the number of its rows, and it agrees. */
    record Trailer(long rows) implements Proof {}

    /** A file beside it holds the SHA-256 of the content, and it agrees. */
    record Checksum(String sha256) implements Proof {}

    /** The integrator vouches for it; size and age were steady. Needs 90 % of the keys accepted last. */
    record Stable() implements Proof {}

    /** Every cursor led to the next page, and the last page said there is none. */
    record CursorChain(int pages) implements Proof {}

    /** The source counted its people, and as many distinct ones came. */
    record Counted(long people) implements Proof {}

    /** Somebody with an administrator's rights handed the file over by hand and vouches for it. */
    record ByHand() implements Proof {}
}
