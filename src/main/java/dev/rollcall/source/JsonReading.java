package dev.rollcall.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

    private JsonReading() {}

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
        try (JsonRecords records = new JsonRecords(content, place)) {
            while (records.next()) {
                records.list().add(record.read(records.parser()));
            }
            return records.answer();
        }
    }

    static JsonParser parser(InputStream content) throws IOException {
        return content instanceof ContentInMemory whole ? whole.parser(FACTORY) : FACTORY.createParser(content);
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
