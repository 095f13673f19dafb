package dev.rollcall.config;

import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import dev.rollcall.mapping.yaml.Words;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value as a test writes it: texts, lists and groups of texts, {@code ~} for a cleared one. Only for tests' made-up people. */
final class Shown {
    private Shown() {}

    static boolean matches(YamlNode expected, @Nullable Value found) {
        if (found == null) {
            return false;
        }
        String shown = text(found);
        return shown.equals(text(expected))
                || (isBare(expected) && text(bare(found)).equals(text(expected)));
    }

    /** A reference may be written as its value alone. */
    private static boolean isBare(YamlNode expected) {
        return switch (expected) {
            case YamlNode.Scalar scalar -> true;
            case YamlNode.Items items -> items.items().stream().allMatch(Shown::isBare);
            case YamlNode.Group group -> false;
        };
    }

    private static Value bare(Value found) {
        if (found instanceof Value.Referred referred) {
            return new Value.Text(referred.reference().value());
        }
        return found instanceof Value.ReferredAll all
                ? new Value.Texts(
                        all.references().stream().map(Reference::value).toList())
                : found;
    }

    static String text(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar.isNull() ? "nothing" : quoted(scalar.text());
            case YamlNode.Items items ->
                list(items.items().stream().map(Shown::text).toList());
            case YamlNode.Group group -> {
                Map<String, String> parts = new TreeMap<>();
                group.entries().forEach((key, entry) -> parts.put(key, text(entry.value())));
                yield parts.toString();
            }
        };
    }

    static String text(@Nullable Value value) {
        if (value == null) {
            return "no such value";
        }
        return switch (value) {
            case Value.Text text -> quoted(text.text());
            case Value.Texts texts ->
                list(texts.texts().stream().map(Shown::quoted).toList());
            case Value.Day day -> quoted(day.date().toString());
            case Value.Flag flag -> quoted(Boolean.toString(flag.on()));
            case Value.Status status -> quoted(status.status().label());
            case Value.Emails emails ->
                list(emails.emails().stream()
                        .map(email -> typed(Words.of(email.type()), email.value()))
                        .toList());
            case Value.Phones phones ->
                list(phones.phones().stream()
                        .map(phone -> typed(phone.type(), phone.value()))
                        .toList());
            case Value.Referred referred -> reference(referred.reference());
            case Value.ReferredAll all ->
                list(all.references().stream().map(Shown::reference).toList());
            case Value.Address address ->
                parts(
                        "street", address.street(),
                        "postalCode", address.postalCode(),
                        "locality", address.locality(),
                        "region", address.region(),
                        "country", address.country());
            case Value.Compensation pay ->
                parts("amount", pay.amount().toPlainString(), "currency", pay.currency(), "period", pay.period());
            case Value.Cleared cleared -> "nothing";
        };
    }

    private static String typed(String type, String value) {
        return parts("type", type, "value", value);
    }

    private static String reference(Reference reference) {
        return parts("by", Words.of(reference.by()), "value", reference.value());
    }

    private static String parts(@Nullable String... namesAndValues) {
        Map<String, String> parts = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = namesAndValues[i];
            String value = namesAndValues[i + 1];
            if (name != null && value != null) {
                parts.put(name, quoted(value));
            }
        }
        return parts.toString();
    }

    private static String list(List<String> texts) {
        return texts.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
