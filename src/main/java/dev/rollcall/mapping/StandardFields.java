package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines a connector's mapping keeps for itself where {@code standardFields: locked} stands (row 56, D35). */
final class StandardFields {
    /** Called first_name, last_name, email, id and preferred_language by the vendors' guides. */
    private static final Set<String> ATTRIBUTES = Set.of("givenName", "familyName", "emails", "preferredLanguage");

    private static final String KEY = "standardFields";
    private static final String LOCKED = "locked";

    private StandardFields() {}

    /** Adds a problem for each line of the file that takes the place of a locked one of what it extends. */
    static void check(YamlNode.Group file, YamlNode.Group extended, Problems problems) {
        if (!LOCKED.equals(file.text(KEY)) && !LOCKED.equals(extended.text(KEY))) {
            return;
        }
        YamlNode.Entry key = file.entries().get("key");
        if (key != null) {
            refuse("key", key, problems);
        }
        if (file.get("employee") instanceof YamlNode.Group employee) {
            employee.entries().forEach((name, entry) -> {
                if (ATTRIBUTES.contains(name)) {
                    refuse("employee." + name, entry, problems);
                }
            });
        }
        rules(file).forEach(rule -> {
            if (rule.get("set") instanceof YamlNode.Group set) {
                for (Map.Entry<String, YamlNode.Entry> each : set.entries().entrySet()) {
                    if (ATTRIBUTES.contains(each.getKey())) {
                        refuse("rules.set." + each.getKey(), each.getValue(), problems);
                    }
                }
            }
        });
    }

    private static List<YamlNode.Group> rules(YamlNode.Group file) {
        return file.get("rules") instanceof YamlNode.Items items
                ? items.items().stream()
                        .filter(YamlNode.Group.class::isInstance)
                        .map(YamlNode.Group.class::cast)
                        .toList()
                : List.of();
    }

    private static void refuse(String path, YamlNode.Entry entry, Problems problems) {
        problems.add(
                entry.at(),
                MappingCode.LOCKED,
                path
                        + ": a standard field is always taken as the connector's mapping has it. Take the line out, or write"
                        + " standardFields: open where locked stands.");
    }
}
