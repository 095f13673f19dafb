package dev.rollcall.mapping;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Employee;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.source.Header;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Outline;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one implementation of a mapping. */
final class CompiledMapping implements Mapping {
    private static final Set<String> LEAVING =
            Attribute.STANDING.stream().map(Attribute::label).collect(Collectors.toUnmodifiableSet());

    private final MappingFile.Format format;
    private final CompiledAttribute key;
    private final @Nullable CompiledAttribute gone;
    private final Lines lines;
    private final Lines leaving;
    private final Columns columns;
    private final Outline outline;
    private final Set<String> reads;
    private final String records;

    CompiledMapping(
            MappingFile.Format format,
            CompiledAttribute key,
            @Nullable CompiledAttribute gone,
            List<CompiledAttribute> attributes,
            Columns columns,
            Outline outline,
            Set<String> reads,
            String records) {
        this.records = records;
        this.outline = outline;
        this.reads = Set.copyOf(reads);
        this.format = format;
        this.key = key;
        this.gone = gone;
        this.lines = new Lines(attributes);
        this.leaving = new Lines(attributes.stream()
                .filter(attribute -> LEAVING.contains(attribute.name()))
                .toList());
        this.columns = columns;
    }

    @Override
    public MappingResult map(SourceRecord record) {
        try {
            return switch (record) {
                case SourceRecord.Unreadable unreadable ->
                    rejected(null, List.of(unreadable.problem()), record.origin());
                case SourceRecord.Row row ->
                    format == MappingFile.Format.CSV ? meaning(fields(row), row.origin()) : otherForm(record.origin());
                case SourceRecord.Json json ->
                    format == MappingFile.Format.JSON
                            ? meaning(fields(json), json.origin())
                            : otherForm(record.origin());
                case SourceRecord.Incomplete incomplete ->
                    format == MappingFile.Format.JSON ? refused(incomplete) : otherForm(record.origin());
                case SourceRecord.Xml xml ->
                    format == MappingFile.Format.XML
                            ? meaning(new XmlFields(xml.tree()), xml.origin())
                            : otherForm(record.origin());
            };
        } catch (RuntimeException | StackOverflowError e) {
            // one record must not end the run; an integrator's regular expression can overflow the stack
            String kind = e.getClass().getSimpleName();
            Problem problem = new Problem(
                    record.origin().toString(),
                    MappingCode.DEFECT.id(),
                    "the mapping failed: " + kind + ". Report it.");
            return rejected(null, List.of(problem), record.origin());
        }
    }

    private static MappingResult otherForm(Origin origin) {
        String message = "the record is of another form than the mapping's format.";
        return rejected(null, List.of(new Problem(origin.toString(), MappingCode.UNREADABLE.id(), message)), origin);
    }

    private static MappingResult rejected(@Nullable String key, List<Problem> problems, Origin origin) {
        return new MappingResult.Rejected(key, false, Profile.EMPTY, problems, origin);
    }

    private Fields fields(SourceRecord.Row row) {
        return new RowFields(row.values(), columns.in(row.header()));
    }

    private static Fields fields(SourceRecord.Json json) {
        return new JsonFields(json.node());
    }

    /** Whose record it is, and whether he left, may stand in what was sent; the rest is not asked for. */
    private MappingResult refused(SourceRecord.Incomplete record) {
        Fields fields = new JsonFields(record.node());
        Origin origin = record.origin();
        List<Problem> problems = new ArrayList<>(List.of(record.problem()));
        String name = name(fields, origin, problems);
        boolean left = gone != null && !isCleared(read(gone, fields, origin, problems));
        Profile known = profile(leaving, fields, origin, new ArrayList<>(0));
        return new MappingResult.Rejected(name, left, known, problems, origin);
    }

