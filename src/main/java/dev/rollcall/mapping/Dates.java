package dev.rollcall.mapping;

import dev.rollcall.source.IsoDay;
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
        LocalDate day = IsoDay.at(text);
        boolean rest = text.length() == IsoDay.LENGTH
                || (day != null
                        && TIME.matcher(text)
                                .region(IsoDay.LENGTH, text.length())
                                .matches());
        return day == null || day.getYear() < 1 || !rest ? null : day;
    }
}
