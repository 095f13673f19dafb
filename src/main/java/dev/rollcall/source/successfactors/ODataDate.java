package dev.rollcall.source.successfactors;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern FORM = Pattern.compile("/Date\\((-?\\d{1,18})([+-]\\d{1,4})?\\)/");

    private ODataDate() {}

    static boolean is(String text) {
        return text.startsWith("/Date(");
    }

    /**
     * A date as {@code YYYY-MM-DD}, a time without a zone as {@code YYYY-MM-DDTHH:mm:ss}, an instant with a {@code Z};
     * null for an open end.
     *
     * @return the text itself when it is neither form, so that the mapping refuses it by its shape
     */
    static @Nullable String read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return text;
        }
        try {
            Instant instant = Instant.ofEpochMilli(Long.parseLong(form.group(1)));
            LocalDateTime time = instant.atZone(ZoneOffset.UTC).toLocalDateTime();
            if (time.toLocalDate().equals(OPEN)) {
                return null;
            }
            if (time.getYear() > OPEN.getYear()) {
                return text;
            }
            if (form.group(2) != null) {
                return instant.toString();
            }
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? time.toLocalDate().toString()
                    : time.toString();
        } catch (DateTimeException beyondTheCalendar) {
            return text;
        }
    }
}
