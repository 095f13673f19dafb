package dev.rollcall.source.successfactors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.source.IsoDay;
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
        return IsoDay.at(row.path(name).asText(""));
    }
}
