package dev.rollcall.mapping;

import dev.rollcall.source.XmlTree;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in brackets behind a name: which of the elements of that name are kept. */
sealed interface XmlCondition {
    /** Those kept, in document order. */
    default List<Integer> keep(XmlTree tree, List<Integer> elements) {
        return elements.stream().filter(element -> holds(tree, element)).toList();
    }

    /** Whether it holds for the element, whatever its place. */
    boolean holds(XmlTree tree, int element);

    /** What it looks at, behind the names that lead to the element. */
    void reads(String before, Set<String> reads);

    /** The one at a place counted from 1; 0 is the last. */
    record Place(int place) implements XmlCondition {
        @Override
        public List<Integer> keep(XmlTree tree, List<Integer> elements) {
            int wanted = place == 0 ? elements.size() : place;
            return wanted < 1 || wanted > elements.size() ? List.of() : List.of(elements.get(wanted - 1));
        }

        @Override
        public boolean holds(XmlTree tree, int element) {
            throw new IllegalStateException("a place is not for one element alone");
        }

        @Override
        public void reads(String before, Set<String> reads) {}
    }

    /** The path leads to the text, or, without one, to something. */
    record Leads(XmlPath path, @Nullable String text) implements XmlCondition {
        @Override
        public boolean holds(XmlTree tree, int element) {
            return path.leads(tree, element, text);
        }

        @Override
        public void reads(String before, Set<String> reads) {
            path.reads(before, reads);
        }
    }

    /** All of them, or any of them. */
    record Several(List<XmlCondition> conditions, boolean all) implements XmlCondition {
        @Override
        public boolean holds(XmlTree tree, int element) {
            for (XmlCondition each : conditions) {
                if (each.holds(tree, element) != all) {
                    return !all;
                }
            }
            return all;
        }

        @Override
        public void reads(String before, Set<String> reads) {
            conditions.forEach(each -> each.reads(before, reads));
        }
    }

    /** The opposite. */
    record Not(XmlCondition condition) implements XmlCondition {
        @Override
        public boolean holds(XmlTree tree, int element) {
            return !condition.holds(tree, element);
        }

        @Override
        public void reads(String before, Set<String> reads) {
            condition.reads(before, reads);
        }
    }
}
