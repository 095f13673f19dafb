package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Compiles what stands under {@code then}. */
final class TransformReader {
    private static final Set<TransformName> PLACES =
            EnumSet.of(TransformName.FIRST, TransformName.LAST, TransformName.REST);

    private final Problems problems;

    TransformReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The transforms in their order; those that are wrong are among the problems and left out.
     *
     * @param result refuses a lookup's outcome that the attribute cannot be, with the reason; null accepts any
     */
    List<Transform> read(List<YamlNode> nodes, String path, @Nullable Outcome result) {
        List<Transform> transforms = new ArrayList<>();
        boolean ordered = false;
        for (YamlNode node : nodes) {
            String label = label(node);
            if (label == null) {
                problems.add(
                        node.at(),
                        MappingCode.NO_SUCH_TRANSFORM,
                        path + ": found " + node.form() + ", expected a transform, for example trim or { date: iso }.");
                continue;
            }
            Optional<TransformName> name = TransformName.named(label);
            if (name.isEmpty()) {
                String hint = Nearest.hint(label, TransformName.labels());
                String known = hint.isEmpty() ? " Known: " + String.join(", ", TransformName.labels()) + "." : hint;
                problems.add(
                        node.at(), MappingCode.NO_SUCH_TRANSFORM, path + ": " + label + " is not a transform." + known);
                continue;
            }
            if (PLACES.contains(name.get()) && !ordered) {
                problems.add(
                        node.at(),
                        MappingCode.UNORDERED_FIRST,
                        path + ": " + label + " without sort or split before it would flip from night to night. Write"
                                + " then: [sort, " + label + "].");
            }
            ordered |= name.get() == TransformName.SORT || name.get() == TransformName.SPLIT;
            Transform transform = one(name.get(), node, path, result);
            if (transform != null) {
                transforms.add(transform);
            }
        }
        return List.copyOf(transforms);
    }

    /** Judges what a lookup gives: the complaint, or nothing. */
    @FunctionalInterface
    interface Outcome {
        Optional<String> complaint(String text);
    }

