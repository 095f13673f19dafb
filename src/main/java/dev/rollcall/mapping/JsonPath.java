package dev.rollcall.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.source.Outline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A compiled path: names, indexes, {@code [*]} and one comparison of RFC 9535, no more.
 *
 * <p>A name that is not there finds nothing, as the RFC has it; immutable.
 */
public final class JsonPath {
    /** One step of a path. */
    sealed interface Step {
        /** Interned, as the names of a record that was read are: so they are the same object, and found without a look. */
        record Name(String name) implements Step {
            public Name {
                name = name.intern();
            }
        }

        record Index(int index) implements Step {}

        record Every() implements Step {}

        /** Keeps the elements in which the steps lead to something equal, unequal, or at all (literal null). */
        record Where(
                List<Step> steps, boolean equal, @Nullable Literal literal) implements Step {
            boolean keeps(JsonNode element) {
                JsonNode found = single(element, steps);
                if (literal == null) {
                    return found != null;
                }
                return literal.holds(found) == equal;
            }
        }
    }

    /** What a comparison compares with. */
    record Literal(JsonNode value) {
        boolean holds(@Nullable JsonNode found) {
            if (found == null) {
                return false;
            }
            return (value.isNumber() && found.isNumber())
                    ? value.decimalValue().compareTo(found.decimalValue()) == 0
                    : value.equals(found);
        }
    }

    /** A value and the path that leads to it alone. */
    record Hit(String path, JsonNode node) {}

    private final String text;
    private final List<Step> steps;
    private final boolean single;

    JsonPath(String text, List<Step> steps) {
        this.text = text;
        this.steps = List.copyOf(steps);
        this.single = steps.stream().allMatch(step -> step instanceof Step.Name || step instanceof Step.Index);
    }

    /**
     * The path, compiled.
     *
     * @throws IllegalArgumentException saying what is wrong and where
     */
    public static JsonPath compile(String text) {
        return new JsonPathParser(text).parse();
    }

    public String text() {
        return text;
    }

    /** Everything it looks at as {@link Outline#of} takes it, comparisons included. */
    Set<String> outline() {
        Set<String> paths = new LinkedHashSet<>();
        paths.add(outlined("", steps, paths));
        return paths;
    }

    private static String outlined(String before, List<Step> steps, Set<String> paths) {
        StringBuilder path = new StringBuilder(before);
        for (Step step : steps) {
            if (step instanceof Step.Name name && !Outline.isName(name.name())) {
                return path + "**";
            }
            path.append(step instanceof Step.Name name ? name.name() : "*").append('/');
            if (step instanceof Step.Where where) {
                paths.add(outlined(path.toString(), where.steps(), paths));
            }
        }
        return path + ".";
    }

    /** Everything it looks at, comparisons included, each as the place of all its like: {@code $.groups[*].type}. */
    Set<String> places() {
        Set<String> reads = new LinkedHashSet<>();
        reads.add(place("$", steps, reads));
        return reads;
    }

    private static String place(String before, List<Step> steps, Set<String> reads) {
        String place = before;
        for (Step step : steps) {
            place = step instanceof Step.Name name ? place + "." + name.name() : place + "[*]";
            if (step instanceof Step.Where where) {
                reads.add(place(place, where.steps(), reads));
            }
        }
        return place;
    }

    /** Whether it can lead to one value only. */
    boolean isSingle() {
        return single;
    }

    /** What a single path leads to; null for nothing. */
    @Nullable
    JsonNode only(JsonNode root) {
        return single(root, steps);
    }

    /** What the path leads to, in document order. */
    public List<JsonNode> select(JsonNode root) {
        List<JsonNode> found = new ArrayList<>(2);
        walk(null, root, 0, (place, node) -> found.add(node));
        return found;
    }

    /** The same, one after the other. */
    void each(JsonNode root, Consumer<JsonNode> found) {
        walk(null, root, 0, (place, node) -> found.accept(node));
    }

    /** The same, each with its own path. */
    List<Hit> locate(JsonNode root) {
        List<Hit> hits = new ArrayList<>();
        walk("$", root, 0, (place, node) -> hits.add(new Hit(String.valueOf(place), node)));
        return hits;
    }

    private static @Nullable JsonNode single(JsonNode root, List<Step> steps) {
        JsonNode node = root;
        for (int i = 0; i < steps.size() && node != null; i++) {
            node = steps.get(i) instanceof Step.Name name
                    ? node.get(name.name())
                    : steps.get(i) instanceof Step.Index index ? element(node, index.index()) : null;
        }
        return node;
    }

    private static @Nullable JsonNode element(JsonNode node, int index) {
        return node.isArray() ? node.get(index < 0 ? node.size() + index : index) : null;
    }

    /** Takes what a path leads to, and its own path where that is asked for. */
    private interface Found {
        void take(@Nullable String place, JsonNode node);
    }

    /** @param place the path that led here; null where nobody asks for it */
    private void walk(@Nullable String place, @Nullable JsonNode node, int depth, Found found) {
        if (node == null) {
            return;
        }
        if (depth == steps.size()) {
            found.take(place, node);
            return;
        }
        switch (steps.get(depth)) {
            case Step.Name name -> walk(named(place, name.name()), node.get(name.name()), depth + 1, found);
            case Step.Index index ->
                walk(numbered(place, index.index()), element(node, index.index()), depth + 1, found);
            case Step.Every every -> each(place, node, null, depth, found);
            case Step.Where where -> each(place, node, where, depth, found);
        }
    }

    private void each(@Nullable String place, JsonNode node, Step.@Nullable Where where, int depth, Found found) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (where == null || where.keeps(node.get(i))) {
                    walk(numbered(place, i), node.get(i), depth + 1, found);
                }
            }
        } else {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (where == null || where.keeps(field.getValue())) {
                    walk(named(place, field.getKey()), field.getValue(), depth + 1, found);
                }
            }
        }
    }

    private static @Nullable String named(@Nullable String place, String name) {
        return place == null ? null : place + "." + name;
    }

    private static @Nullable String numbered(@Nullable String place, int index) {
        return place == null ? null : place + "[" + index + "]";
    }

    @Override
    public String toString() {
        return text;
    }
}
