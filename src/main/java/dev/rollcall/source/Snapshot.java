package dev.rollcall.source;

/** What the pages of one run amount to. */
public sealed interface Snapshot {
    /** Everybody the source has. */
    record Full(Proof proof) implements Snapshot {}

    /** Perhaps everybody; updates, and removes nobody by absence. */
    record Unproven(String why) implements Snapshot {}

    /** What changed since the watermark. */
    record Delta() implements Snapshot {}

    /** Known to be incomplete or wrong: the run fails. */
    record Broken(Problem problem) implements Snapshot {}
}
