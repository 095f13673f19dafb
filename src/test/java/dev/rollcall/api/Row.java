package dev.rollcall.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A made-up employee as a row of a file; every {@code with} gives a new one. */
record Row(Map<String, String> values) {
    static final List<String> COLUMNS = List.of(
            "ID",
            "Employee ID",
            "First Name",
            "Last Name",
            "Email",
            "Title",
            "Department",
            "Location",
            "Teams",
            "Manager",
            "Status",
            "Start",
            "End",
            "Picture",
            "Shirt");

    static Row person(String id) {
        Map<String, String> values = new LinkedHashMap<>();
        COLUMNS.forEach(column -> values.put(column, ""));
        values.put("ID", id);
        values.put("Employee ID", "000" + id);
        values.put("First Name", "Given" + id);
        values.put("Last Name", "Family" + id);
        values.put("Email", "p" + id + "@example.com");
        values.put("Status", "A");
        return new Row(values);
    }

    Row with(String column, String value) {
        if (!COLUMNS.contains(column)) {
            throw new IllegalArgumentException(column);
        }
        Map<String, String> copy = new LinkedHashMap<>(values);
        copy.put(column, value);
        return new Row(copy);
    }

    static String csv(Row... rows) {
        return csv(List.of(rows));
    }

    static String csv(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(COLUMNS.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (Row row : rows) {
                printer.printRecord(row.values().values());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
