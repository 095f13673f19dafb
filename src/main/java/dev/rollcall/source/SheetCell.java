package dev.rollcall.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** A cell of a workbook as text: what a person sees in it, but dates as ISO dates and numbers without their look. */
final class SheetCell {
    /** What a spreadsheet shows of a number; the digits behind are the noise of its binary form. */
    private static final MathContext SHOWN = new MathContext(15);
    /** Text in quotes, a letter after a backslash, and colours and conditions in brackets; not [h], [mm], [ss]. */
    private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?![hms]+\\])[^\\]]*\\]");

    /** Numbers of the formats every workbook has (ECMA-376, 18.8.30) that are dates or times. */
    private static final BitSet DATES = new BitSet();

    static {
        DATES.set(14, 23);
        DATES.set(27, 37);
        DATES.set(45, 48);
        DATES.set(50, 59);
    }

    private SheetCell() {}

    static String text(Cell cell) {
        @Nullable Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? date(cell, number) : plain(number);
        }
        return value == null ? "" : value.toString();
    }

    private static String plain(BigDecimal number) {
        BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
        return shown.toPlainString();
    }

    private static String date(Cell cell, BigDecimal number) {
        LocalDateTime at = cell.asDate();
        if (number.compareTo(BigDecimal.ONE) < 0) {
            return at.toLocalTime().toString();
        }
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
    }

    private static boolean isDate(Cell cell) {
        @Nullable Integer id = cell.getDataFormatId();
        if (id != null && DATES.get(id)) {
            return true;
        }
        @Nullable String format = cell.getDataFormatString();
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        String letters = NO_FORMAT.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return letters.chars().anyMatch(letter -> "ymdhs".indexOf(letter) >= 0);
    }
}
