package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Canonical;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the attributes that a mapping names beside its lines are ones it can name there. */
final class NamesCheck {
    private static final Set<String> STANDING = Set.of("employmentStatus", "startDate", "endDate");
    private static final String KIOSK_CODE = "custom.kioskCode";

    private final Problems problems;

    NamesCheck(Problems problems) {
        this.problems = problems;
    }

    /** What is to be carried, and nothing else (row 20); takes the other lines out. */
    void only(MappingFile file, At at, Map<String, YamlNode.Entry> entries) {
        if (file.only().isEmpty()) {
            return;
        }
        file.only().forEach(name -> mapped("only", name, at, entries.keySet()));
        entries.keySet().retainAll(Set.copyOf(file.only()));
    }

    /** What is read for rules and filters and stored nowhere (row 52); access is derived from what is stored. */
    void withheld(MappingFile file, At at, Set<String> lines) {
        for (String name : file.withheld()) {
            if (STANDING.contains(name)) {
                problems.add(
                        at, MappingCode.BAD_NAMES, "withheld: " + name + " decides about access and must be stored.");
            } else {
                mapped("withheld", name, at, lines);
            }
        }
    }

    private void mapped(String key, String name, At at, Set<String> known) {
        if (!known.contains(name)) {
            problems.add(at, MappingCode.BAD_NAMES, key + ": no line maps " + name + "." + Nearest.hint(name, known));
        }
    }

    /** A code to sign in with at a kiosk is the source's id or the employee number, and nothing else (row 64). */
    void kioskCode(YamlNode.Group whole, Map<String, YamlNode.Entry> entries) {
        YamlNode.Entry code = entries.get(KIOSK_CODE);
        if (code == null) {
            return;
        }
        YamlNode.Entry number = entries.get("employeeNumber");
        boolean same = text(code).equals(text(whole.entries().get("key")))
                || text(code).equals(text(number));
        if (!same) {
            problems.add(
                    code.at(),
                    MappingCode.BAD_LINE,
                    "employee." + KIOSK_CODE + ": people sign in by the key or by the employeeNumber. Write the same"
                            + " line as one of the two has.");
        }
    }

    private static String text(YamlNode.@Nullable Entry entry) {
        return entry == null ? "" : Canonical.text(new YamlNode.Group(Map.of("line", entry), entry.at()), Set.of());
    }
}
