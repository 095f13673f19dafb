package dev.rollcall.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of objects of one form, in the order in which they come.
 *
 * <p>A server writes objects of one kind alike. The parser is told which name followed the last time, and compares its
 * bytes with what comes, where it would else look up what it read. Learns, and so is of one thread.
 */
public final class FieldOrder {
    /** Names that are remembered; in some objects a name is a value, and each is another. */
    private static final int MOST = 500;

    /** A name, and what came after it the last time. */
    public static final class Field {
        private final SerializedString name;
        private final int place;
        private @Nullable Field next;

        private Field(String name, int place) {
            this.name = new SerializedString(name);
            this.place = place;
        }

        public String name() {
            return name.getValue();
        }

        /** Where it stands in the form; -1 where it is not kept. */
        public int place() {
            return place;
        }
    }

    private final ObjectForm form;
    private final Map<String, Field> known = new HashMap<>();
    private final Field start = new Field("", -1);

    public FieldOrder(ObjectForm form) {
        this.form = form;
    }

    public ObjectForm form() {
        return form;
    }

    /** The first field of the object on whose first token the parser stands; null where there is none. */
    public @Nullable Field first(JsonParser parser) throws IOException {
        return after(start, parser);
    }

    /** The field after this one, whose value was read; null at the object's end. */
    public @Nullable Field after(Field before, JsonParser parser) throws IOException {
        Field expected = before.next;
        if (expected == null) {
            parser.nextToken();
        } else if (parser.nextFieldName(expected.name)) {
            return expected;
        }
        if (parser.currentToken() != JsonToken.FIELD_NAME) {
            return null;
        }
        Field field = field(parser.currentName());
        before.next = field;
        return field;
    }

    private Field field(String name) {
        Field field = known.get(name);
        if (field == null) {
            field = new Field(name, form.place(name));
            if (known.size() < MOST) {
                known.put(name, field);
            }
        }
        return field;
    }
}
