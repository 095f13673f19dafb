package dev.rollcall.source.successfactors;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows that each hold from a day on, in any order. */
final class EffectiveRows {
    private EffectiveRows() {}

    /**
     * The row that holds today, else the first that will.
     *
     * <p>Of several that begin on one day the highest {@code seqNumber} holds, compared as the number it is.
     *
     * @param rows a list, or one row alone
     */
    static @Nullable JsonNode at(LocalDate today, JsonNode rows) {
        if (rows.isObject()) {
            return rows;
        }
        JsonNode found = null;
        for (JsonNode row : rows) {
            if (found == null || isNearer(row, found, today)) {
                found = row;
            }
        }
        return found;
    }

    private static boolean isNearer(JsonNode row, JsonNode found, LocalDate today) {
        LocalDate begins = begins(row);
        LocalDate other = begins(found);
        if (begins.equals(other)) {
            return row.path("seqNumber").asLong() > found.path("seqNumber").asLong();
        }
        boolean holds = !begins.isAfter(today);
        boolean otherHolds = !other.isAfter(today);
        if (holds != otherHolds) {
            return holds;
        }
        return holds ? begins.isAfter(other) : begins.isBefore(other);
    }

    private static LocalDate begins(JsonNode row) {
        LocalDate day = day(row, "startDate");
        return day == null ? LocalDate.MIN : day;
    }

    /** A calendar date; null where there is none, or an open end. */
    static @Nullable LocalDate day(JsonNode row, String name) {
        String text = row.path(name).asText("");
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        try {
            return year < 0 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** The number; -1 where something is no digit. A formatter would take longer than the rest of the row. */
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
