package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.source.Outline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compiles lines; remembers the columns they read. */
final class LineCompiler {
    private final MappingFile.Format format;
    private final Problems problems;
    private final TransformReader transforms;
    private final Map<String, Selector.Column> columns = new LinkedHashMap<>();
    private final Set<String> elements = new TreeSet<>();
    private final Set<String> reads = new TreeSet<>();

    LineCompiler(MappingFile.Format format, Problems problems) {
        this.format = format;
        this.problems = problems;
        this.transforms = new TransformReader(problems);
    }

    /** What of an XML or JSON record is looked at. */
    Outline outline() {
        return Outline.of(elements);
    }

    /** Columns, paths or elements that are looked at, without positions and conditions. */
    Set<String> reads() {
        return reads;
    }

    /** Columns in the order of their slots. */
    List<Selector.Column> columns() {
        return List.copyOf(columns.values());
    }

    /** The line, compiled; null when it is wrong, which is then among the problems. */
    @Nullable
    Expression compile(@Nullable Line line, String path, TransformReader.@Nullable Outcome outcome) {
        if (line == null) {
            return null;
        }
        Expression from = from(line, path, outcome);
        List<Transform> then = transforms.read(line.then(), path, outcome);
        if (from == null) {
            return null;
        }
        Expression piped = then.isEmpty() ? from : new Expression.Piped(from, then);
        return line.required() ? new Expression.Required(piped) : piped;
    }

    private @Nullable Expression from(Line line, String path, TransformReader.@Nullable Outcome outcome) {
        int origins = (line.from() == null ? 0 : 1)
                + (line.firstOf().isEmpty() ? 0 : 1)
                + (line.join() == null ? 0 : 1)
                + (line.value() == null ? 0 : 1);
        if (origins != 1) {
            problems.add(
                    line.at(),
                    MappingCode.BAD_LINE,
                    path + ": found " + origins + " of from, firstOf, join and value, expected exactly one.");
            return null;
        }
        if (line.from() != null) {
            Selector selector = selector(line.from(), line.at(), path);
            return selector == null ? null : new Expression.Select(selector);
        }
        if (line.value() != null) {
            return constant(line, line.value(), path, outcome);
        }
        if (line.join() != null) {
            List<Expression> parts = all(line.join().of(), path + ".join", null);
            return new Expression.Joined(
                    parts, line.join().with() == null ? " " : line.join().with());
        }
        return new Expression.FirstOf(
                all(line.firstOf(), path + ".firstOf", line.then().isEmpty() ? outcome : null));
    }

    private Expression constant(Line line, String text, String path, TransformReader.@Nullable Outcome outcome) {
        if (outcome != null && line.then().isEmpty()) {
            outcome.complaint(text)
                    .ifPresent(why -> problems.add(line.at(), MappingCode.BAD_LINE, path + ": " + why + "."));
        }
        return new Expression.Constant(Texts.isEmpty(text) ? List.of() : List.of(text));
    }

    private List<Expression> all(List<Line> lines, String path, TransformReader.@Nullable Outcome outcome) {
        List<Expression> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Expression one = compile(lines.get(i), path + "[" + i + "]", outcome);
            if (one != null) {
                all.add(one);
            }
        }
        return List.copyOf(all);
    }

    /** Where a path or column of this format points; null when it is wrong. */
    @Nullable
    Selector selector(String text, At at, String path) {
        return switch (format) {
            case CSV -> column(text, at, path);
            case JSON -> path(text, at, path);
            case XML -> element(text, at, path);
        };
    }

    private @Nullable Selector column(String text, At at, String path) {
        if (Texts.isEmpty(text) || text.startsWith("$.")) {
            problems.add(
                    at, MappingCode.BAD_PATH, path + ": \"" + text + "\" is not a column name, and the format is csv.");
            return null;
        }
        reads.add(text);
        Selector.Column next = new Selector.Column(text, columns.size(), at);
        return Objects.requireNonNullElse(columns.putIfAbsent(text, next), next);
    }

    private @Nullable Selector element(String text, At at, String path) {
        try {
            Selector.Element element = new Selector.Element(XmlPath.compile(text));
            elements.addAll(element.path().reads());
            element.path().reads().forEach(place -> reads.add(place.replaceFirst("/\\.$", "")));
            return element;
        } catch (IllegalArgumentException e) {
            String meant = XmlPathParser.meant(text);
            String hint = meant == null ? "" : " Did you mean " + meant + "?";
            problems.add(at, MappingCode.BAD_PATH, path + ": " + e.getMessage() + "." + hint);
            return null;
        }
    }

    private @Nullable Selector path(String text, At at, String path) {
        try {
            JsonPath compiled = JsonPath.compile(text);
            elements.addAll(compiled.outline());
            reads.addAll(compiled.places());
            return new Selector.Path(compiled);
        } catch (IllegalArgumentException e) {
            String hint = text.startsWith("$") ? "" : " Did you mean $." + text + "?";
            problems.add(at, MappingCode.BAD_PATH, path + ": " + e.getMessage() + "." + hint);
            return null;
        }
    }
}
