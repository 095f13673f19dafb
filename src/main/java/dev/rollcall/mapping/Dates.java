package dev.rollcall.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads calendar dates strictly; a date that could be two is none. Never shifts one by a zone. */
final class Dates {
    static final String ISO = "iso";
    static final Dates STRICT = new Dates(List.of(ISO));

    private static final Pattern TIME =
            Pattern.compile("(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)?(?:Z|[+-]\\d{2}:?\\d{2})?");

    private final List<String> forms;
    private final List<@Nullable DateTimeFormatter> formatters = new ArrayList<>();

    /**
     * Forms in which a date may stand: {@code iso}, or Java's pattern letters.
     *
     * @throws IllegalArgumentException saying what is wrong with a pattern
     */
    Dates(List<String> forms) {
        this.forms = List.copyOf(forms);
        forms.forEach(form -> formatters.add(form.equals(ISO) ? null : formatter(form)));
    }

    private static DateTimeFormatter formatter(String form) {
        String years = form.replace("y", "u");
        if (!years.contains("uuuu")) {
            throw new IllegalArgumentException(
                    "the year needs four letters (yyyy): two digits do not tell the century");
        }
        boolean day = form.contains("D") || (form.contains("M") && form.contains("d"));
        if (!day) {
            throw new IllegalArgumentException("a date needs year, month (MM; mm are minutes) and day (dd)");
        }
        return DateTimeFormatter.ofPattern(years, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    LocalDate read(String text) {
        LocalDate found = null;
        for (DateTimeFormatter formatter : formatters) {
            LocalDate date = formatter == null ? iso(text) : parse(formatter, text);
            if (date != null && found != null && !date.equals(found)) {
                throw new Unmappable(
                        MappingCode.NOT_A_DATE,
                        "found " + Shape.of(text) + ", which is one date as one form and another as the next ("
                                + String.join(", ", forms) + "). Keep the form the source really writes.");
            }
            found = date == null ? found : date;
        }
        if (found == null) {
            throw new Unmappable(
                    MappingCode.NOT_A_DATE,
                    "found " + Shape.of(text) + ", expected a date as "
                            + String.join(" or ", forms).replace(ISO, "YYYY-MM-DD")
                            + ". If the source writes it otherwise, add the form: then: [{ date: dd/MM/yyyy }].");
        }
        return found;
    }

    private static @Nullable LocalDate parse(DateTimeFormatter formatter, String text) {
        try {
            return LocalDate.parse(text, formatter);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable LocalDate iso(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        boolean rest = text.length() == 10
                || TIME.matcher(text).region(10, text.length()).matches();
        if (year < 1 || month < 1 || day < 1 || !rest) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
