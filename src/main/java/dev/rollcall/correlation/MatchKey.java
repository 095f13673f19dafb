package dev.rollcall.correlation;

/** What a record without a link is compared by, in the order the directory writes (acceptance D2). */
public enum MatchKey {
    EXTERNAL_ID,
    EMAIL
}
