package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Values somebody writes by hand, in the form the API tells them.
 *
 * @param attributes by name; null takes a value away
 * @param active gives or takes access until the next run of the user's source; null: as it is
 * @param participates gives or takes participation; null: as it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserEdit(
        @Nullable JsonNode attributes,
        @Nullable Boolean active,
        @Nullable Boolean participates) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public UserEdit {
        attributes = attributes == null || attributes.isNull() ? null : attributes;
    }

    /**
     * The values, checked.
     *
     * @throws Refusal naming the attribute, never its value
     */
    Profile profile() {
        TreeMap<String, Value> values = new TreeMap<>();
        JsonNode given = attributes;
        if (given == null || !given.isObject() || given.isEmpty()) {
            throw ApiCode.BAD_REQUEST.at("attributes", "expected an object with an attribute at least.");
        }
        given.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getKey(), entry.getValue())));
        return new Profile(values);
    }

    private static Value value(String name, JsonNode node) {
        if (!Attribute.isValidName(name)) {
            throw ApiCode.NOT_AN_ATTRIBUTE.at(
                    "attributes", name + " is not a user's attribute. Custom ones begin with custom.");
        }
        Attribute.Kind kind = Attribute.kindOf(name);
        if (kind == Attribute.Kind.REFERENCE || kind == Attribute.Kind.REFERENCES) {
            throw ApiCode.NOT_AN_ATTRIBUTE.at("attributes." + name, "only a source says who reports to whom.");
        }
        if (node.isNull()) {
            return Value.Cleared.CLEARED;
        }
        try {
            if (!hasForm(name, kind, node)) {
                throw new IllegalArgumentException("another form");
            }
            ObjectNode one = JsonNodeFactory.instance.objectNode();
            one.set(name, node);
            Value value =
                    ProfileCodec.decode(JSON.writeValueAsBytes(one)).values().get(name);
            if (value != null) {
                return value;
            }
        } catch (RuntimeException | JsonProcessingException e) {
            // the exception's message holds the value
        }
        throw ApiCode.NOT_A_VALUE.at("attributes." + name, "the value is not one of kind " + kind + ".");
    }

    private static boolean hasForm(String name, Attribute.Kind kind, JsonNode node) {
        return switch (kind) {
            case TEXT ->
                node.isTextual()
                        || (name.startsWith(Attribute.CUSTOM) && (node.isBoolean() || all(node, JsonNode::isTextual)));
            case DATE, STATUS -> node.isTextual();
            case FLAG -> node.isBoolean();
            case TEXTS -> all(node, JsonNode::isTextual);
            case EMAILS, PHONES ->
                all(
                        node,
                        pair -> pair.path("type").isTextual()
                                && pair.path("value").isTextual());
            case ADDRESS, COMPENSATION -> node.isObject();
            case REFERENCE, REFERENCES -> false;
        };
    }

    private static boolean all(JsonNode node, Predicate<JsonNode> form) {
        return node.isArray() && node.valueStream().allMatch(form);
    }

    /** Nothing of anybody. */
    @Override
    public String toString() {
        return "UserEdit[***]";
    }
}
