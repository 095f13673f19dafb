package dev.rollcall.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rollcall.source.FieldOrder.Field;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads of records what an outline keeps; one for each answer, since it learns the order of their fields. */
final class OutlinedReading implements JsonReading.Element {
    private final Outline outline;
    private final FieldOrder fields;
    /** In the order of the outline's names, made when they come. */
    private final @Nullable OutlinedReading[] within;

    private @Nullable OutlinedReading each;

    OutlinedReading(Outline outline) {
        this.outline = outline;
        this.fields = new FieldOrder(outline.form());
        this.within = new @Nullable OutlinedReading[outline.form().size()];
    }

    @Override
    public JsonNode read(JsonParser parser) throws IOException {
        if (outline.hasEverything()) {
            return JsonReading.whole(parser);
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            return list(parser);
        }
        if (token == JsonToken.START_OBJECT) {
            return outline.isOfList() ? JsonReading.whole(parser) : object(parser);
        }
        return JsonReading.scalar(parser);
    }

    private ArrayNode list(JsonParser parser) throws IOException {
        if (each == null) {
            each = outline.isOfList() ? new OutlinedReading(outline.each()) : this;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(each.read(parser));
        }
        return list;
    }

    private JsonNode object(JsonParser parser) throws IOException {
        @Nullable JsonNode[] values = fields.form().values();
        for (Field field = fields.first(parser); field != null; field = fields.after(field, parser)) {
            parser.nextToken();
            if (field.place() < 0) {
                parser.skipChildren();
            } else {
                values[field.place()] = within(field.place()).read(parser);
            }
        }
        return fields.form().node(values);
    }

    private OutlinedReading within(int place) {
        OutlinedReading reading = within[place];
        if (reading == null) {
            reading = new OutlinedReading(outline.element(place));
            within[place] = reading;
        }
        return reading;
    }
}