    private MappingResult meaning(Fields fields, Origin origin) {
        List<Problem> problems = new ArrayList<>(0);
        String name = name(fields, origin, problems);
        boolean left = gone != null && !isCleared(read(gone, fields, origin, problems));
        if (left && name != null && problems.isEmpty()) {
            // an anonymised record: its blank names must never reach a user
            Profile known = profile(leaving, fields, origin, new ArrayList<>(0));
            return new MappingResult.Mapped(new Employee(name, true, known), origin);
        }
        Profile profile = profile(lines, fields, origin, problems);
        if (name != null && problems.isEmpty()) {
            return new MappingResult.Mapped(new Employee(name, false, profile), origin);
        }
        return new MappingResult.Rejected(name, left, readable(profile), problems, origin);
    }

    private @Nullable String name(Fields fields, Origin origin, List<Problem> problems) {
        int before = problems.size();
        Value value = read(key, fields, origin, problems);
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (problems.size() == before) {
            problems.add(problem(
                    key,
                    MappingCode.NO_KEY,
                    "found nothing, expected the source's identifier of the person. Nobody is removed by absence in this run.",
                    origin));
        }
        return null;
    }

    private static Profile profile(Lines lines, Fields fields, Origin origin, List<Problem> problems) {
        @Nullable Value[] values = new @Nullable Value[lines.names.length];
        for (int i = 0; i < values.length; i++) {
            values[lines.places[i]] = read(lines.attributes.get(i), fields, origin, problems);
        }
        return Profile.of(lines.names, values);
    }

    /** Lines as the file has them, and where each one's value stands among the names in their order. */
    private static final class Lines {
        private final List<CompiledAttribute> attributes;
        private final String[] names;
        private final int[] places;

        Lines(List<CompiledAttribute> attributes) {
            this.attributes = List.copyOf(attributes);
            this.names =
                    attributes.stream().map(CompiledAttribute::name).sorted().toArray(String[]::new);
            this.places = attributes.stream()
                    .mapToInt(attribute -> Arrays.binarySearch(names, attribute.name()))
                    .toArray();
        }
    }

    private static Profile readable(Profile profile) {
        TreeMap<String, Value> values = new TreeMap<>(profile.values());
        values.keySet().retainAll(LEAVING);
        return new Profile(values);
    }

    private static @Nullable Value read(
            CompiledAttribute attribute, Fields fields, Origin origin, List<Problem> problems) {
        try {
            return attribute.reading().read(fields);
        } catch (Unmappable e) {
            problems.add(problem(attribute, e.code(), e.text(), origin));
            return null;
        }
    }

    private static Problem problem(CompiledAttribute attribute, MappingCode code, String message, Origin origin) {
        return new Problem(origin.toString(), code.id(), attribute.where() + ": " + message);
    }

    private static boolean isCleared(@Nullable Value value) {
        return value == null || value == Value.Cleared.CLEARED;
    }

    @Override
    public List<Problem> checkHeader(Header header) {
        return columns.missing(header);
    }

    @Override
    public Outline outline() {
        return outline;
    }

    @Override
    public MappingFile.Format format() {
        return format;
    }

    @Override
    public String records() {
        return records;
    }

    @Override
    public Set<String> reads() {
        return reads;
    }

    @Override
    public Set<String> sensitive() {
        return Arrays.stream(lines.names).filter(Attribute::isSensitive).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Trace> explain(SourceRecord record) {
        Fields fields = switch (record) {
            case SourceRecord.Unreadable unreadable -> null;
            case SourceRecord.Incomplete incomplete -> null;
            case SourceRecord.Row row -> format == MappingFile.Format.CSV ? fields(row) : null;
            case SourceRecord.Json json -> format == MappingFile.Format.JSON ? fields(json) : null;
            case SourceRecord.Xml xml -> format == MappingFile.Format.XML ? new XmlFields(xml.tree()) : null;
        };
        if (fields == null) {
            return List.of();
        }
        List<CompiledAttribute> all = new ArrayList<>(List.of(key));
        if (gone != null) {
            all.add(gone);
        }
        all.addAll(lines.attributes);
        return all.stream().map(each -> trace(each, fields, record.origin())).toList();
    }

    private static Trace trace(CompiledAttribute attribute, Fields fields, Origin origin) {
        TracingFields tracing = new TracingFields(fields);
        read(attribute, tracing, origin, new ArrayList<>(0));
        return new Trace(attribute.name(), origin, tracing.places(), attribute.at());
    }
}
