package dev.rollcall.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads a JSON answer whole, and of the records in it only what somebody looks at. */
public final class JsonReading {
    /** Makes a node of one record. */
    @FunctionalInterface
    public interface Element {
        /** The parser stands on the record's first token, and then on its last. */
        JsonNode read(JsonParser parser) throws IOException;
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();
    private static final JsonNodeFactory NODES = MAPPER.getNodeFactory();

    private final List<String> place;
    private final Element record;

    private JsonReading(List<String> place, Element record) {
        this.place = List.copyOf(place);
        this.record = record;
    }

    /** The answer, the records in it reduced to an outline; see {@link #read(InputStream, List, Element)}. */
    public static JsonNode read(InputStream content, List<String> place, Outline outline) throws IOException {
        return read(content, place, new OutlinedReading(outline));
    }

    /**
     * The answer, each record in it as somebody reads it.
     *
     * @param place names that lead to the list of records, from the answer's root
     * @throws IOException when it is not JSON to its end
     */
    public static JsonNode read(InputStream content, List<String> place, Element record) throws IOException {
        try (JsonParser parser = parser(content)) {
            if (parser.nextToken() == null) {
                return NODES.missingNode();
            }
            JsonNode root = new JsonReading(place, record).value(parser, 0);
            if (parser.nextToken() != null) {
                throw new IOException("something follows the answer");
            }
            return root;
        }
    }

    private JsonNode value(JsonParser parser, int depth) throws IOException {
        if (depth == place.size()) {
            return parser.isExpectedStartArrayToken() ? records(parser) : MAPPER.readTree(parser);
        }
        if (!parser.isExpectedStartObjectToken()) {
            return MAPPER.readTree(parser);
        }
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.set(name, name.equals(place.get(depth)) ? value(parser, depth + 1) : MAPPER.readTree(parser));
        }
        return object;
    }

    private ArrayNode records(JsonParser parser) throws IOException {
        ArrayNode records = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            records.add(record.read(parser));
        }
        return records;
    }

    static JsonParser parser(InputStream content) throws IOException {
        return FACTORY.createParser(content);
    }

    /** All that the parser stands on. */
    static JsonNode whole(JsonParser parser) throws IOException {
        return MAPPER.readTree(parser);
    }

    /** Without the reader of everything, which takes longer to set up than a number to read. */
    private static JsonNode number(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /** The text, number or word that the parser stands on. */
    public static JsonNode scalar(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT -> number(parser);
            default -> MAPPER.readTree(parser);
        };
    }
}
