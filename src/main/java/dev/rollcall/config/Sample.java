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
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Records of a system nobody has seen yet, opened flat.
 *
 * @param format csv, json or xml
 * @param records path of the list in an answer, as a mapping has it; empty for csv, or when a JSON file is one record
 * @param rows of each record, its fields (columns, or paths without lists) and their texts
 */
record Sample(String format, String records, char delimiter, List<Map<String, String>> rows) {
    static final int ENOUGH = 1000;

    Sample {
        rows = List.copyOf(rows);
    }

    /** Reads a sample; empty when it holds nobody. */
    static Sample read(Path file) throws IOException {
        String name = Objects.toString(file.getFileName(), "");
        if (name.endsWith(".xml")) {
            return XmlSample.read(file);
        }
        String text = Files.readString(file);
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
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

    /** Every field that any record has; one that is a group in another record is none. */
    List<String> fields() {
        List<String> all =
                rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        return all.stream()
                .filter(field -> format.equals("csv") || all.stream().noneMatch(other -> isWithin(other, field)))
                .toList();
    }

    private static boolean isWithin(String field, String group) {
        return field.startsWith(group)
                && (field.startsWith(".", group.length())
                        || field.startsWith("['", group.length())
                        || (field.startsWith("/", group.length()) && !field.startsWith("/@", group.length())));
    }

    /** The words that name a field, the widest first: a column is one word, a path has several. */
    List<String> words(String field) {
        return switch (format) {
            case "json" ->
                Stream.of(field.replaceAll("\\['(.*?)'\\]", ".$1").split("\\.", -1))
                        .skip(1)
                        .toList();
            case "xml" -> XmlSample.words(field);
            default -> List.of(field);
        };
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
