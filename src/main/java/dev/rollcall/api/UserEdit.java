package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Email;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.mapping.Shape;
import dev.rollcall.source.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
     * The values as far as they have the form of their attributes; what is empty is cleared.
     *
     * @param problems takes what is wrong: the attribute, and never its value
     */
    Profile profile(List<Problem> problems) {
        TreeMap<String, Value> values = new TreeMap<>();
        JsonNode given = attributes;
        if (given == null || !given.isObject() || given.isEmpty()) {
            throw ApiCode.BAD_REQUEST.at("attributes", "expected an object with an attribute at least.");
        }
        given.properties().forEach(entry -> {
            Value value = value(entry.getKey(), entry.getValue(), problems);
            if (value != null) {
                values.put(entry.getKey(), value);
            }
        });
        return new Profile(values);
    }

    private static @Nullable Value value(String name, JsonNode node, List<Problem> problems) {
        if (!Attribute.isValidName(name)) {
            problems.add(ApiCode.NOT_AN_ATTRIBUTE.problem(
                    "attributes", name + " is not a user's attribute. Custom ones begin with custom."));
            return null;
        }
        Attribute.Kind kind = Attribute.kindOf(name);
        if (kind == Attribute.Kind.REFERENCE || kind == Attribute.Kind.REFERENCES) {
            problems.add(ApiCode.NOT_AN_ATTRIBUTE.problem(
                    "attributes." + name, "only a source says who reports to whom. Take it out."));
            return null;
        }
        if (isNothing(node)) {
            return Value.Cleared.CLEARED;
        }
        try {
            if (hasForm(name, kind, node) && isStorable(node)) {
                ObjectNode one = JsonNodeFactory.instance.objectNode();
                one.set(name, node);
                return ProfileCodec.decode(JSON.writeValueAsBytes(one)).values().get(name);
            }
        } catch (RuntimeException | JsonProcessingException e) {
            // the exception's message holds the value
        }
        problems.add(ApiCode.NOT_A_VALUE.problem(
                "attributes." + name, "found " + found(node) + ", expected " + expected(kind) + ". Correct it."));
        return null;
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || (node.isTextual() && node.textValue().isBlank()) || (node.isArray() && node.isEmpty());
    }

    /** No text of it has a NUL or half of a surrogate pair, which the database cannot keep. */
    private static boolean isStorable(JsonNode node) {
        return node.isValueNode()
                ? node.asText().indexOf(0) < 0
                        && StandardCharsets.UTF_8.newEncoder().canEncode(node.asText())
                : node.valueStream().allMatch(UserEdit::isStorable);
    }

    private static String found(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Shape.of(node.textValue());
            case ARRAY ->
                "a list"
                        + node.valueStream()
                                .map(item -> item.path("value"))
                                .filter(JsonNode::isTextual)
                                .map(item -> " " + Shape.of(item.textValue()))
                                .collect(Collectors.joining(","));
            case OBJECT, POJO -> "an object";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "nothing";
            case BINARY -> "bytes";
        };
    }

    private static String expected(Attribute.Kind kind) {
        return switch (kind) {
            case TEXT -> "a text without control signs";
            case DATE -> "a date such as 2027-03-31";
            case STATUS -> "active, leave, pending or inactive";
            case FLAG -> "true or false";
            case TEXTS -> "a list of texts";
            case EMAILS ->
                "a list of {type, value}: type primary, work, secondary, personal or other, value an e-mail"
                        + " address (name@domain.tld)";
            case PHONES -> "a list of {type, value}";
            case ADDRESS -> "an object of street, postalCode, locality, region and country, all texts";
            case COMPENSATION -> "an object of amount (a number such as \"1234.50\", as a text), currency and period";
            case REFERENCE, REFERENCES -> "nothing";
        };
    }

    private static boolean hasForm(String name, Attribute.Kind kind, JsonNode node) {
        return switch (kind) {
            case TEXT ->
                node.isTextual()
                        || (name.startsWith(Attribute.CUSTOM) && (node.isBoolean() || all(node, JsonNode::isTextual)));
            case DATE, STATUS -> node.isTextual();
            case FLAG -> node.isBoolean();
            case TEXTS -> all(node, JsonNode::isTextual);
            case EMAILS ->
                all(
                        node,
                        pair -> isPair(pair)
                                && Email.isAddress(pair.path("value").textValue()));
            case PHONES -> all(node, UserEdit::isPair);
            case ADDRESS, COMPENSATION -> node.isObject();
            case REFERENCE, REFERENCES -> false;
        };
    }

    private static boolean isPair(JsonNode node) {
        return node.path("type").isTextual() && node.path("value").isTextual();
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
