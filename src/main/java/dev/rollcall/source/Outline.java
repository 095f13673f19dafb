package dev.rollcall.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of an XML or JSON record somebody reads; the rest is never kept in memory, a social security number for example. */
public final class Outline {
    /** For those who look at a record as a whole. */
    public static final Outline EVERYTHING = new Outline(true, Set.of());

    private final Map<String, Outline> within = new LinkedHashMap<>();
    /** The names of {@code within}, and what is read of each. */
    private ObjectForm form = ObjectForm.of();

    private Outline[] elements = {};
    /** What is read of each element of a list; null where a list is read as its elements are. */
    private @Nullable Outline each;

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
     * {@code **} for all there is. In JSON {@code *} is each element of a list, or whatever its name is within an object.
     */
    public static Outline of(Collection<String> paths) {
        Outline outline = new Outline(false, Set.copyOf(paths));
        paths.forEach(path -> outline.add(List.of(path.split("/"))));
        return outline;
    }

    /** Whether a path can hold this name. */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && !name.contains("/")
                && !name.startsWith("@")
                && !Set.of(".", "*", "**").contains(name);
    }

    /** The same within what these names lead to. */
    public Outline within(List<String> names) {
        if (everything || names.isEmpty()) {
            return this;
        }
        String before = String.join("/", names) + "/";
        return of(paths.stream().map(path -> before + path).toList());
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
        } else if (path.getFirst().equals("*")) {
            each = each == null ? new Outline(false, Set.of()) : each;
            each.add(path.subList(1, path.size()));
        } else if (path.getFirst().equals(".")) {
            add(path.subList(1, path.size()));
        } else {
            within.computeIfAbsent(path.getFirst(), name -> new Outline(false, Set.of()))
                    .add(path.subList(1, path.size()));
            form = ObjectForm.of(within.keySet());
            elements = within.values().toArray(Outline[]::new);
        }
    }

    /** What is read of an element of this name, which is interned; null: nothing. */
    @Nullable
    Outline element(String name) {
        if (everything) {
            return this;
        }
        int place = form.place(name);
        return place < 0 ? null : elements[place];
    }

    /** The same by its place in {@link #form}. */
    Outline element(int place) {
        return elements[place];
    }

    /** What is read of an element of a list. */
    Outline each() {
        return each == null ? this : each;
    }

    /** Whether it is of a list: an object in its place is read whole, since any of its names may be meant. */
    boolean isOfList() {
        return each != null;
    }

    /** The names that are read of an object. */
    ObjectForm form() {
        return form;
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
