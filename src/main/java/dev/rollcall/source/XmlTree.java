package dev.rollcall.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element and what is within it, in a few flat arrays: names without prefix or namespace, texts as characters until
 * somebody asks. Immutable, and never printed.
 *
 * <p>Elements are numbers, in document order; the outermost is {@link #ROOT}, and -1 is none.
 */
public final class XmlTree {
    public static final int ROOT = 0;
    public static final int NONE = -1;

    private final String[] names;
    private final int[] parents;
    private final int[] ends;
    private final int[] textFrom;
    private final int[] textTo;
    private final char[] text;
    private final int[] attributesFrom;
    private final String[] attributes;

    XmlTree(
            String[] names,
            int[] parents,
            int[] ends,
            int[] textFrom,
            int[] textTo,
            char[] text,
            int[] attributesFrom,
            String[] attributes) {
        this.names = names;
        this.parents = parents;
        this.ends = ends;
        this.textFrom = textFrom;
        this.textTo = textTo;
        this.text = text;
        this.attributesFrom = attributesFrom;
        this.attributes = attributes;
    }

    public String name(int element) {
        return names[element];
    }

    /** The element it stands in; {@link #NONE} for the outermost. */
    public int parent(int element) {
        return parents[element];
    }

    /**
     * The first element of this name directly within it; {@link #NONE} when there is none.
     *
     * @param name a constant, or {@link String#intern interned}, as all names here are: they are compared as objects
     */
    public int child(int parent, String name) {
        return named(parent + 1, ends[parent], name);
    }

    /** The next element of the same name beside it. */
    public int sibling(int element) {
        return parents[element] == NONE ? NONE : named(ends[element], ends[parents[element]], names[element]);
    }

    @SuppressWarnings("ReferenceEquality")
    private int named(int from, int end, String name) {
        for (int each = from; each < end; each = ends[each]) {
            if (names[each] == name) {
                return each;
            }
        }
        return NONE;
    }

    /** The first element that these names lead to, one within the other; names as {@link #child} wants them. */
    public int find(int from, String... path) {
        int element = from;
        for (int i = 0; i < path.length && element != NONE; i++) {
            element = child(element, path[i]);
        }
        return element;
    }

    /** Whether there are elements in it. */
    public boolean hasElements(int element) {
        return textTo[element] < 0;
    }

    /** The text in it; empty where elements are in it. */
    public String text(int element) {
        return hasElements(element) ? "" : new String(text, textFrom[element], textTo[element] - textFrom[element]);
    }

    /** Whether this is its text. */
    public boolean isText(int element, String wanted) {
        int from = textFrom[element];
        if (textTo[element] - from != wanted.length()) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            if (text[from + i] != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The value of an attribute; null without it. */
    public @Nullable String attribute(int element, String name) {
        for (int i = attributesFrom[element]; i < attributesFrom[element + 1]; i += 2) {
            if (attributes[i].equals(name)) {
                return attributes[i + 1];
            }
        }
        return null;
    }

    /** The names of its attributes, in the order they are written. */
    public List<String> attributes(int element) {
        List<String> found = new ArrayList<>();
        for (int i = attributesFrom[element]; i < attributesFrom[element + 1]; i += 2) {
            found.add(attributes[i]);
        }
        return found;
    }

    /** The names that lead to the element alone, from within the outermost: {@code a/b[2]/c}. */
    public String path(int element) {
        if (element == ROOT) {
            return ".";
        }
        int parent = parents[element];
        int place = 0;
        int same = 0;
        for (int each = child(parent, names[element]); each != NONE; each = sibling(each)) {
            same++;
            place = each == element ? same : place;
        }
        String step = names[element] + (same > 1 ? "[" + place + "]" : "");
        return parent == ROOT ? step : path(parent) + "/" + step;
    }

    /** How many elements there are. */
    public int size() {
        return names.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof XmlTree tree
                && Arrays.equals(names, tree.names)
                && Arrays.equals(ends, tree.ends)
                && Arrays.equals(textFrom, tree.textFrom)
                && Arrays.equals(textTo, tree.textTo)
                && Arrays.equals(text, tree.text)
                && Arrays.equals(attributesFrom, tree.attributesFrom)
                && Arrays.equals(attributes, tree.attributes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(names) * 31 + Arrays.hashCode(text);
    }

    @Override
    public String toString() {
        return "XmlTree[" + names[ROOT] + ", " + names.length + " elements]";
    }
}
