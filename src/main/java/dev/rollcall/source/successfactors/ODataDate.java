package dev.rollcall.source.successfactors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * OData v2's two forms of a time in JSON (SAP knowledge base article 2933028).
 *
 * <p>{@code /Date(ms)/} has no zone: its UTC fields are the calendar's, whatever zone this machine or the data centre is
 * in. {@code /Date(ms+0000)/} is an instant. Milliseconds before 1970 are negative.
 */
final class ODataDate {
    /** How an end that is open is written. */
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private static final String BEFORE = "/Date(";
    private static final String AFTER = ")/";
    /** As many as 31 December 9999 has, with a sign. */
    private static final int MOST_DIGITS = 16;

    private static final long MILLIS_A_DAY = 86_400_000;

    private ODataDate() {}

    /** A text as a record has it: a time read, anything else itself. */
    static JsonNode node(String text) {
        String read = read(text);
        return read == null ? NullNode.instance : TextNode.valueOf(read);
    }

    /**
     * A date as {@code YYYY-MM-DD}, a time without a zone as {@code YYYY-MM-DDTHH:mm:ss}, an instant with a {@code Z};
     * null for an open end.
     *
     * @return the text itself when it is neither form, so that the mapping refuses it by its shape
     */
    static @Nullable String read(String text) {
        if (!text.startsWith(BEFORE) || !text.endsWith(AFTER)) {
            return text;
        }
        int end = text.length() - AFTER.length();
        int offset = Math.max(text.indexOf('+'), text.lastIndexOf('-'));
        boolean zoned = offset > BEFORE.length();
        int digitsEnd = zoned ? offset : end;
        if (digitsEnd - BEFORE.length() > MOST_DIGITS || (zoned && !isOffset(text.substring(offset + 1, end)))) {
            return text;
        }
        try {
            return written(text, Long.parseLong(text, BEFORE.length(), digitsEnd, 10), zoned);
        } catch (NumberFormatException notTicks) {
            return text;
        }
    }

    /** Minutes, which change nothing: the ticks are of UTC either way. */
    private static boolean isOffset(String minutes) {
        return !minutes.isEmpty() && minutes.length() <= 4 && minutes.chars().allMatch(Character::isDigit);
    }

    private static @Nullable String written(String text, long millis, boolean zoned) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(millis, MILLIS_A_DAY));
        if (day.getYear() > OPEN.getYear()) {
            return text;
        }
        if (day.equals(OPEN)) {
            return null;
        }
        if (zoned) {
            return Instant.ofEpochMilli(millis).toString();
        }
        long inDay = Math.floorMod(millis, MILLIS_A_DAY);
        return inDay == 0
                ? day.toString()
                : day.atTime(LocalTime.ofNanoOfDay(inDay * 1_000_000)).toString();
    }
}
