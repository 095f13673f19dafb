package dev.rollcall.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of an XML or JSON record somebody reads; the rest is never kept in memory, a social security number for example. */
public final class XmlOutline {
    /** For those who look at a record as a whole. */
    public static final XmlOutline EVERYTHING = new XmlOutline(true, Set.of());

    private final Map<String, XmlOutline> elements = new HashMap<>();
    private final Set<String> attributes = new HashSet<>();
    private boolean everything;
    private final Set<String> paths;
    private boolean text;

    private XmlOutline(boolean everything, Set<String> paths) {
        this.everything = everything;
        this.paths = paths;
        this.text = everything;
    }

    /**
     * What these paths lead to: names from within the record, the last perhaps an attribute ({@code a/b/@c}), or
     * {@code **} for all there is.
     */
    public static XmlOutline of(Collection<String> paths) {
        XmlOutline outline = new XmlOutline(false, Set.copyOf(paths));
        paths.forEach(path -> outline.add(List.of(path.split("/"))));
        return outline;
    }

    /** What this keeps, and these paths. */
    public XmlOutline and(Collection<String> more) {
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
            elements.computeIfAbsent(path.getFirst(), name -> new XmlOutline(false, Set.of()))
                    .add(path.subList(1, path.size()));
        }
    }

    /** What is read of an element of this name; null: nothing. */
    @Nullable
    XmlOutline element(String name) {
        return everything ? this : elements.get(name);
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
