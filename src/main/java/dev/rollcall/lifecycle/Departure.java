package dev.rollcall.lifecycle;

import java.util.Locale;

/** Why somebody does not work here any more. */
public enum Departure {
    /** The status is inactive. */
    STATUS_INACTIVE,
    /** The end date has passed. */
    END_DATE_PASSED,
    /** The source says that the person is gone. */
    GONE,
    /** A complete snapshot has no record of the person. */
    ABSENT,
    /** A filter keeps the person out. */
    OUT_OF_SCOPE;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
