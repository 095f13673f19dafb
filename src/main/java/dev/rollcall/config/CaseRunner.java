package dev.rollcall.config;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Employee;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.mapping.LoadedMapping;
import dev.rollcall.mapping.MappingFile;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.YamlNode;
import dev.rollcall.source.Header;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceRecord;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs one test: maps its record as a run would, directory's requirements and filters included, and compares. */
final class CaseRunner {
    private static final Set<String> ABOUT_THE_RECORD = Set.of("key", "gone", "rejected", "inScope", "today");
    private static final Origin TEST = new Origin("test", 1);

    private final LoadedMapping mapping;
    private final SourceConfiguration source;
    private final Requirements requirements;

    CaseRunner(LoadedMapping mapping, SourceConfiguration source, DirectoryConfiguration directory) {
        this.mapping = mapping;
        this.source = source;
        this.requirements = new Requirements(directory.require());
    }

    /** A test about to be run. */
    @FunctionalInterface
    interface Attempt {
        Outcome outcome();
    }

    /**
     * What a test showed.
     *
     * @param reached attributes whose value it expected, and rightly
     */
    record Outcome(List<String> differences, Set<String> reached) {
        static Outcome broken(String why) {
            return new Outcome(List.of(why), Set.of());
        }
    }

    /** What the record became, in the words of a test. */
    private record Meaning(@Nullable String key, boolean gone, Profile profile, List<Problem> problems) {}

    Outcome run(Given given, YamlNode expected) {
        if (!(expected instanceof YamlNode.Group expectations)) {
            return Outcome.broken("expect: found " + expected.form() + ", expected attributes, or rejected: and codes");
        }
        return switch (given) {
            case Given.Broken broken -> Outcome.broken(broken.why());
            case Given.Json json -> compare(new SourceRecord.Json(json.node(), TEST), expectations);
            case Given.Xml xml -> compare(new SourceRecord.Xml(xml.tree(), TEST), expectations);
            case Given.Row row -> row(row, expectations);
            case Given.Written written -> written(written.node(), expectations);
        };
    }

    private Outcome row(Given.Row row, YamlNode.Group expectations) {
        if (new HashSet<>(row.header()).size() < row.header().size()) {
            return Outcome.broken("given.csv has a column twice");
        }
        Header header = new Header(row.header());
        List<Problem> missing = mapping.mapping().checkHeader(header);
        return missing.isEmpty()
                ? compare(new SourceRecord.Row(header, row.values(), TEST), expectations)
                : new Outcome(missing.stream().map(Problem::toString).toList(), Set.of());
    }

    private Outcome written(YamlNode node, YamlNode.Group expectations) {
        if (mapping.file().format() == MappingFile.Format.XML) {
            return node instanceof YamlNode.Scalar text
                    ? run(Given.xml("given", text.text()), expectations)
                    : Outcome.broken("given: found " + node.form() + ", expected the record as text. Example: given: |"
                            + " and below it <Worker>…</Worker>");
        }
        if (!(node instanceof YamlNode.Group group)) {
            return Outcome.broken("given: found " + node.form() + ", expected a record");
        }
        if (mapping.file().format() == MappingFile.Format.JSON) {
            return compare(new SourceRecord.Json(YamlJson.node(group), TEST), expectations);
        }
        Map<String, String> row = new LinkedHashMap<>();
        mapping.columns().forEach(column -> row.put(column, ""));
        for (Map.Entry<String, YamlNode.Entry> entry : group.entries().entrySet()) {
            String text = group.text(entry.getKey());
            if (row.put(entry.getKey(), text == null ? "" : text) == null) {
                return Outcome.broken("given: nobody reads a column " + entry.getKey() + "."
                        + Nearest.hint(entry.getKey(), mapping.columns()));
            }
        }
        return compare(
                new SourceRecord.Row(new Header(List.copyOf(row.keySet())), List.copyOf(row.values()), TEST),
                expectations);
    }

