package dev.rollcall.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The records of a JSON answer one after the other, and at its end what stands around them. */
public final class JsonRecords implements AutoCloseable {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final List<String> place;
    /** The objects on the way to the list that are not at their end, the outermost last. */
    private final Deque<ObjectNode> open = new ArrayDeque<>();

    private JsonNode answer = NODES.missingNode();
    private ArrayNode list = NODES.arrayNode();
    private boolean begun;
    private boolean inList;

    /** @param place names that lead to the list of records, from the answer's root; none where the answer is the list */
    public JsonRecords(InputStream content, List<String> place) throws IOException {
        this.parser = JsonReading.parser(content);
        this.place = List.copyOf(place);
    }

    /** Stands on the first token of the record that {@link #next} found; to be left on its last. */
    public JsonParser parser() {
        return parser;
    }

    /**
     * Goes on to the next record.
     *
     * @return false at the answer's end
     * @throws IOException when it is not JSON to its end
     */
    public boolean next() throws IOException {
        if (!begun) {
            begun = true;
            begin();
        }
        if (inList && parser.nextToken() != JsonToken.END_ARRAY) {
            return true;
        }
        inList = false;
        while (!open.isEmpty()) {
            String name = parser.nextFieldName();
            if (name == null) {
                open.pop();
            } else if (field(name)) {
                return next();
            }
        }
        if (parser.nextToken() != null) {
            throw new IOException("something follows the answer");
        }
        return false;
    }

    private void begin() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY && place.isEmpty()) {
            answer = list;
            inList = true;
        } else if (first == JsonToken.START_OBJECT && !place.isEmpty()) {
            ObjectNode root = NODES.objectNode();
            open.push(root);
            answer = root;
        } else if (first != null) {
            answer = JsonReading.whole(parser);
        }
    }

    /** Whether it is the list of records. */
    private boolean field(String name) throws IOException {
        ObjectNode object = open.getFirst();
        JsonToken token = parser.nextToken();
        boolean onTheWay = name.equals(place.get(open.size() - 1));
        boolean last = open.size() == place.size();
        if (onTheWay && last && token == JsonToken.START_ARRAY) {
            list = object.putArray(name);
            inList = true;
        } else if (onTheWay && !last && token == JsonToken.START_OBJECT) {
            open.push(object.putObject(name));
        } else {
            object.set(name, JsonReading.whole(parser));
        }
        return inList;
    }

    /** The answer, once {@link #next} said that it is at its end. */
    public JsonNode answer() {
        return answer;
    }

    /** The list of records in the answer: empty, for who wants them to stand there. */
    ArrayNode list() {
        return list;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
