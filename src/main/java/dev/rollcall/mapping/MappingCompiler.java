package dev.rollcall.mapping;

import dev.rollcall.employee.Attribute;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlCode;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles one mapping file and checks what its parts mean together. */
final class MappingCompiler {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** Words of vendors' guides for which the nearest spelling would be a wrong guess. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("email", "emails"),
            Map.entry("workEmail", "emails"),
            Map.entry("firstName", "givenName"),
            Map.entry("lastName", "familyName"),
            Map.entry("surname", "familyName"),
            Map.entry("jobTitle", "title"),
            Map.entry("hireDate", "startDate"),
            Map.entry("terminationDate", "endDate"),
            Map.entry("status", "employmentStatus"),
            Map.entry("phone", "phones"),
            Map.entry("language", "preferredLanguage"),
            Map.entry("salary", "compensation"),
            Map.entry("dateOfBirth", "birthDate"));

    private final MappingFile file;
    private final YamlNode.Group whole;
    private final Problems problems;
    private final Map<String, At> lines = new LinkedHashMap<>();
    private List<String> columns = List.of();

    MappingCompiler(MappingFile file, YamlNode.Group whole, Problems problems) {
        this.file = file;
        this.whole = whole;
        this.problems = problems;
    }

    Map<String, At> lines() {
        return lines;
    }

    List<String> columns() {
        return columns;
    }

    @Nullable
    Mapping compile() {
        checkName("source", file.source());
        checkName("directory", file.directory());
        if (file.format() == null) {
            return null;
        }
        LineCompiler lineCompiler = new LineCompiler(file.format(), problems);
        AttributeCompiler attributeCompiler =
                new AttributeCompiler(problems, lineCompiler, file.personalEmails() == null || file.personalEmails());
        checkRecords();
        CompiledAttribute key = attributeCompiler.compile("key", file.key(), at("key"));
        CompiledAttribute gone = attributeCompiler.compile("gone", file.gone(), at("gone"));
        List<CompiledAttribute> attributes = new ArrayList<>();
        Map<String, YamlNode.Entry> entries = entries();
        NamesCheck names = new NamesCheck(problems);
        names.only(file, at("only"), entries);
        names.kioskCode(whole, entries);
        entries.forEach((name, entry) -> {
            if (isAttribute(name, entry.at()) && isOptedIn(name, entry.at())) {
                lines.put(name, entry.at());
                CompiledAttribute attribute = attributeCompiler.compile(name, entry);
                if (attribute != null) {
                    attributes.add(attribute);
                }
            }
        });
        columns = lineCompiler.columns().stream().map(Selector::text).toList();
        checkSensitive();
        names.withheld(file, at("withheld"), lines.keySet());
        checkRules();
        new FilterCheck(lines.keySet(), problems).check(file.filters());
        return key == null
                ? null
                : new CompiledMapping(
                        file.format(),
                        key,
                        gone,
                        attributes,
                        new Columns(lineCompiler.columns()),
                        lineCompiler.outline(),
                        lineCompiler.reads(),
                        file.records() == null ? "" : file.records());
    }

    /** Conditions look at what is mapped; what rules set is carried like any other attribute. */
    private void checkRules() {
        Set<String> mapped = Set.copyOf(lines.keySet());
        for (MappingFile.RuleLine rule : file.rules()) {
            new FilterCheck(mapped, problems).check(rule.when());
            rule.set().forEach((name, node) -> {
                if (WrittenValue.isAttribute(name, node, "rules.set", problems)) {
                    lines.putIfAbsent(name, node.at());
                }
            });
        }
    }

    private At at(String key) {
        YamlNode.Entry entry = whole.entries().get(key);
        return entry == null ? whole.at() : entry.at();
    }

    private void checkName(String key, @Nullable String name) {
        if (name != null && !NAME.matcher(name).matches()) {
            problems.add(
                    at(key),
                    YamlCode.WRONG_FORM,
                    key + ": found \"" + name
                            + "\", expected small letters, digits and hyphens, a letter first, 40 at most.");
        }
    }

    private void checkRecords() {
        if (file.records() == null) {
            return;
        }
        if (file.format() == MappingFile.Format.CSV) {
            problems.add(at("records"), MappingCode.BAD_PATH, "records: a row is a record in csv. Take it out.");
            return;
        }
        try {
            if (file.format() == MappingFile.Format.XML) {
                XmlPath.compile(file.records());
                if (!file.records().matches("[^\\[@]*")) {
                    throw new IllegalArgumentException(
                            "only names lead to the records, conditions and attributes do not");
                }
            } else {
                JsonPath.compile(file.records());
            }
        } catch (IllegalArgumentException e) {
            problems.add(at("records"), MappingCode.BAD_PATH, "records: " + e.getMessage() + ".");
        }
    }

    /** Each attribute with its place; those under custom by their full names; those taken away by ~ left out. */
    private Map<String, YamlNode.Entry> entries() {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        if (whole.get("employee") instanceof YamlNode.Group employee) {
            employee.entries().forEach((name, entry) -> {
                if (name.equals("custom") && entry.value() instanceof YamlNode.Group custom) {
                    custom.entries().forEach((own, line) -> put(entries, Attribute.CUSTOM + own, line));
                } else {
                    put(entries, name, entry);
                }
            });
        }
        if (entries.isEmpty()) {
            problems.add(
                    at("employee"),
                    MappingCode.NOTHING_MAPPED,
                    "employee: no attribute is mapped. Example: employee: { givenName: First name }.");
        }
        return entries;
    }

    private static void put(Map<String, YamlNode.Entry> entries, String name, YamlNode.Entry entry) {
        if (!(entry.value() instanceof YamlNode.Scalar scalar) || !scalar.isNull()) {
            entries.put(name, entry);
        }
    }

    private boolean isAttribute(String name, At at) {
        if (Attribute.isValidName(name)) {
            return true;
        }
        List<String> labels =
                Arrays.stream(Attribute.values()).map(Attribute::label).toList();
        String hint =
                SYNONYMS.containsKey(name) ? " Did you mean " + SYNONYMS.get(name) + "?" : Nearest.hint(name, labels);
        String otherwise = hint.isEmpty() ? " Own attributes stand under custom:, a letter first." : hint;
        problems.add(
                at, MappingCode.NO_SUCH_ATTRIBUTE, "employee." + name + " is not an employee attribute." + otherwise);
        return false;
    }

    private boolean isOptedIn(String name, At at) {
        if (!Attribute.isSensitive(name) || file.sensitive().contains(name)) {
            return true;
        }
        problems.add(
                at,
                MappingCode.NOT_OPTED_IN,
                "employee." + name + " is sensitive, and nobody asked for it. If it is meant, write sensitive: [" + name
                        + "].");
        return false;
    }

    private void checkSensitive() {
        List<String> known = Arrays.stream(Attribute.values())
                .map(Attribute::label)
                .filter(Attribute::isSensitive)
                .toList();
        for (String name : file.sensitive()) {
            if (!known.contains(name)) {
                problems.add(
                        at("sensitive"),
                        YamlCode.WRONG_WORD,
                        "sensitive: " + name + " is not one of the sensitive attributes " + String.join(", ", known)
                                + "." + Nearest.hint(name, known));
            }
        }
    }
}
