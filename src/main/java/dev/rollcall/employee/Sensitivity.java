package dev.rollcall.employee;

/** How carefully an attribute is handled. */
public enum Sensitivity {
    /** Personal data: stored and delivered, never logged. */
    PERSONAL,
    /** Must be asked for by name in the mapping; shown in plans as "changed" only, and never printed. */
    SENSITIVE
}
