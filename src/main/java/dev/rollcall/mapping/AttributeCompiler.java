package dev.rollcall.mapping;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Email;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Reference;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Binder;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlCode;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiles the lines of one attribute according to its kind. */
final class AttributeCompiler {
    private static final List<String> STATUSES = Arrays.stream(EmploymentStatus.values())
            .map(EmploymentStatus::label)
            .toList();

    private final Problems problems;
    private final Binder binder;
    private final LineCompiler lines;
    private final boolean personalEmails;
    private final List<Expression> compiled = new ArrayList<>();

    /** @param personalEmails whether addresses of that type are read at all (row 55) */
    AttributeCompiler(Problems problems, LineCompiler lines, boolean personalEmails) {
        this.personalEmails = personalEmails;
        this.problems = problems;
        this.binder = new Binder(problems);
        this.lines = lines;
    }

    /** The attribute; null when something in it is wrong, which is then among the problems. */
    @Nullable
    CompiledAttribute compile(String name, YamlNode.Entry entry) {
        int before = problems.size();
        compiled.clear();
        String path = "employee." + name;
        YamlNode node = entry.value();
        Readings.Reading reading = switch (Attribute.kindOf(name)) {
            case TEXT -> read(one(node, path, null), Readings::text);
            case DATE -> read(one(node, path, null), Readings::day);
            case FLAG -> read(one(node, path, null), Readings::flag);
            case STATUS -> read(one(node, path, AttributeCompiler::status), Readings::status);
            case TEXTS -> Readings.texts(several(node, path));
            case EMAILS -> Readings.emails(emails(node, path));
            case PHONES -> Readings.phones(phones(node, path));
            case REFERENCE -> reference(node, path);
            case REFERENCES -> Readings.references(references(node, path));
            case ADDRESS -> address(node, path);
            case COMPENSATION -> compensation(node, path);
        };
        return reading == null || problems.size() > before
                ? null
                : new CompiledAttribute(name, entry.at(), Selectors.text(compiled), reading);
    }

    /** Key and gone: lines that are no attributes. */
    @Nullable
    CompiledAttribute compile(String name, @Nullable Line line, At at) {
        compiled.clear();
        return line == null || compile(line, name, null) == null
                ? null
                : new CompiledAttribute(name, at, Selectors.text(compiled), Readings.text(compiled.get(0)));
    }

    private static Optional<String> status(String text) {
        return text.isEmpty() || STATUSES.contains(text)
                ? Optional.empty()
                : Optional.of("\"" + text + "\" is no employment status, which is " + String.join(", ", STATUSES) + "."
                        + Nearest.hint(text, STATUSES));
    }

    private static Readings.@Nullable Reading read(
            @Nullable Expression line, Function<Expression, Readings.Reading> as) {
        return line == null ? null : as.apply(line);
    }

    private @Nullable Expression one(YamlNode node, String path, TransformReader.@Nullable Outcome outcome) {
        Line line = binder.bind(node, Line.class, path);
        refuseBy(line, path);
        return compile(line, path, outcome);
    }

    private void refuseBy(@Nullable Line line, String path) {
        if (line != null && line.by() != null) {
            problems.add(line.at(), MappingCode.BAD_LINE, path + ": by: belongs to references to people. Take it out.");
        }
    }

    private @Nullable Expression compile(@Nullable Line line, String path, TransformReader.@Nullable Outcome outcome) {
        Expression expression = lines.compile(line, path, outcome);
        if (expression != null) {
            compiled.add(expression);
        }
        return expression;
    }

    private static List<YamlNode> items(YamlNode node) {
        return node instanceof YamlNode.Items items ? items.items() : List.of(node);
    }

    private List<Expression> several(YamlNode node, String path) {
        List<Expression> all = new ArrayList<>();
        for (YamlNode item : items(node)) {
            Expression line = one(item, path, null);
            if (line != null) {
                all.add(line);
            }
        }
        return List.copyOf(all);
    }

    private List<Readings.Use<Email.Type>> emails(YamlNode node, String path) {
        List<Readings.Use<Email.Type>> uses = new ArrayList<>();
        for (YamlNode item : list(node, path, "- { type: work, value: … }")) {
            Typed.EmailLine line = binder.bind(item, Typed.EmailLine.class, path);
            if (line != null && line.type() == Email.Type.PERSONAL && !personalEmails) {
                continue;
            }
            Expression value = line == null ? null : compile(line.value(), path, null);
            if (line != null && line.type() != null && value != null) {
                uses.add(new Readings.Use<>(line.type(), value));
            }
        }
        return List.copyOf(uses);
    }

    private List<Readings.Use<String>> phones(YamlNode node, String path) {
        List<Readings.Use<String>> uses = new ArrayList<>();
        for (YamlNode item : list(node, path, "- { type: mobile, value: … }")) {
            Typed.PhoneLine line = binder.bind(item, Typed.PhoneLine.class, path);
            Expression value = line == null ? null : compile(line.value(), path, null);
            if (line != null && line.type() != null && value != null) {
                uses.add(new Readings.Use<>(line.type(), value));
            }
        }
        return List.copyOf(uses);
    }

    private List<YamlNode> list(YamlNode node, String path, String example) {
        if (node instanceof YamlNode.Items items) {
            return items.items();
        }
        problems.add(
                node.at(),
                YamlCode.WRONG_FORM,
                path + ": found " + node.form() + ", expected a list. Example: " + example);
        return List.of();
    }

    private Readings.@Nullable Reading reference(YamlNode node, String path) {
        List<Readings.Use<Reference.By>> uses = references(node, path);
        return uses.size() == 1 ? Readings.reference(uses.get(0)) : null;
    }

    private List<Readings.Use<Reference.By>> references(YamlNode node, String path) {
        List<Readings.Use<Reference.By>> uses = new ArrayList<>();
        for (YamlNode item : items(node)) {
            Line line = binder.bind(item, Line.class, path);
            Expression value = compile(line, path, null);
            if (line != null && value != null) {
                uses.add(new Readings.Use<>(line.by() == null ? Reference.By.KEY : line.by(), value));
            }
        }
        return List.copyOf(uses);
    }

    private Readings.@Nullable Reading address(YamlNode node, String path) {
        Typed.AddressLines parts = binder.bind(node, Typed.AddressLines.class, path);
        if (parts == null) {
            return null;
        }
        List<@Nullable Expression> compiledParts = new ArrayList<>();
        compiledParts.add(compile(parts.street(), path + ".street", null));
        compiledParts.add(compile(parts.postalCode(), path + ".postalCode", null));
        compiledParts.add(compile(parts.locality(), path + ".locality", null));
        compiledParts.add(compile(parts.region(), path + ".region", null));
        compiledParts.add(compile(parts.country(), path + ".country", null));
        return Readings.address(compiledParts);
    }

    private Readings.@Nullable Reading compensation(YamlNode node, String path) {
        Typed.CompensationLines parts = binder.bind(node, Typed.CompensationLines.class, path);
        if (parts == null) {
            return null;
        }
        Expression amount = compile(parts.amount(), path + ".amount", null);
        Expression currency = compile(parts.currency(), path + ".currency", null);
        Expression period = compile(parts.period(), path + ".period", null);
        return amount == null ? null : Readings.compensation(amount, currency, period);
    }
}
