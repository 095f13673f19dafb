package dev.rollcall.directory;

/** What a source says now of one of its employees. */
public enum Evidence {
    /** The feed has a record of him; his status and dates decide. */
    PRESENT,
    /** The record itself says that the person is gone. */
    GONE,
    /** A complete snapshot had no record of him. */
    ABSENT,
    /** The feed has him, and a filter keeps him out. */
    OUT_OF_SCOPE
}
