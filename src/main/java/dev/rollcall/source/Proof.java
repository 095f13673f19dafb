package dev.rollcall.source;

/** Why a snapshot is known to be complete. Only with one may an absence mean that somebody left (acceptance D15). */
public sealed interface Proof {
    /** The supplier wrote a second file once the first was whole. */
    record DoneFile(String name) implements Proof {}

    /** The last line of the file told the number of its rows, and it agrees. */
    record Trailer(long rows) implements Proof {}

    /** A file beside it holds the SHA-256 of the content, and it agrees. */
    record Checksum(String sha256) implements Proof {}

    /** Only its steadiness, or its good form to the end, speaks for it. */
    record Stable() implements Proof {}

    /** Every cursor led to the next page, and the last page said there is none. */
    record CursorChain(int pages) implements Proof {}

    /** The source counted its people, and as many distinct ones came. */
    record Counted(long people) implements Proof {}

    /** Somebody with an administrator's rights handed the file over by hand and vouches for it. */
    record ByHand() implements Proof {}

    /**
     * Whether it counts only with most of the people accepted last, since it can be true of a part too: of a file that was
     * written by half, of a chain that leaves a page out.
     */
    default boolean needsMostPeople() {
        return switch (this) {
            case Stable stable -> true;
            case CursorChain chain -> true;
            case DoneFile done -> false;
            case Trailer trailer -> false;
            case Checksum checksum -> false;
            case Counted counted -> false;
            case ByHand hand -> false;
        };
    }
}
