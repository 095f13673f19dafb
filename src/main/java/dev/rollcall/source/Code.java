package dev.rollcall.source;

/** A kind of problem; each package lists its own in an enum, out of which the documents are generated. */
public interface Code {
    /** Stable, for example {@code MAP-004}. */
    String id();

    /** What is wrong, in one sentence. */
    String description();
}
