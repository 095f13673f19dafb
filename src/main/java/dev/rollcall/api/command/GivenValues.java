package dev.rollcall.api.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.api.ApiCode;
import dev.rollcall.employee.Attribute;
import java.util.List;

/** Values written on the command line, in the form the API takes; whether they are right is judged there. */
final class GivenValues {
    static final String DESCRIPTION =
            "Values by attribute: givenName=An, startDate=2027-03-01, emails=work:an@example.com"
                    + " (also phones=mobile:…), teams=A teams=B; JSON where a value begins with { or [.";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private GivenValues() {}

    static ObjectNode of(List<String> words) {
        ObjectNode values = JSON.objectNode();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw ApiCode.BAD_REQUEST.at(
                        "NAME=VALUE", "found a word without a name and =. Write, for example, title=Clerk.");
            }
            put(values, word.substring(0, equals), word.substring(equals + 1));
        }
        return values;
    }

    private static void put(ObjectNode values, String name, String text) {
        JsonNode value = value(name, text);
        if (values.get(name) instanceof ArrayNode several && value instanceof ArrayNode more) {
            several.addAll(more);
        } else if (values.has(name)) {
            throw ApiCode.BAD_REQUEST.at(name, "given twice. Write it once.");
        } else {
            values.set(name, value);
        }
    }

    private static JsonNode value(String name, String text) {
        if (text.isEmpty()) {
            return JSON.nullNode();
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return parsed(name, text);
        }
        return switch (Attribute.kindOf(name)) {
            case TEXTS -> JSON.arrayNode().add(text);
            case EMAILS, PHONES -> JSON.arrayNode().add(typed(text));
            case FLAG ->
                text.equals("true") || text.equals("false")
                        ? JSON.booleanNode(text.equals("true"))
                        : JSON.textNode(text);
            case TEXT, DATE, STATUS, ADDRESS, COMPENSATION, REFERENCE, REFERENCES -> JSON.textNode(text);
        };
    }

    /** An address or number and its use, which is work unless said. */
    private static ObjectNode typed(String text) {
        int colon = text.indexOf(':');
        return JSON.objectNode()
                .put("type", colon < 0 ? "work" : text.substring(0, colon))
                .put("value", text.substring(colon + 1));
    }

    private static JsonNode parsed(String name, String text) {
        try {
            return Output.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw ApiCode.BAD_REQUEST.at(name, "the value begins as JSON does, and is none.");
        }
    }
}
