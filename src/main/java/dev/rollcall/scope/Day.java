package dev.rollcall.scope;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day a filter compares with: one of the calendar, or one counted from today. */
public record Day(@Nullable LocalDate fixed, Period fromToday, String written) {
    private static final Pattern RELATIVE =
            Pattern.compile("now(?:\\s*([+-])\\s*(\\d{1,5})\\s+(day|week|month|year)s?)?");

    /**
     * Reads {@code 2026-01-31}, {@code now}, or {@code now - 3 months}.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static Day of(String written) {
        Matcher relative = RELATIVE.matcher(written.strip());
        if (relative.matches()) {
            return new Day(null, period(relative), written.strip());
        }
        try {
            return new Day(LocalDate.parse(written.strip()), Period.ZERO, written.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "found \"" + written + "\", expected a day such as 2026-01-31, now, or now - 3 months", e);
        }
    }

    private static Period period(Matcher relative) {
        if (relative.group(1) == null) {
            return Period.ZERO;
        }
        int count = Integer.parseInt(relative.group(1) + relative.group(2));
        return switch (relative.group(3)) {
            case "day" -> Period.ofDays(count);
            case "week" -> Period.ofWeeks(count);
            case "month" -> Period.ofMonths(count);
            default -> Period.ofYears(count);
        };
    }

    boolean isRelative() {
        return fixed == null;
    }

    LocalDate on(LocalDate today) {
        return fixed == null ? today.plus(fromToday) : fixed;
    }
}
