package dev.rollcall.config;

import dev.rollcall.source.Outline;
import dev.rollcall.source.XmlReading;
import dev.rollcall.source.XmlTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sample in XML: which of its elements are the people, and what stands in them, by paths as a mapping writes them. */
final class XmlSample {
    private static final Set<String> ABOUT_THE_DOCUMENT = Set.of("nil", "schemaLocation", "noNamespaceSchemaLocation");
    static final Pattern STEP = Pattern.compile("@?([^/\\[]+)(?:\\[@type='([^']*)'])?");

    private final XmlTree tree;
    private final Map<Integer, List<Integer>> children = new LinkedHashMap<>();
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();
    private final Set<String> several = new HashSet<>();

    private XmlSample(XmlTree tree) {
        this.tree = tree;
        for (int element = 1; element < tree.size(); element++) {
            children.computeIfAbsent(tree.parent(element), parent -> new ArrayList<>())
                    .add(element);
        }
        place(XmlTree.ROOT, tree.name(XmlTree.ROOT));
    }

    static Sample read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            XmlReading reading = new XmlReading(Objects.toString(file.getFileName()), in);
            XmlTree tree = reading.tree(Outline.EVERYTHING);
            reading.finish();
            return new XmlSample(tree).people();
        }
    }

    private void place(int element, String path) {
        for (int each : within(element)) {
            String place = path + "/" + tree.name(each);
            places.computeIfAbsent(place, fresh -> new ArrayList<>()).add(each);
            place(each, place);
        }
    }

    private List<Integer> within(int element) {
        return children.getOrDefault(element, List.of());
    }

    /** The elements of which most can be guessed are the people; of a group within them as much, but not more. */
    private Sample people() {
        List<Sample> found = new ArrayList<>();
        places.forEach((place, elements) -> {
            if (elements.stream().anyMatch(this::isLikeARecord)) {
                found.add(sample(place, elements));
            }
        });
        return found.stream()
                .max(Comparator.<Sample>comparingInt(
                                sample -> FirstGuess.attributes(sample).size())
                        .thenComparing(
                                Sample::records,
                                Comparator.comparingInt(XmlSample::depth).reversed()))
                .orElse(new Sample("xml", "", ',', List.of()));
    }

    private static int depth(String path) {
        return path.split("/", -1).length;
    }

    private boolean isLikeARecord(int element) {
        long texts =
                within(element).stream().filter(each -> !tree.hasElements(each)).count();
        return texts + tree.attributes(element).size() > 1;
    }

    private Sample sample(String place, List<Integer> elements) {
        several.clear();
        List<Map<String, String>> rows = new ArrayList<>();
        for (int element : elements.subList(0, Math.min(elements.size(), Sample.ENOUGH))) {
            Map<String, String> row = new LinkedHashMap<>();
            flat("", element, row, new HashSet<>());
            rows.add(row);
        }
        rows.forEach(row -> row.keySet()
                .removeIf(field ->
                        several.stream().anyMatch(group -> field.equals(group) || field.startsWith(group + "/"))));
        return new Sample("xml", place, ',', rows);
    }

    /** An element that is there twice has no place in a first mapping, nor what is in it: two values are not one. */
    private void flat(String before, int element, Map<String, String> row, Set<String> seen) {
        for (int each : within(element)) {
            String path = before + step(each);
            if (!seen.add(path)) {
                several.add(path);
            }
            attributes(path + "/", each, row);
            if (tree.hasElements(each)) {
                flat(path + "/", each, row, seen);
            } else if (!tree.text(each).isBlank() || tree.attributes(each).isEmpty()) {
                row.put(path, tree.text(each).strip());
            }
        }
        if (before.isEmpty()) {
            attributes("", element, row);
        }
    }

    private void attributes(String before, int element, Map<String, String> row) {
        for (String name : tree.attributes(element)) {
            if (!ABOUT_THE_DOCUMENT.contains(name) && !step(element).contains("[@" + name + "=")) {
                row.put(before + "@" + name, Objects.toString(tree.attribute(element, name), ""));
            }
        }
    }

    /** Values of several types stand in elements of one name; the type is part of the path. */
    private String step(int element) {
        String type = tree.attribute(element, "type");
        return tree.hasElements(element) || type == null || !type.matches("[\\p{L}\\p{N}_. -]+")
                ? tree.name(element)
                : tree.name(element) + "[@type='" + type + "']";
    }

    /** {@code Manager/ID[@type='Employee_ID']} → Manager, Employee_ID; {@code email[@type='work']} → workemail. */
    static List<String> words(String field) {
        List<String> words = new ArrayList<>();
        Matcher steps = STEP.matcher(field);
        while (steps.find()) {
            String type = Objects.toString(steps.group(2), "");
            words.add(steps.group(1).equals("ID") && !type.isEmpty() ? type : type + steps.group(1));
        }
        return words;
    }
}
