package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlCode;
import dev.rollcall.mapping.yaml.YamlNode;
import dev.rollcall.mapping.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills a file up with what it extends; the nearer file wins line by line, and {@code ~} takes a line away. */
final class Inheritance {
    /** A parent's tests are about the parent's lines, and its name is not the source's. */
    private static final Set<String> NOT_INHERITED = Set.of("tests", "source", "title", "enabled", "extends");

    private static final Set<String> LINE_BY_LINE = Set.of("employee", "custom");

    private final MappingLoader.Parents parents;
    private final Problems problems;

    Inheritance(MappingLoader.Parents parents, Problems problems) {
        this.parents = parents;
        this.problems = problems;
    }

    /** The whole file; null when a parent is missing or broken, which is then among the problems. */
    YamlNode.@Nullable Group complete(YamlNode.Group file) {
        return complete(file, new ArrayList<>());
    }

    private YamlNode.@Nullable Group complete(YamlNode.Group file, List<String> chain) {
        YamlNode.Entry entry = file.entries().get("extends");
        String name = file.text("extends");
        if (entry == null || name == null) {
            return file;
        }
        if (chain.contains(name)) {
            problems.add(
                    entry.at(),
                    MappingCode.BAD_PARENT,
                    "extends: " + name + " leads back to itself (" + String.join(" → ", chain) + " → " + name + ").");
            return null;
        }
        Optional<MappingLoader.Written> parent = parents.find(name);
        if (parent.isEmpty()) {
            problems.add(
                    entry.at(),
                    MappingCode.BAD_PARENT,
                    "extends: there is no mapping " + name + "."
                            + (Nearest.hint(name, parents.shipped()).isEmpty()
                                    ? " Shipped are " + String.join(", ", parents.shipped())
                                            + "; others are files in the same folder."
                                    : Nearest.hint(name, parents.shipped())));
            return null;
        }
        YamlNode.Group read =
                YamlReader.readGroup(parent.get().file(), parent.get().content(), problems);
        chain.add(name);
        YamlNode.Group whole = read == null ? null : complete(read, chain);
        if (whole == null) {
            return null;
        }
        StandardFields.check(file, whole, problems);
        return merge(file, whole, NOT_INHERITED);
    }

    private static YamlNode.Group merge(YamlNode.Group near, YamlNode.Group far, Set<String> without) {
        Map<String, YamlNode.Entry> merged = new LinkedHashMap<>();
        far.entries().forEach((key, entry) -> {
            if (!without.contains(key)) {
                merged.put(key, entry);
            }
        });
        near.entries().forEach((key, entry) -> merged.merge(key, entry, (inherited, own) -> own(key, inherited, own)));
        return new YamlNode.Group(merged, near.at());
    }

    private static YamlNode.Entry own(String key, YamlNode.Entry inherited, YamlNode.Entry own) {
        boolean both = inherited.value() instanceof YamlNode.Group && own.value() instanceof YamlNode.Group;
        if (!LINE_BY_LINE.contains(key) || !both) {
            return own;
        }
        // inside, title is somebody's job, and not the name of a mapping
        YamlNode.Group lines = merge((YamlNode.Group) own.value(), (YamlNode.Group) inherited.value(), Set.of());
        return new YamlNode.Entry(own.at(), lines);
    }

    /** A key that every mapping needs, wherever it was inherited from. */
    static void demand(YamlNode.Group whole, String key, String example, Problems problems) {
        YamlNode found = whole.get(key);
        boolean absent = found == null || (found instanceof YamlNode.Scalar scalar && scalar.isNull());
        if (absent) {
            At at = whole.at();
            problems.add(at, YamlCode.MISSING, key + " is missing. Example: " + example);
        }
    }
}
