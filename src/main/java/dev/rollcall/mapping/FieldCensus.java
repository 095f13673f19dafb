package dev.rollcall.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.XmlTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields that records really have: how often each is filled, of what type, what it looks like. Keeps no value.
 *
 * <p>APIs leave out what is empty, so one record shows fewer fields than there are (acceptance row 65).
 */
public final class FieldCensus {
    private static final int SHAPES = 3;

    private final Mapping mapping;
    private final @Nullable String reference;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private long records;
    private boolean columns;

    /**
     * A count about to begin.
     *
     * @param reference key of the one person to look at; null: everybody
     */
    public FieldCensus(Mapping mapping, @Nullable String reference) {
        this.mapping = mapping;
        this.reference = reference;
    }

    /**
     * One field.
     *
     * @param place its column, path or element
     * @param type text, number, boolean, list; several with a bar between
     * @param filled in how many records there is something
     * @param shapes what its values look like, the most frequent first: letters are A and a, digits 9
     * @param used whether the mapping looks at it
     */
    public record Field(String place, String type, long filled, List<String> shapes, boolean used) {
        public Field {
            shapes = List.copyOf(shapes);
        }
    }

    private static final class Tally {
        private final Set<String> types = new HashSet<>();
        private final Map<String, Integer> shapes = new TreeMap<>();
        private long filled;
        private long lastRecord = -1;
    }

    /** How many records were looked at. */
    public synchronized long records() {
        return records;
    }

    /** Looks at a record, unless it is another person's than was asked for. */
    public synchronized void add(SourceRecord record) {
        if (reference != null && !reference.equals(key(mapping.map(record)))) {
            return;
        }
        records++;
        switch (record) {
            case SourceRecord.Row row -> row(row);
            case SourceRecord.Json json -> json("$", json.node());
            case SourceRecord.Incomplete incomplete -> json("$", incomplete.node());
            case SourceRecord.Xml xml -> xml(xml.tree());
            case SourceRecord.Unreadable unreadable -> {}
        }
    }

    private static @Nullable String key(MappingResult result) {
        return switch (result) {
            case MappingResult.Mapped mapped -> mapped.employee().key();
            case MappingResult.Rejected rejected -> rejected.key();
        };
    }

    private void row(SourceRecord.Row row) {
        columns = true;
        for (int i = 0; i < row.header().names().size(); i++) {
            count(
                    row.header().names().get(i),
                    "text",
                    i < row.values().size() ? row.values().get(i) : "");
        }
    }

    private void json(String place, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> json(place + "." + field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            node.forEach(each -> json(place + "[*]", each));
            if (node.isEmpty()) {
                count(place + "[*]", "", "");
            }
        } else if (node.isNull()) {
            count(place, "", "");
        } else {
            count(place, node.isNumber() ? "number" : node.isBoolean() ? "boolean" : "text", node.asText());
        }
    }

    private void xml(XmlTree tree) {
        for (int element = 1; element < tree.size(); element++) {
            if (!tree.hasElements(element)) {
                count(tree.path(element).replaceAll("\\[\\d+]", ""), "text", tree.text(element));
            }
        }
    }

    private void count(String place, String type, String value) {
        Tally tally = tallies.computeIfAbsent(place, name -> new Tally());
        if (Texts.isEmpty(value)) {
            return;
        }
        if (tally.lastRecord != records) {
            tally.filled++;
            tally.lastRecord = records;
        }
        tally.types.add(type);
        String shape = Shape.of(value);
        if (tally.shapes.size() < 50 || tally.shapes.containsKey(shape)) {
            tally.shapes.merge(shape, 1, Integer::sum);
        }
    }

    /** What was found, in the order it came; then what a line of the mapping reads and no record had. */
    public synchronized List<Field> fields() {
        Set<String> used = mapping.reads();
        List<Field> fields = new ArrayList<>();
        tallies.forEach((place, tally) -> fields.add(new Field(
                place,
                String.join("|", tally.types.stream().sorted().toList()),
                tally.filled,
                tally.shapes.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(SHAPES)
                        .map(Map.Entry::getKey)
                        .toList(),
                used.contains(place))));
        used.stream()
                .filter(place -> !columns && records > 0 && isNever(place))
                .sorted()
                .forEach(place -> fields.add(new Field(place, "", 0, List.of(), true)));
        return List.copyOf(fields);
    }

    /** Attributes of elements are not counted, and what is read whole is counted by its parts. */
    private boolean isNever(String place) {
        return !place.contains("@")
                && tallies.keySet().stream()
                        .noneMatch(seen -> seen.startsWith(place)
                                && (seen.length() == place.length()
                                        || "./[".indexOf(seen.charAt(place.length())) >= 0));
    }

    @Override
    public String toString() {
        return "FieldCensus[" + records + " records]";
    }
}
