package dev.rollcall.simulator.successfactors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@code $select} and {@code $expand} leave of an entity: navigations that were not expanded are deferred. */
record Projection(Set<String> select, Set<String> expand) {
    static Projection of(String select, String expand) {
        return new Projection(paths(select), paths(expand));
    }

    private static Set<String> paths(String text) {
        return Arrays.stream(text.split(",", -1))
                .filter(path -> !path.isBlank())
                .collect(Collectors.toSet());
    }

    /** Properties asked for that no such entity has. */
    Set<String> unknown(ObjectNode entity) {
        Set<String> unknown = new TreeSet<>();
        for (String path : select) {
            if (missing(entity, path)) {
                unknown.add("PerPerson/" + path);
            }
        }
        return unknown;
    }

    private static boolean missing(JsonNode entity, String path) {
        String[] steps = path.split("/", 2);
        JsonNode value = entity.get(steps[0]);
        if (value == null || steps.length == 1 || value.isNull()) {
            return value == null;
        }
        JsonNode element = value.has("results") ? value.path("results").path(0) : value;
        return !element.isMissingNode() && missing(element, steps[1]);
    }

    ObjectNode apply(ObjectNode entity) {
        return apply(entity, "");
    }

    private ObjectNode apply(ObjectNode entity, String path) {
        ObjectNode left = entity.objectNode();
        Set<String> names = new LinkedHashSet<>();
        entity.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode value = entity.get(name);
            boolean navigation = name.endsWith("Nav") || name.equals("manager") || name.equals("empInfo");
            String here = path + name;
            if (name.equals("__metadata")) {
                left.set(name, value);
            } else if (!navigation) {
                if (select.isEmpty() || select.contains(here)) {
                    left.set(name, value);
                }
            } else if (expand.contains(here)) {
                left.set(name, expanded(value, here + "/"));
            } else if (select.isEmpty()) {
                left.putObject(name).putObject("__deferred").put("uri", "https://deferred.example.com");
            }
        }
        return left;
    }

    private JsonNode expanded(JsonNode value, String path) {
        if (value.path("results") instanceof ArrayNode results) {
            ObjectNode list = value.deepCopy();
            ArrayNode kept = list.putArray("results");
            results.forEach(each -> kept.add(apply((ObjectNode) each, path)));
            return list;
        }
        return value instanceof ObjectNode object ? apply(object, path) : value;
    }
}
