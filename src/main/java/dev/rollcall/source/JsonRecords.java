package dev.rollcall.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
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
    /** The objects on the way to the list, the outermost last. */
    private final Deque<ObjectNode> open = new ArrayDeque<>();

    private JsonNode answer = NODES.missingNode();
    private boolean begun;
    private boolean inList;

    /** @param place at least one name, from the answer's root to the list of records */
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
                return true;
            }
        }
        if (parser.nextToken() != null) {
            throw new IOException("something follows the answer");
        }
        return false;
    }

    private void begin() throws IOException {
        begun = true;
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            ObjectNode root = NODES.objectNode();
            open.push(root);
            answer = root;
        } else if (first != null) {
            answer = JsonReading.whole(parser);
        }
    }

    /** Whether it led to a record. */
    private boolean field(String name) throws IOException {
        ObjectNode object = open.getFirst();
        JsonToken token = parser.nextToken();
        boolean onTheWay = name.equals(place.get(open.size() - 1));
        boolean last = open.size() == place.size();
        if (onTheWay && last && token == JsonToken.START_ARRAY) {
            object.set(name, NODES.arrayNode());
            inList = parser.nextToken() != JsonToken.END_ARRAY;
            return inList;
        }
        if (onTheWay && !last && token == JsonToken.START_OBJECT) {
            open.push(object.putObject(name));
        } else {
            object.set(name, JsonReading.whole(parser));
        }
        return false;
    }

    /** The answer, its list of records empty; once {@link #next} said that it is at its end. */
    public JsonNode answer() {
        return answer;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
