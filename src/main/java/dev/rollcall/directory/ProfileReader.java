package dev.rollcall.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Email;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Phone;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ProfileCodec} writes. */
final class ProfileReader {
    private ProfileReader() {}

    static Profile read(JsonNode tree) {
        TreeMap<String, Value> values = new TreeMap<>();
        tree.properties().forEach(field -> values.put(field.getKey(), value(field.getKey(), field.getValue())));
        return new Profile(values);
    }

    private static Value value(String name, JsonNode node) {
        if (node.isNull()) {
            return Value.Cleared.CLEARED;
        }
        return switch (Attribute.kindOf(name)) {
            case TEXT -> custom(node);
            case TEXTS -> new Value.Texts(list(node, JsonNode::textValue));
            case DATE -> new Value.Day(LocalDate.parse(node.textValue()));
            case FLAG -> new Value.Flag(node.booleanValue());
            case STATUS ->
                new Value.Status(EmploymentStatus.named(node.textValue()).orElseThrow());
            case EMAILS ->
                new Value.Emails(list(
                        node,
                        email -> new Email(
                                Email.Type.valueOf(
                                        email.path("type").textValue().toUpperCase(Locale.ROOT)),
                                email.path("value").textValue())));
            case PHONES ->
                new Value.Phones(list(
                        node,
                        phone -> new Phone(
                                phone.path("type").textValue(),
                                phone.path("value").textValue())));
            case ADDRESS ->
                new Value.Address(
                        text(node, "street"),
                        text(node, "postalCode"),
                        text(node, "locality"),
                        text(node, "region"),
                        text(node, "country"));
            case COMPENSATION ->
                new Value.Compensation(
                        new BigDecimal(node.path("amount").textValue()), text(node, "currency"), text(node, "period"));
            case REFERENCE -> new Value.Referred(reference(node));
            case REFERENCES -> new Value.ReferredAll(list(node, ProfileReader::reference));
        };
    }

    /** A custom attribute is what its mapping made of it: text, a flag or several texts. */
    private static Value custom(JsonNode node) {
        if (node.isBoolean()) {
            return new Value.Flag(node.booleanValue());
        }
        return node.isArray() ? new Value.Texts(list(node, JsonNode::textValue)) : new Value.Text(node.textValue());
    }

    private static Reference reference(JsonNode node) {
        return new Reference(
                Reference.By.valueOf(node.path("by").textValue()),
                node.path("value").textValue());
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode part = node.get(name);
        return part == null ? null : part.textValue();
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>(node.size());
        node.forEach(element -> all.add(read.apply(element)));
        return all;
    }
}
