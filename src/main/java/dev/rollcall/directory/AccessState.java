package dev.rollcall.directory;

/** Whether a user may use the application, and what becomes of his data. */
public enum AccessState {
    /** Hired for a later date: known, without access. */
    PRE_HIRE(false),
    ACTIVE(true),
    /** Access taken, data kept. */
    DEACTIVATED(false);

    private final boolean access;

    AccessState(boolean access) {
        this.access = access;
    }

    public boolean hasAccess() {
        return access;
    }
}
