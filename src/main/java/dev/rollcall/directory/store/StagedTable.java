package dev.rollcall.directory.store;

import java.util.regex.Pattern;

/**
 * The table one run stages its records in, one row a record.
 *
 * <p>It is unlogged: a crash of the server empties it, so whoever settles counts its rows first.
 */
public record StagedTable(String name) {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

    public StagedTable {
        if (!SAFE.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a staging table");
        }
    }

    /** Quoted, with its schema, for use in a statement. */
    public String sql() {
        return "staging.\"" + name + "\"";
    }
}
