package dev.rollcall.run.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be had, or not be read: what was found, and what to do about it. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /** @param remedy what the operator can do */
    public DatabaseUnavailable(String found, String remedy) {
        this(found, remedy, null);
    }

    DatabaseUnavailable(String found, String remedy, @Nullable Throwable cause) {
        super(found, cause);
        this.remedy = remedy;
    }

    /** What the operator can do. */
    public String remedy() {
        return remedy;
    }
}
