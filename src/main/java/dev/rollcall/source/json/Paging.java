package dev.rollcall.source.json;

/** How an API hands out its pages. */
public sealed interface Paging {
    /** Everybody in one answer. */
    record None() implements Paging {}

    /**
     * Each page holds what the request for the next one is made with.
     *
     * @param parameter takes the cursor
     * @param path where the cursor stands; empty, null or missing on the last page
     */
    record Cursor(String parameter, String path) implements Paging {}

    /**
     * Each page holds the address of the next one.
     *
     * @param path where it stands; empty: in the header {@code Link} as {@code rel="next"}
     */
    record Link(String path) implements Paging {}

    /**
     * Pages have numbers.
     *
     * @param first the number of the first page, 0 or 1
     * @param totalPages where the answer tells how many pages there are; empty: an empty page is the last
     */
    record Numbered(String parameter, int first, String totalPages) implements Paging {}

    /** A page begins behind so many records; what came so far decides, so that a smaller page skips nobody. */
    record Offset(String parameter) implements Paging {}
}
