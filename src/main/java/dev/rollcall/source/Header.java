package dev.rollcall.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Column names of a file in their order, shared by all its rows. */
public final class Header {
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC\u00B4`]");

    private final List<String> names;
    private final Map<String, Integer> index;

    /**
     * Columns in their order.
     *
     * @throws IllegalArgumentException when a name stands there twice
     */
    public Header(List<String> names) {
        this.names = List.copyOf(names);
        Map<String, Integer> positions = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            if (positions.put(plain(names.get(i)), i) != null) {
                throw new IllegalArgumentException("column " + names.get(i) + " stands there twice");
            }
        }
        this.index = Map.copyOf(positions);
    }

    /** What is wrong with a line of column names; null when nothing is. */
    static @Nullable Problem fault(List<String> columns, Origin origin) {
        List<String> twice = columns.stream()
                .filter(name -> !name.isEmpty() && columns.indexOf(name) != columns.lastIndexOf(name))
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            return SourceCode.COLUMN_TWICE.at(
                    origin,
                    "the header names twice: " + String.join(", ", twice) + ". Which one is meant cannot be told.");
        }
        return columns.contains("")
                ? SourceCode.COLUMN_UNNAMED.at(
                        origin,
                        "column " + (columns.indexOf("") + 1) + " of " + columns.size()
                                + " has no name. Name it, or leave it out.")
                : null;
    }

    /** Position of the column counted from 0, or -1; a typographic apostrophe in either name counts as a plain one. */
    public int indexOf(String name) {
        @Nullable Integer position = index.get(plain(name));
        return position == null ? -1 : position;
    }

    /** The name as names are compared: no space around it, spaces and apostrophes as a keyboard has them. */
    public static String plain(String name) {
        return APOSTROPHES.matcher(name.replace('\u00A0', ' ').strip()).replaceAll("'");
    }

    public List<String> names() {
        return names;
    }
}
