package dev.rollcall.config;

import dev.rollcall.employee.Attribute;
import dev.rollcall.mapping.MappingCode;
import dev.rollcall.mapping.MappingFile;
import dev.rollcall.mapping.TransformName;
import dev.rollcall.mapping.yaml.Binder;
import dev.rollcall.mapping.yaml.Key;
import dev.rollcall.mapping.yaml.YamlCode;
import dev.rollcall.source.Code;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of {@code src/docs/mapping.md}, out of the code that reads the files. */
final class MappingReference {
    private MappingReference() {}

    /** Each table by the name of its place in the document. */
    static Map<String, String> tables() throws ClassNotFoundException {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("mapping keys", keys(MappingFile.class));
        tables.put("line keys", keys(Class.forName("dev.rollcall.mapping.Line")));
        tables.put("directory keys", keys(DirectoryFile.class));
        tables.put("lifecycle keys", keys(DirectoryFile.Lifecycle.class));
        tables.put("safeguard keys", keys(DirectoryFile.Limits.class));
        tables.put("limit keys", keys(LimitsFile.class));
        tables.put("attributes", attributes());
        tables.put("transforms", transforms());
        tables.put("codes", codes());
        return tables;
    }

    private static String keys(Class<?> type) {
        List<List<String>> rows = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Key key = component.getAnnotation(Key.class);
            if (key != null) {
                String example = key.example().isEmpty() ? "" : "`" + key.example() + "`";
                rows.add(List.of("`" + Binder.name(component) + "`", key.value(), example));
            }
        }
        return table(List.of("key", "meaning", "example"), rows);
    }

    private static String attributes() {
        List<List<String>> rows = Arrays.stream(Attribute.values())
                .map(attribute -> List.of(
                        "`" + attribute.label() + "`",
                        attribute.kind().name().toLowerCase(Locale.ROOT),
                        attribute.description() + (Attribute.isSensitive(attribute.label()) ? " (sensitive)" : "")))
                .toList();
        return table(List.of("attribute", "kind", "meaning"), rows);
    }

    private static String transforms() {
        List<List<String>> rows = Arrays.stream(TransformName.values())
                .map(name -> List.of(
                        "`" + name.label() + "`", name.description(), "`" + name.example() + "`", name.effect()))
                .toList();
        return table(List.of("transform", "what it does", "example", "effect"), rows);
    }

    private static String codes() {
        List<List<String>> rows = Stream.<Code[]>of(
                        YamlCode.values(), MappingCode.values(), ConfigCode.values(), CheckCode.values())
                .flatMap(Arrays::stream)
                .map(code -> List.of(code.id(), code.description()))
                .toList();
        return table(List.of("code", "problem"), rows);
    }

    private static String table(List<String> head, List<List<String>> rows) {
        StringBuilder table =
                new StringBuilder(row(head)).append("|---".repeat(head.size())).append("|\n");
        rows.forEach(row -> table.append(row(row)));
        return table.toString();
    }

    private static String row(List<String> cells) {
        return "| "
                + String.join(
                        " | ",
                        cells.stream().map(cell -> cell.replace("|", "\\|")).toList()) + " |\n";
    }
}
