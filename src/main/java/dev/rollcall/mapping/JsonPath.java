package dev.rollcall.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.source.Outline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled path: names, indexes, {@code [*]} and one comparison of RFC 9535, no more.
 *
 * <p>A name that is not there finds nothing, as the RFC has it; immutable.
 */
public final class JsonPath {
    /** One step of a path. */
    sealed interface Step {
        record Name(String name) implements Step {}

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

    /** The path as {@link Outline#of} takes it; behind a list whose kind only the record shows, everything. */
    String reads() {
        StringBuilder names = new StringBuilder();
        for (Step step : steps) {
            boolean named = step instanceof Step.Name name
                    && name.name().indexOf('/') < 0
                    && !name.name().isEmpty()
                    && !name.name().startsWith("@")
                    && !name.name().equals(".");
            if (step instanceof Step.Index) {
                continue;
            }
            if (!named) {
                return names + "**";
            }
            names.append(((Step.Name) step).name()).append('/');
        }
        return names.isEmpty() ? "**" : names.substring(0, names.length() - 1);
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

    /** What the path leads to, in document order. */
    public List<JsonNode> select(JsonNode root) {
        if (single) {
            JsonNode found = single(root, steps);
            return found == null ? List.of() : List.of(found);
        }
        return hits(root, false).stream().map(Hit::node).toList();
    }

    /** The same, each with its own path. */
    List<Hit> locate(JsonNode root) {
        return hits(root, true);
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

    private List<Hit> hits(JsonNode root, boolean located) {
        List<Hit> hits = new ArrayList<>();
        walk(new Hit(located ? "$" : "", root), 0, located, hits);
        return hits;
    }

    private void walk(Hit from, int depth, boolean located, List<Hit> hits) {
        if (depth == steps.size()) {
            hits.add(from);
            return;
        }
        JsonNode node = from.node();
        switch (steps.get(depth)) {
            case Step.Name name -> step(from, "." + name.name(), node.get(name.name()), depth, located, hits);
            case Step.Index index ->
                step(from, "[" + index.index() + "]", element(node, index.index()), depth, located, hits);
            case Step.Every every -> each(from, null, depth, located, hits);
            case Step.Where where -> each(from, where, depth, located, hits);
        }
    }

    private void each(Hit from, Step.@Nullable Where where, int depth, boolean located, List<Hit> hits) {
        JsonNode node = from.node();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (where == null || where.keeps(node.get(i))) {
                    step(from, located ? "[" + i + "]" : "", node.get(i), depth, located, hits);
                }
            }
        } else {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (where == null || where.keeps(field.getValue())) {
                    step(from, "." + field.getKey(), field.getValue(), depth, located, hits);
                }
            }
        }
    }

    private void step(Hit from, String step, @Nullable JsonNode to, int depth, boolean located, List<Hit> hits) {
        if (to != null) {
            walk(new Hit(located ? from.path() + step : "", to), depth + 1, located, hits);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
