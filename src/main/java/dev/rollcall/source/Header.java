package dev.rollcall.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Column names of a file in their order, shared by all its rows. */
public final class Header {
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
            if (positions.put(names.get(i), i) != null) {
                throw new IllegalArgumentException("column " + names.get(i) + " stands there twice");
            }
        }
        this.index = Map.copyOf(positions);
    }

    /** Position of the column counted from 0, or -1. */
    public int indexOf(String name) {
        @Nullable Integer position = index.get(name);
        return position == null ? -1 : position;
    }

    public List<String> names() {
        return names;
    }
}
