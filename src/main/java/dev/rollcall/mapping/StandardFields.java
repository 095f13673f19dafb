package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines a connector's mapping keeps for itself where {@code standardFields: locked} stands (row 56, D35). */
public final class StandardFields {
    /** Called first_name, last_name, email, id and preferred_language by the vendors' guides; the id is the key. */
    public static final Set<String> ATTRIBUTES = Set.of("givenName", "familyName", "emails", "preferredLanguage");

    private static final String KEY = "standardFields";
    private static final String LOCKED = "locked";

    private StandardFields() {}

    /** Adds a problem for each line of the file that takes the place, or the value, of a locked one of what it extends. */
    static void check(YamlNode.Group file, YamlNode.Group extended, Problems problems) {
        if (!LOCKED.equals(file.text(KEY)) && !LOCKED.equals(extended.text(KEY))) {
            return;
        }
        YamlNode.Entry key = file.entries().get("key");
        if (key != null) {
            refuse("key", key.at(), problems);
        }
        if (file.get("employee") instanceof YamlNode.Group employee) {
            employee.entries().forEach((name, entry) -> {
                if (ATTRIBUTES.contains(name)) {
                    refuse("employee." + name, entry.at(), problems);
                }
            });
        }
        leftOut(file, extended)
                .forEach(name -> problems.add(
                        file.at("only"),
                        MappingCode.LOCKED,
                        "only: leaves out " + name
                                + ", and a standard field is always synced. Add it, or write standardFields:"
                                + " open where locked stands."));
        texts(file, "withheld")
                .filter(ATTRIBUTES::contains)
                .forEach(name -> refuse("withheld: " + name, file.at("withheld"), problems));
        rules(file).forEach(rule -> {
            if (rule.get("set") instanceof YamlNode.Group set) {
                for (Map.Entry<String, YamlNode.Entry> each : set.entries().entrySet()) {
                    if (ATTRIBUTES.contains(each.getKey())) {
                        refuse("rules.set." + each.getKey(), each.getValue().at(), problems);
                    }
                }
            }
        });
    }

    /** What an allow-list of the file does not name and the extended mapping carries. */
    private static List<String> leftOut(YamlNode.Group file, YamlNode.Group extended) {
        Set<String> only = texts(file, "only").collect(Collectors.toSet());
        return !only.isEmpty() && extended.get("employee") instanceof YamlNode.Group employee
                ? employee.entries().entrySet().stream()
                        .filter(line -> !(line.getValue().value() instanceof YamlNode.Scalar value && value.isNull()))
                        .map(Map.Entry::getKey)
                        .filter(name -> ATTRIBUTES.contains(name) && !only.contains(name))
                        .toList()
                : List.of();
    }

    private static Stream<String> texts(YamlNode.Group file, String key) {
        return file.get(key) instanceof YamlNode.Items items
                ? items.items().stream()
                        .filter(YamlNode.Scalar.class::isInstance)
                        .map(item -> ((YamlNode.Scalar) item).text())
                : Stream.empty();
    }

    private static List<YamlNode.Group> rules(YamlNode.Group file) {
        return file.get("rules") instanceof YamlNode.Items items
                ? items.items().stream()
                        .filter(YamlNode.Group.class::isInstance)
                        .map(YamlNode.Group.class::cast)
                        .toList()
                : List.of();
    }

    private static void refuse(String path, At at, Problems problems) {
        problems.add(
                at,
                MappingCode.LOCKED,
                path
                        + ": a standard field is always taken as the connector's mapping has it. Take the line out, or write"
                        + " standardFields: open where locked stands.");
    }
}
