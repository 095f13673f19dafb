package dev.rollcall.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of an XML or JSON record somebody reads; the rest is never kept in memory, a social security number for example. */
public final class Outline {
    /** For those who look at a record as a whole. */
    public static final Outline EVERYTHING = new Outline(true, Set.of());

    /** Names and what is read of them, one beside the other: few, and compared as objects. */
    private String[] names = {};

    private Outline[] elements = {};
    private final Set<String> attributes = new HashSet<>();
    private boolean everything;
    private final Set<String> paths;
    private boolean text;

    private Outline(boolean everything, Set<String> paths) {
        this.everything = everything;
        this.paths = paths;
        this.text = everything;
    }

    /**
     * What these paths lead to: names from within the record, the last perhaps an attribute ({@code a/b/@c}), or
     * {@code **} for all there is.
     */
    public static Outline of(Collection<String> paths) {
        Outline outline = new Outline(false, Set.copyOf(paths));
        paths.forEach(path -> outline.add(List.of(path.split("/"))));
        return outline;
    }

    /** What this keeps, and these paths. */
    public Outline and(Collection<String> more) {
        Set<String> all = new HashSet<>(paths);
        all.addAll(more);
        return everything ? this : of(all);
    }

    private void add(List<String> path) {
        if (path.isEmpty()) {
            text = true;
        } else if (path.getFirst().equals("**")) {
            everything = true;
            text = true;
        } else if (path.getFirst().startsWith("@")) {
            attributes.add(path.getFirst().substring(1));
        } else if (path.getFirst().equals(".")) {
            add(path.subList(1, path.size()));
        } else {
            String name = path.getFirst().intern();
            Outline within = element(name);
            if (within == null) {
                within = new Outline(false, Set.of());
                names = Arrays.copyOf(names, names.length + 1);
                names[names.length - 1] = name;
                elements = Arrays.copyOf(elements, names.length);
                elements[names.length - 1] = within;
            }
            within.add(path.subList(1, path.size()));
        }
    }

    /** What is read of an element of this name, which is interned; null: nothing. */
    @SuppressWarnings("ReferenceEquality")
    @Nullable
    Outline element(String name) {
        if (everything) {
            return this;
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i] == name) {
                return elements[i];
            }
        }
        return null;
    }

    boolean hasEverything() {
        return everything;
    }

    boolean hasText() {
        return text;
    }

    boolean hasAttributes() {
        return everything || !attributes.isEmpty();
    }

    boolean hasAttribute(String name) {
        return everything || attributes.contains(name);
    }
}
