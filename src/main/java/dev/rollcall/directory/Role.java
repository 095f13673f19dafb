package dev.rollcall.directory;

/** What a source's word counts for (acceptance D20). */
public enum Role {
    /** Says who works here: access exists while one authoritative employee is employed. */
    AUTHORITATIVE,
    /** Adds values; creates and keeps nobody, and its absence only withdraws its values. */
    COMPLEMENT
}