    private static @Nullable String label(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        if (node instanceof YamlNode.Group group && !group.entries().isEmpty()) {
            return group.entries().keySet().stream()
                    .filter(key -> !key.equals("else"))
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    private @Nullable Transform one(TransformName name, YamlNode node, String path, @Nullable Outcome result) {
        YamlNode argument = node instanceof YamlNode.Group group ? group.get(name.label()) : null;
        if (node instanceof YamlNode.Group group) {
            group.entries().forEach((key, entry) -> {
                boolean allowed = key.equals(name.label()) || (key.equals("else") && name == TransformName.LOOKUP);
                if (!allowed) {
                    wrong(entry.at(), path, name, key + " does not belong to it; one transform, one item of the list");
                }
            });
        }
        return switch (name) {
            case TRIM -> bare(name, argument, path, Transform.each(String::strip));
            case LOWER -> bare(name, argument, path, Transform.each(text -> text.toLowerCase(Locale.ROOT)));
            case UPPER -> bare(name, argument, path, Transform.each(text -> text.toUpperCase(Locale.ROOT)));
            case BOOLEAN -> bare(name, argument, path, TextTransforms.flag());
            case SORT -> bare(name, argument, path, TextTransforms.sort());
            case FIRST -> bare(name, argument, path, TextTransforms.first());
            case LAST -> bare(name, argument, path, TextTransforms.last());
            case REST -> bare(name, argument, path, TextTransforms.rest());
            case PREFIX -> {
                String text = text(name, node, argument, path);
                yield text == null ? null : Transform.each(text::concat);
            }
            case DEFAULT -> {
                String text = text(name, node, argument, path);
                yield text == null || refused(name, node.at(), text, path, result)
                        ? null
                        : TextTransforms.whenEmpty(text);
            }
            case SPLIT -> {
                String text = text(name, node, argument, path);
                yield text == null ? null : TextTransforms.split(text);
            }
            case JOIN -> {
                String text = text(name, node, argument, path);
                yield text == null ? null : TextTransforms.join(text);
            }
            case WHERE -> where(node, argument, path);
            case DIGITS -> digits(node, argument, path);
            case NUMBER -> number(node, argument, path);
            case DATE -> date(node, argument, path);
            case LOOKUP ->
                lookup((node instanceof YamlNode.Group group) ? group : null, argument, node.at(), path, result);
            case REPLACE -> replace(node, argument, path);
        };
    }

    private @Nullable Transform bare(
            TransformName name, @Nullable YamlNode argument, String path, Transform transform) {
        if (argument instanceof YamlNode.Scalar scalar && scalar.text().equals("true")) {
            return transform;
        }
        if (argument != null) {
            wrong(argument.at(), path, name, "it stands alone, without a value");
        }
        return transform;
    }

    private @Nullable String text(TransformName name, YamlNode node, @Nullable YamlNode argument, String path) {
        if (argument instanceof YamlNode.Scalar scalar
                && !scalar.isNull()
                && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        wrong(node.at(), path, name, "it needs a text");
        return null;
    }

    private @Nullable Transform where(YamlNode node, @Nullable YamlNode argument, String path) {
        String pattern = text(TransformName.WHERE, node, argument, path);
        try {
            return pattern == null ? null : TextTransforms.where(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            wrong(node.at(), path, TransformName.WHERE, "this is not a regular expression: " + e.getDescription());
            return null;
        }
    }

    private @Nullable Transform digits(YamlNode node, @Nullable YamlNode argument, String path) {
        if (argument == null) {
            return TextTransforms.digits(0);
        }
        if (argument instanceof YamlNode.Scalar scalar && scalar.text().matches("[1-9][0-9]?")) {
            return TextTransforms.digits(Integer.parseInt(scalar.text()));
        }
        wrong(node.at(), path, TransformName.DIGITS, "its width is a number from 1 to 99");
        return null;
    }

    private @Nullable Transform number(YamlNode node, @Nullable YamlNode argument, String path) {
        if (argument == null) {
            return TextTransforms.number('.');
        }
        if (argument instanceof YamlNode.Scalar scalar && scalar.text().matches("[.,]")) {
            return TextTransforms.number(scalar.text().charAt(0));
        }
        wrong(node.at(), path, TransformName.NUMBER, "the decimal sign is \".\" or \",\"");
        return null;
    }

    private @Nullable Transform date(YamlNode node, @Nullable YamlNode argument, String path) {
        List<YamlNode> items = argument instanceof YamlNode.Items list
                ? list.items()
                : argument == null ? List.of() : List.of(argument);
        List<String> forms = new ArrayList<>();
        for (YamlNode item : items) {
            if (item instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
                forms.add(scalar.text());
            }
        }
        if (forms.isEmpty() || forms.size() < items.size()) {
            wrong(node.at(), path, TransformName.DATE, "it needs iso, a pattern such as dd/MM/yyyy, or a list of them");
            return null;
        }
        try {
            return TextTransforms.date(new Dates(forms));
        } catch (IllegalArgumentException e) {
            wrong(node.at(), path, TransformName.DATE, e.getMessage() == null ? "no pattern" : e.getMessage());
            return null;
        }
    }

    private @Nullable Transform lookup(
            YamlNode.@Nullable Group node, @Nullable YamlNode argument, At at, String path, @Nullable Outcome result) {
        if (node == null || !(argument instanceof YamlNode.Group table)) {
            wrong(at, path, TransformName.LOOKUP, "it needs entries");
            return null;
        }
        Map<String, String> entries = new LinkedHashMap<>();
        table.entries().forEach((key, entry) -> {
            if (!(entry.value() instanceof YamlNode.Scalar scalar)) {
                wrong(
                        entry.at(),
                        path,
                        TransformName.LOOKUP,
                        key + " leads to " + entry.value().form() + ", not to a text");
            } else if (!refused(TransformName.LOOKUP, entry.at(), scalar.text(), path, result)) {
                entries.put(key, scalar.isNull() ? "" : scalar.text());
            }
        });
        String otherwise =
                node.get("else") instanceof YamlNode.Scalar scalar ? (scalar.isNull() ? "" : scalar.text()) : null;
        if (otherwise != null) {
            refused(TransformName.LOOKUP, at, otherwise, path, result);
        }
        return TextTransforms.lookup(entries, otherwise);
    }

    private @Nullable Transform replace(YamlNode node, @Nullable YamlNode argument, String path) {
        Predicate<String> known = key -> key.equals("text") || key.equals("with");
        if (argument instanceof YamlNode.Group group
                && group.entries().keySet().stream().allMatch(known)) {
            String text = group.text("text");
            String with = group.text("with");
            if (text != null && !text.isEmpty()) {
                return Transform.each(found -> found.replace(text, with == null ? "" : with));
            }
        }
        wrong(node.at(), path, TransformName.REPLACE, "it needs { text: what goes, with: what comes }");
        return null;
    }

    private boolean refused(TransformName name, At at, String text, String path, @Nullable Outcome result) {
        Optional<String> complaint = result == null ? Optional.empty() : result.complaint(text);
        complaint.ifPresent(why -> wrong(at, path, name, why));
        return complaint.isPresent();
    }

    private void wrong(At at, String path, TransformName name, String why) {
        problems.add(
                at,
                MappingCode.BAD_ARGUMENT,
                path + ": " + name.label() + ": " + why + (why.endsWith("?") ? "" : ".") + " Example: " + name.example()
                        + ".");
    }
}
