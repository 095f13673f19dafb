package dev.rollcall.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day with which a text begins, as YYYY-MM-DD. A formatter would take longer than the rest of a row. */
public final class IsoDay {
    public static final int LENGTH = 10;

    private IsoDay() {}

    /** The day of the years 0 to 9999; null where the text begins with something else. */
    public static @Nullable LocalDate at(String text) {
        if (text.length() < LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, LENGTH);
        try {
            return year < 0 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** The number; -1 where something is no digit. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
