package dev.rollcall.employee;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Some twenty values by name, never changed: two arrays, since a tree would cost more than reading the record does. */
@SuppressWarnings("JdkObsolete") // nobody navigates a profile
final class SortedValues extends AbstractMap<String, Value> implements SortedMap<String, Value> {
    private final String[] names;
    private final Value[] values;

    /** Takes the arrays over; names ascend. */
    SortedValues(String[] names, Value[] values) {
        this.names = names;
        this.values = values;
    }

    static SortedValues copyOf(SortedMap<String, Value> map) {
        if (map instanceof SortedValues already) {
            return already;
        }
        return new SortedValues(
                map.keySet().toArray(new String[0]), map.values().toArray(new Value[0]));
    }

    @Override
    public @Nullable Value get(@Nullable Object name) {
        int place = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public Set<Map.Entry<String, Value>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Value>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, Value> subMap(String from, String to) {
        return copyOf(new TreeMap<>(this).subMap(from, to));
    }

    @Override
    public SortedMap<String, Value> headMap(String to) {
        return copyOf(new TreeMap<>(this).headMap(to));
    }

    @Override
    public SortedMap<String, Value> tailMap(String from) {
        return copyOf(new TreeMap<>(this).tailMap(from));
    }

    @Override
    public String firstKey() {
        return key(0);
    }

    @Override
    public String lastKey() {
        return key(names.length - 1);
    }

    private String key(int place) {
        if (names.length == 0) {
            throw new NoSuchElementException();
        }
        return names[place];
    }

    private final class Entries implements Iterator<Map.Entry<String, Value>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < names.length;
        }

        @Override
        public Map.Entry<String, Value> next() {
            if (next == names.length) {
                throw new NoSuchElementException();
            }
            return Map.entry(names[next], values[next++]);
        }
    }
}
