package dev.rollcall.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that are kept of an object, known before it comes: all objects of one form share them and hold their values
 * alone, where a table of hashes for each would take longer to fill than a record takes to parse.
 */
public final class ObjectForm {
    private final String[] names;

    private ObjectForm(String[] names) {
        this.names = names;
    }

    public static ObjectForm of(String... names) {
        return of(List.of(names));
    }

    public static ObjectForm of(Collection<String> names) {
        return new ObjectForm(names.stream().map(String::intern).toArray(String[]::new));
    }

    int size() {
        return names.length;
    }

    /** Where an interned name stands, as those of Jackson's parser are; -1 where it is not kept. */
    public int place(String name) {
        return place(names, name);
    }

    @SuppressWarnings("ReferenceEquality")
    private static int place(String[] names, @Nullable Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        return -1;
    }

    /** An object without a value yet. */
    public ObjectNode node() {
        return node(values());
    }

    /** Places for the values of one object, to be filled and given to {@link #node(JsonNode[])}. */
    public @Nullable JsonNode[] values() {
        return new @Nullable JsonNode[names.length];
    }

    /** An object with these values, in the order of the names; null where there is none. */
    public ObjectNode node(@Nullable JsonNode[] values) {
        return new ObjectNode(JsonNodeFactory.instance, new Values(names, values));
    }

    /** Values in the order of their names; null where there is none. */
    private static final class Values extends AbstractMap<String, JsonNode> {
        private String[] names;
        private @Nullable JsonNode[] values;

        Values(String[] names, @Nullable JsonNode[] values) {
            this.names = names;
            this.values = values;
        }

        /** Nearly every name that is asked for is the same object as the form's. */
        private int at(@Nullable Object name) {
            int place = place(names, name);
            return place < 0 ? Arrays.asList(names).indexOf(name) : place;
        }

        @Override
        public @Nullable JsonNode get(@Nullable Object name) {
            int place = at(name);
            return place < 0 ? null : values[place];
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return get(name) != null;
        }

        @Override
        public @Nullable JsonNode put(String name, JsonNode value) {
            int place = at(name);
            if (place < 0) {
                place = names.length;
                names = Arrays.copyOf(names, place + 1);
                names[place] = name;
                values = Arrays.copyOf(values, place + 1);
            }
            JsonNode before = values[place];
            values[place] = value;
            return before;
        }

        @Override
        public Set<Map.Entry<String, JsonNode>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<String, JsonNode>> iterator() {
                    return new Entries();
                }

                @Override
                public int size() {
                    int size = 0;
                    for (JsonNode value : values) {
                        size += value == null ? 0 : 1;
                    }
                    return size;
                }
            };
        }

        private final class Entries implements Iterator<Map.Entry<String, JsonNode>> {
            private int last = -1;
            private int next = after(0);

            private int after(int place) {
                int filled = place;
                while (filled < values.length && values[filled] == null) {
                    filled++;
                }
                return filled;
            }

            @Override
            public boolean hasNext() {
                return next < values.length;
            }

            @Override
            public Map.Entry<String, JsonNode> next() {
                JsonNode value = hasNext() ? values[next] : null;
                if (value == null) {
                    throw new NoSuchElementException();
                }
                last = next;
                next = after(last + 1);
                return Map.entry(names[last], value);
            }

            @Override
            public void remove() {
                values[last] = null;
            }
        }
    }
}