    private Outcome compare(SourceRecord record, YamlNode.Group expectations) {
        LocalDate today = today(expectations);
        Meaning meaning = meaning(mapping.mapping().map(record), today);
        List<String> differences = new ArrayList<>();
        Set<String> reached = new HashSet<>();
        rejected(meaning, expectations, differences);
        expect("key", expectations, meaning.key(), differences);
        expect("gone", expectations, Boolean.toString(meaning.gone()), differences);
        boolean inScope = source.scope().excludedBy(meaning.profile(), today).isEmpty();
        expect("inScope", expectations, Boolean.toString(inScope), differences);
        Profile stored = source.rules().withhold(meaning.profile());
        attributes(expectations).forEach((name, expected) -> {
            if (!Attribute.isValidName(name)) {
                differences.add(name + ": no employee carries this."
                        + Nearest.hint(name, mapping.lines().keySet()));
                return;
            }
            Value found = stored.values().get(name);
            if (Shown.matches(expected, found)) {
                reached.add(name);
            } else {
                At line = mapping.lines().get(name);
                differences.add(name + ": expected " + Shown.text(expected) + ", found " + Shown.text(found)
                        + (line == null ? "   (not mapped)" : "   (" + line + ")"));
            }
        });
        return new Outcome(differences, differences.isEmpty() ? reached : Set.of());
    }

    /** The day the test is about, where filters count from today. */
    private static LocalDate today(YamlNode.Group expectations) {
        String today = expectations.text("today");
        return today == null ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(today);
    }

    private Meaning meaning(MappingResult result, LocalDate today) {
        return switch (result) {
            case MappingResult.Mapped mapped -> {
                Employee sent = mapped.employee();
                Employee employee = sent.gone()
                        ? sent
                        : new Employee(sent.key(), false, source.rules().apply(sent.profile(), today));
                yield new Meaning(
                        employee.key(),
                        employee.gone(),
                        employee.profile(),
                        requirements.check(employee, mapped.origin()));
            }
            case MappingResult.Rejected rejected ->
                new Meaning(rejected.key(), rejected.gone(), rejected.readable(), rejected.problems());
        };
    }

    private static void rejected(Meaning meaning, YamlNode.Group expectations, List<String> differences) {
        Set<String> expected = new TreeSet<>();
        if (expectations.get("rejected") instanceof YamlNode.Items items) {
            items.items().stream()
                    .flatMap(item -> item instanceof YamlNode.Scalar code ? Stream.of(code.text()) : Stream.empty())
                    .forEach(expected::add);
        }
        Set<String> found = new TreeSet<>();
        meaning.problems().forEach(problem -> found.add(problem.code()));
        if (!expected.equals(found)) {
            differences.add("rejected: expected " + expected + ", found " + found);
            meaning.problems().forEach(problem -> differences.add("    " + problem));
        }
    }

    private static void expect(
            String name, YamlNode.Group expectations, @Nullable String found, List<String> differences) {
        YamlNode.Entry entry = expectations.entries().get(name);
        if (entry == null) {
            return;
        }
        String expected = expectations.text(name);
        if (expected == null ? found != null : !expected.equals(found)) {
            differences.add(name + ": expected " + (expected == null ? "nothing" : expected) + ", found "
                    + (found == null ? "nothing" : found));
        }
    }

    private static Map<String, YamlNode> attributes(YamlNode.Group expectations) {
        Map<String, YamlNode> attributes = new LinkedHashMap<>();
        expectations.entries().forEach((name, entry) -> {
            if (name.equals("custom") && entry.value() instanceof YamlNode.Group custom) {
                custom.entries().forEach((own, value) -> attributes.put(Attribute.CUSTOM + own, value.value()));
            } else if (!ABOUT_THE_RECORD.contains(name)) {
                attributes.put(name, entry.value());
            }
        });
        return attributes;
    }
}
