package dev.rollcall.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One made-up person, written as the source would. */
final class FirstExample {
    private final Sample sample;
    private final Map<String, String> values = new LinkedHashMap<>();

    FirstExample(Sample sample) {
        this.sample = sample;
    }

    /** Puts a value in unless the field has one; which it has. */
    String stand(String field, String value) {
        values.putIfAbsent(field, value);
        return Objects.requireNonNull(values.get(field));
    }

    String text() {
        return switch (sample.format()) {
            case "json" -> json();
            case "xml" ->
                XmlFirst.record(sample.records().substring(sample.records().lastIndexOf('/') + 1), values);
            default -> csv();
        };
    }

    private String csv() {
        List<String> columns = sample.fields();
        return columns.stream().map(FirstExample::cell).collect(Collectors.joining(",")) + "\n"
                + columns.stream()
                        .map(column -> cell(values.getOrDefault(column, "")))
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String cell(String text) {
        return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private String json() {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        values.forEach((path, value) -> {
            List<String> names = sample.words(path);
            ObjectNode at = record;
            for (String name : names.subList(0, names.size() - 1)) {
                at = at.withObjectProperty(name);
            }
            at.put(names.getLast(), value);
        });
        return record.toPrettyString() + "\n";
    }
}
