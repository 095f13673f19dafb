package dev.rollcall.source.successfactors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rollcall.source.successfactors.ReadFields.Navigation;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes OData's wrapping off a record, in place: {@code results} become lists, dates are written as dates, and
 * {@code __metadata} goes.
 *
 * <p>A navigation that was asked for and is {@code __deferred}, or continues elsewhere, was not loaded; it is noted, never
 * taken for empty (acceptance D17).
 */
final class Unwrapped {
    private final Set<String> notLoaded = new TreeSet<>();

    private Unwrapped() {}

    /** Navigations that were asked for and not sent; none when the record is whole. */
    static Set<String> unwrap(ObjectNode person, Navigation asked) {
        Unwrapped unwrapped = new Unwrapped();
        unwrapped.unwrap(person, asked, "");
        return unwrapped.notLoaded;
    }

    private void unwrap(ObjectNode node, Navigation asked, String path) {
        Iterator<Map.Entry<String, JsonNode>> properties = node.properties().iterator();
        while (properties.hasNext()) {
            Map.Entry<String, JsonNode> property = properties.next();
            JsonNode value = property.getValue();
            if (value instanceof ObjectNode object) {
                String name = property.getKey();
                if (name.equals("__metadata") || object.has("__deferred")) {
                    if (asked.within().containsKey(name)) {
                        notLoaded.add(path + name);
                    }
                    properties.remove();
                } else {
                    property.setValue(navigated(object, asked, path, name));
                }
            } else if (value.isTextual() && ODataDate.is(value.textValue())) {
                String date = ODataDate.read(value.textValue());
                property.setValue(date == null ? NullNode.instance : TextNode.valueOf(date));
            }
        }
    }

    private JsonNode navigated(ObjectNode object, Navigation asked, String path, String name) {
        Navigation within = asked.within().getOrDefault(name, Navigation.NONE);
        if (!(object.get("results") instanceof ArrayNode results)) {
            unwrap(object, within, path + name + "/");
            return object;
        }
        if (object.has("__next")) {
            notLoaded.add(path + name);
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode(results.size());
        for (JsonNode each : results) {
            if (each instanceof ObjectNode element) {
                unwrap(element, within, path + name + "/");
            }
            list.add(each);
        }
        return list;
    }
}
