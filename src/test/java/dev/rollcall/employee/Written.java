package dev.rollcall.employee;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * A profile as a test writes it: {@code startDate: 2026-03-01, title: Cook, teams: Red+Blue, costCenter:}. Nothing after
 * the colon: the source has nothing there.
 */
public final class Written {
    private Written() {}

    public static Profile profile(String written) {
        TreeMap<String, Value> values = new TreeMap<>();
        for (String pair : written.isBlank() ? List.<String>of() : List.of(written.split(","))) {
            String name = pair.substring(0, pair.indexOf(':')).strip();
            String text = pair.substring(pair.indexOf(':') + 1).strip();
            values.put(name, text.isEmpty() ? Value.Cleared.CLEARED : value(name, text));
        }
        return new Profile(values);
    }

    private static Value value(String name, String text) {
        return switch (Attribute.kindOf(name)) {
            case TEXT -> new Value.Text(text);
            case TEXTS -> new Value.Texts(Arrays.asList(text.split("\\+")));
            case DATE -> new Value.Day(LocalDate.parse(text));
            case FLAG -> new Value.Flag(Boolean.parseBoolean(text));
            case STATUS ->
                new Value.Status(EmploymentStatus.named(text).orElseThrow(() -> new IllegalArgumentException(text)));
            case EMAILS -> new Value.Emails(List.of(new Email(Email.Type.WORK, text)));
            case REFERENCE -> new Value.Referred(new Reference(Reference.By.KEY, text));
            case PHONES, ADDRESS, COMPENSATION, REFERENCES ->
                throw new IllegalArgumentException(name + " has parts; give the value itself");
        };
    }
}
