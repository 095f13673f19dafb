package dev.rollcall.mapping;

import dev.rollcall.source.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A compiled path: elements by name, whatever their namespace, then perhaps an attribute; with conditions in brackets, as
 * XPath writes them.
 *
 * <p>A name that is not there finds nothing; immutable.
 */
public final class XmlPath {
    /** One step: the elements of a name, as far as the conditions keep them. */
    static final class Step {
        private final String name;
        private final XmlCondition[] conditions;
        private final boolean placed;

        Step(String name, List<XmlCondition> conditions) {
            this.name = name.intern();
            this.conditions = conditions.toArray(XmlCondition[]::new);
            this.placed = conditions.stream().anyMatch(XmlCondition.Place.class::isInstance);
        }

        /** Whether an element is kept, whatever its place. */
        boolean keeps(XmlTree tree, int element) {
            for (XmlCondition each : conditions) {
                if (!each.holds(tree, element)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Takes what was found; true: no more is wanted. */
    @FunctionalInterface
    interface Found {
        boolean isEnough(int element);
    }

    private final String text;
    private final Step[] steps;
    private final @Nullable String attribute;

    XmlPath(String text, List<Step> steps, @Nullable String attribute) {
        this.text = text;
        this.steps = steps.toArray(Step[]::new);
        this.attribute = attribute;
    }

    /**
     * The path, compiled.
     *
     * @throws IllegalArgumentException saying what is wrong and where
     */
    public static XmlPath compile(String text) {
        return new XmlPathParser(text).parse();
    }

    public String text() {
        return text;
    }

    @Nullable
    String attribute() {
        return attribute;
    }

    /** The elements found, in document order; those with the attribute where the path ends in one. */
    boolean each(XmlTree tree, int from, Found found) {
        return walk(tree, from, 0, found);
    }

    private boolean walk(XmlTree tree, int from, int depth, Found found) {
        if (depth == steps.length) {
            return (attribute == null || tree.attribute(from, attribute) != null) && found.isEnough(from);
        }
        Step step = steps[depth];
        int element = tree.child(from, step.name);
        if (step.placed) {
            for (int kept : kept(tree, element, step)) {
                if (walk(tree, kept, depth + 1, found)) {
                    return true;
                }
            }
            return false;
        }
        while (element != XmlTree.NONE) {
            if (step.keeps(tree, element) && walk(tree, element, depth + 1, found)) {
                return true;
            }
            element = tree.sibling(element);
        }
        return false;
    }

    private static List<Integer> kept(XmlTree tree, int first, Step step) {
        List<Integer> kept = new ArrayList<>(4);
        for (int element = first; element != XmlTree.NONE; element = tree.sibling(element)) {
            kept.add(element);
        }
        for (XmlCondition condition : step.conditions) {
            kept = condition.keep(tree, kept);
        }
        return kept;
    }

    /** Whether it leads to something, and where a text is given to that text. */
    boolean leads(XmlTree tree, int from, @Nullable String wanted) {
        if (steps.length == 0 && attribute != null) {
            String value = tree.attribute(from, attribute);
            return value != null && (wanted == null || wanted.equals(value));
        }
        return each(tree, from, element -> wanted == null || isText(tree, element, wanted));
    }

    private boolean isText(XmlTree tree, int element, String wanted) {
        return attribute == null ? tree.isText(element, wanted) : wanted.equals(tree.attribute(element, attribute));
    }

    /** Everything it looks at, conditions included, as names from within the record. */
    Set<String> reads() {
        Set<String> reads = new TreeSet<>();
        reads("", reads);
        return reads;
    }

    void reads(String before, Set<String> reads) {
        StringBuilder path = new StringBuilder(before);
        for (Step step : steps) {
            path.append(step.name).append('/');
            for (XmlCondition condition : step.conditions) {
                condition.reads(path.toString(), reads);
            }
        }
        reads.add(path + (attribute == null ? "." : "@" + attribute));
    }

    @Override
    public String toString() {
        return text;
    }
}
