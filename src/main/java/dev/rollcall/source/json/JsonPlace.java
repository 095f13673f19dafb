package dev.rollcall.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Where something stands in an answer or a body: names with dots between; none of them is the whole. */
record JsonPlace(List<String> names) {
    JsonPlace {
        names = List.copyOf(names);
    }

    /** {@code data.items}, also written {@code $.data.items}; empty or {@code $}: the whole. */
    static JsonPlace of(String text) {
        String plain = text.startsWith("$") ? text.substring(1) : text;
        String names = plain.startsWith(".") ? plain.substring(1) : plain;
        return new JsonPlace(names.isEmpty() ? List.of() : List.of(names.split("\\.", -1)));
    }

    /** What stands there; missing where nothing does. */
    JsonNode in(JsonNode root) {
        JsonNode found = root;
        for (String name : names) {
            found = found.isObject() ? found.path(name) : MissingNode.getInstance();
        }
        return found;
    }

    /** Writes a value there, making the objects on the way. */
    void set(ObjectNode root, JsonNode value) {
        ObjectNode at = root;
        for (String name : names.subList(0, names.size() - 1)) {
            at = at.withObjectProperty(name);
        }
        at.set(names.getLast(), value);
    }

    @Override
    public String toString() {
        return names.isEmpty() ? "the answer itself" : String.join(".", names);
    }
}
