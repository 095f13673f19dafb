package dev.rollcall.directory;

import java.util.Locale;

/** Whether a user may use the application, and what becomes of his data. */
public enum AccessState {
    /** Hired for a later date: known, without access. */
    PRE_HIRE,
    ACTIVE,
    /** Access taken, data kept. */
    DEACTIVATED,
    /** Access taken, data kept until the date written on the user. */
    QUARANTINED,
    /** Anonymised for good: an id, an HMAC of the link and dates are left. */
    DEPROVISIONED;

    public boolean hasAccess() {
        return this == ACTIVE;
    }

    /** Whether the user's data is gone, or will be unless he returns. */
    public boolean isRemoved() {
        return this == QUARANTINED || this == DEPROVISIONED;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
