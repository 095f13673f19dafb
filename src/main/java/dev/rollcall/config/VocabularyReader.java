package dev.rollcall.config;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.employee.Vocabulary;
import dev.rollcall.employee.Vocabulary.Place;
import dev.rollcall.mapping.WrittenValue;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Binder;
import dev.rollcall.mapping.yaml.Key;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a directory file says of its words: locations, aliases, defaults, grouping and segments. */
final class VocabularyReader {
    private final Problems problems;

    VocabularyReader(Problems problems) {
        this.problems = problems;
    }

    /** One place of work as it is written; a text alone is its zone. */
    record PlaceLine(
            @Nullable
            @Key(
                    value = "Zone in which a calendar day begins there; the directory's unless written",
                    example = "zone: Europe/Brussels",
                    shorthand = true)
            String zone,

            @Key(value = "Other names sources have for it", example = "aliases: [ANR]")
            List<String> aliases,

            At at) {}

    Vocabulary read(DirectoryFile file, YamlNode.Group group) {
        Map<String, Place> places = new HashMap<>();
        file.locations().forEach((name, node) -> place(name, node, places));
        Map<String, Map<String, String>> spellings = new HashMap<>();
        file.aliases().forEach((attribute, node) -> {
            if (isText(attribute, node, "aliases")) {
                spellings.put(attribute, spelling(attribute, node));
            }
        });
        String grouping = file.grouping() == null ? Attribute.DEPARTMENT.label() : file.grouping();
        YamlNode place = group.get("grouping");
        if (place != null && !isText(grouping, place, "grouping")) {
            grouping = Attribute.DEPARTMENT.label();
        }
        Set<String> segmented = new LinkedHashSet<>(file.segments().isEmpty() ? List.of(grouping) : file.segments());
        YamlNode segments = group.get("segments");
        if (segments != null) {
            segmented.removeIf(name -> !isText(name, segments, "segments"));
        }
        return new Vocabulary(places, spellings, defaults(file.defaults()), grouping, segmented);
    }

    private void place(String name, YamlNode node, Map<String, Place> places) {
        boolean bare = node instanceof YamlNode.Scalar scalar && scalar.isNull();
        PlaceLine line = bare ? null : new Binder(problems).bind(node, PlaceLine.class, "locations." + name);
        Place place = new Place(
                name,
                line == null || line.zone() == null
                        ? null
                        : new DirectoryWords(problems).zone(line.zone(), "locations." + name, node.at()));
        put(name, place, node, places);
        if (line != null) {
            line.aliases().forEach(alias -> put(alias, place, node, places));
        }
    }

    private void put(String name, Place place, YamlNode node, Map<String, Place> places) {
        Place before = places.putIfAbsent(Folding.fold(name), place);
        if (before != null && !before.equals(place)) {
            wrong(node, "locations." + place.name() + ": \"" + name + "\" means " + before.name() + " already.");
        }
    }

    private Map<String, String> spelling(String attribute, YamlNode node) {
        Map<String, String> spelling = new HashMap<>();
        if (!(node instanceof YamlNode.Group group)) {
            wrong(node, "aliases." + attribute + ": found " + node.form() + ", expected { written: kept }.");
            return spelling;
        }
        group.entries().keySet().forEach(written -> {
            String kept = group.text(written);
            if (kept == null) {
                wrong(node, "aliases." + attribute + "." + written + ": expected the spelling to keep.");
            } else {
                keep(attribute, written, kept, node, spelling);
                keep(attribute, kept, kept, node, spelling);
            }
        });
        return spelling;
    }

    private void keep(String attribute, String written, String kept, YamlNode node, Map<String, String> spelling) {
        String before = spelling.putIfAbsent(Folding.fold(written), kept);
        if (before != null && !before.equals(kept)) {
            wrong(node, "aliases." + attribute + ": \"" + written + "\" would be " + before + " and " + kept + ".");
        }
    }

    private Profile defaults(Map<String, YamlNode> written) {
        Map<String, Value> defaults = new TreeMap<>();
        written.forEach((name, node) -> {
            String path = "defaults." + name;
            if (WrittenValue.isAttribute(name, node, "defaults", problems)) {
                Value value = WrittenValue.read(name, node, path, problems);
                if (value != null) {
                    defaults.put(name, value);
                }
            }
        });
        return Profile.of(defaults);
    }

    private boolean isText(String name, YamlNode node, String key) {
        if (!WrittenValue.isAttribute(name, node, key, problems)) {
            return false;
        }
        Attribute.Kind kind = Attribute.kindOf(name);
        boolean text = (kind == Attribute.Kind.TEXT || kind == Attribute.Kind.TEXTS) && !Attribute.isSensitive(name);
        if (!text) {
            wrong(node, key + ": " + name + " holds no texts.");
        }
        return text;
    }

    private void wrong(YamlNode node, String message) {
        problems.add(node.at(), ConfigCode.BAD_VOCABULARY, message);
    }
}
