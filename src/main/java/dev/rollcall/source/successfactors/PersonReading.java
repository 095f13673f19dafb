package dev.rollcall.source.successfactors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.source.FieldOrder;
import dev.rollcall.source.FieldOrder.Field;
import dev.rollcall.source.JsonReading;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a person out of OData's wrapping: {@code results} become lists, dates are written as dates, and what was not
 * asked for is left out.
 *
 * <p>A navigation that was asked for and is {@code __deferred}, or continues elsewhere, was not loaded; it is noted, never
 * taken for empty (acceptance D17).
 */
final class PersonReading {
    /**
     * A person with all employments.
     *
     * @param notLoaded navigations that were asked for and not sent, to be added to; none when all is there
     */
    record Person(ObjectNode node, Set<String> notLoaded) {}

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** As many rows as most lists have. */
    private static final int FEW = 2;

    private final JsonParser parser;
    private final Set<String> notLoaded = new TreeSet<>();

    private PersonReading(JsonParser parser) {
        this.parser = parser;
    }

    /** The person on whose first token the parser stands; null where something else does. */
    static @Nullable Person read(JsonParser parser, Asked asked) throws IOException {
        PersonReading reading = new PersonReading(parser);
        return reading.value(asked) instanceof ObjectNode person ? new Person(person, reading.notLoaded) : null;
    }

    /** The value; null when it was not sent. */
    private @Nullable JsonNode value(Asked asked) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(asked, asked.alone());
            case START_ARRAY -> list(asked);
            case VALUE_STRING -> asked.texts().read(parser);
            default -> JsonReading.scalar(parser);
        };
    }

    private @Nullable JsonNode object(Asked asked, FieldOrder fields) throws IOException {
        @Nullable JsonNode @Nullable [] values = null;
        JsonNode results = null;
        boolean whole = true;
        for (Field field = fields.first(parser); field != null; field = fields.after(field, parser)) {
            JsonToken token = parser.nextToken();
            if (field.place() >= 0) {
                values = values == null ? fields.form().values() : values;
                values[field.place()] = value(asked.within().get(field.place()));
            } else if (field.name().equals("results") && token == JsonToken.START_ARRAY) {
                results = list(asked);
            } else {
                whole &= !field.name().equals("__deferred") && !field.name().equals("__next");
                parser.skipChildren();
            }
        }
        if (!whole && asked.isNavigation()) {
            notLoaded.add(asked.path());
        }
        if (results != null) {
            return results;
        }
        if (!whole) {
            return null;
        }
        return values == null ? fields.form().node() : fields.form().node(values);
    }

    private ArrayNode list(Asked asked) throws IOException {
        ArrayNode list = NODES.arrayNode(FEW);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            JsonNode element = token == JsonToken.START_OBJECT ? object(asked, asked.listed()) : value(asked);
            if (element != null) {
                list.add(element);
            }
        }
        return list;
    }
}
