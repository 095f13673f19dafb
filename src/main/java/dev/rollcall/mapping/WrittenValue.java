package dev.rollcall.mapping;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Value;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlCode;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value that a file gives to many people, typed like its attribute. */
public final class WrittenValue {
    private static final Set<String> OF_ONE_PERSON =
            Set.of("externalId", "employeeNumber", "membershipNumber", "userName");

    private WrittenValue() {}

    /**
     * The value; null when it is wrong, which is then among the problems.
     *
     * @param path how messages name the place: {@code defaults.preferredLanguage}
     */
    public static @Nullable Value read(String attribute, YamlNode node, String path, Problems problems) {
        if (OF_ONE_PERSON.contains(attribute) || Attribute.isSensitive(attribute)) {
            return notShared(node, path, problems);
        }
        return switch (Attribute.kindOf(attribute)) {
            case TEXT -> text(node, path, problems).map(Value.Text::new).orElse(null);
            case TEXTS -> texts(node, path, problems);
            case FLAG -> flag(node, path, problems);
            case DATE, STATUS, EMAILS, PHONES, ADDRESS, COMPENSATION, REFERENCE, REFERENCES ->
                notShared(node, path, problems);
        };
    }

    private static @Nullable Value notShared(YamlNode node, String path, Problems problems) {
        problems.add(
                node.at(),
                YamlCode.WRONG_FORM,
                path + ": this says who somebody is, or decides about access, so only a record can say it.");
        return null;
    }

    /** Whether an employee can carry the name; if not, that is among the problems. */
    public static boolean isAttribute(String name, YamlNode node, String path, Problems problems) {
        if (Attribute.isValidName(name)) {
            return true;
        }
        List<String> labels =
                Arrays.stream(Attribute.values()).map(Attribute::label).toList();
        problems.add(
                node.at(),
                MappingCode.NO_SUCH_ATTRIBUTE,
                path + ": " + name + " is not an employee attribute." + Nearest.hint(name, labels));
        return false;
    }

    private static Optional<String> text(YamlNode node, String path, Problems problems) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.isNull() && !Texts.isEmpty(scalar.text())) {
            return Optional.of(scalar.text());
        }
        problems.add(node.at(), YamlCode.WRONG_FORM, path + ": found " + node.form() + ", expected a text.");
        return Optional.empty();
    }

    private static @Nullable Value texts(YamlNode node, String path, Problems problems) {
        List<YamlNode> items = node instanceof YamlNode.Items list ? list.items() : List.of(node);
        List<String> texts = new ArrayList<>();
        items.forEach(item -> text(item, path, problems).ifPresent(texts::add));
        return texts.isEmpty() ? null : new Value.Texts(texts);
    }

    private static @Nullable Value flag(YamlNode node, String path, Problems problems) {
        String text = text(node, path, problems).orElse(null);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            problems.add(node.at(), YamlCode.WRONG_WORD, path + ": found \"" + text + "\", expected true or false.");
            return null;
        }
        return text == null ? null : new Value.Flag(text.equals("true"));
    }
}
