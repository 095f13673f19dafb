package dev.rollcall.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Records of a system nobody has seen yet, opened flat.
 *
 * @param format csv or json
 * @param records path of the list in a JSON answer, as a mapping has it; empty for csv, or when the file is one record
 * @param rows of each record, its fields (columns, or paths without lists) and their texts
 */
record Sample(String format, String records, char delimiter, List<Map<String, String>> rows) {
    private static final int ENOUGH = 1000;

    Sample {
        rows = List.copyOf(rows);
    }

    /** Reads a sample; empty when it is neither form or holds nobody. */
    static Sample read(Path file) throws IOException {
        String text = Files.readString(file);
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        String name = Objects.toString(file.getFileName(), "");
        return name.endsWith(".json") ? json(plain) : csv(plain);
    }

    private static Sample csv(String text) throws IOException {
        String header = text.lines().findFirst().orElse("");
        char delimiter = ',';
        for (char each : new char[] {';', '\t', '|'}) {
            if (count(header, each) > count(header, delimiter)) {
                delimiter = each;
            }
        }
        CSVFormat form = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<Map<String, String>> rows = new ArrayList<>();
        for (CSVRecord each : form.parse(new StringReader(text))) {
            if (rows.size() < ENOUGH) {
                Map<String, String> row = new LinkedHashMap<>();
                each.getParser()
                        .getHeaderNames()
                        .forEach(column -> row.put(column, each.isSet(column) ? each.get(column) : ""));
                rows.add(row);
            }
        }
        return new Sample("csv", "", delimiter, rows);
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private record Place(String path, JsonNode node) {}

    /** The list of objects that stands least deep is the people. */
    private static Sample json(String text) throws IOException {
        JsonNode whole = JsonMapper.builder().build().readTree(text);
        Deque<Place> open = new ArrayDeque<>(List.of(new Place("$", whole)));
        while (!open.isEmpty()) {
            Place place = open.removeFirst();
            if (place.node().isArray() && place.node().path(0).isObject()) {
                List<Map<String, String>> rows = new ArrayList<>();
                place.node().forEach(each -> rows.add(flat(each)));
                return new Sample("json", place.path() + "[*]", ',', rows.subList(0, Math.min(rows.size(), ENOUGH)));
            }
            place.node()
                    .properties()
                    .forEach(field -> open.add(new Place(place.path() + step(field.getKey()), field.getValue())));
        }
        return new Sample("json", "", ',', whole.isObject() ? List.of(flat(whole)) : List.of());
    }

    private static Map<String, String> flat(JsonNode record) {
        Map<String, String> row = new LinkedHashMap<>();
        flat("$", record, row);
        return row;
    }

    private static void flat(String path, JsonNode node, Map<String, String> row) {
        if (node.isObject()) {
            node.properties().forEach(field -> flat(path + step(field.getKey()), field.getValue(), row));
        } else if (!node.isArray()) {
            row.put(path, node.isNull() ? "" : node.asText());
        }
    }

    private static String step(String name) {
        return name.matches("[\\p{L}\\p{N}_]+") ? "." + name : "['" + name.replace("'", "\\'") + "']";
    }

    /** Every field that any record has. */
    List<String> fields() {
        return rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
    }

    /** What a field holds, blanks left out. */
    List<String> values(String field) {
        return rows.stream()
                .map(row -> row.getOrDefault(field, ""))
                .filter(value -> !value.isBlank())
                .toList();
    }

    @Override
    public String toString() {
        return "Sample[" + format + ", " + rows.size() + " records]";
    }
}
