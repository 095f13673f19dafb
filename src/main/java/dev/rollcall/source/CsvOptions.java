package dev.rollcall.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param delimiter null: found in the header line, one of comma, semicolon, tab and bar
 * @param trailer the last line tells the number of rows: {@code #rows=2000}
 */
public record CsvOptions(@Nullable Character delimiter, Charset charset, int pageSize, boolean trailer) {
    public static final CsvOptions DEFAULT = new CsvOptions(null, StandardCharsets.UTF_8, 1000, false);

    public CsvOptions {
        if (pageSize < 1) {
            throw new IllegalArgumentException("a page holds at least one record");
        }
    }

    /**
     * The options an integrator writes; empty text leaves the default.
     *
     * @param delimiter one character, or {@code tab}
     * @throws IllegalArgumentException naming what is wrong
     */
    public static CsvOptions of(String delimiter, String charset, boolean trailer) {
        return new CsvOptions(
                delimiter(delimiter),
                charset.isBlank() ? DEFAULT.charset : Charset.forName(charset.strip()),
                DEFAULT.pageSize,
                trailer);
    }

    private static @Nullable Character delimiter(String written) {
        return switch (written) {
            case "", "auto" -> null;
            case "tab", "\\t" -> '\t';
            case ",", ";", "|", "\t" -> written.charAt(0);
            default ->
                throw new IllegalArgumentException(
                        "the delimiter is one of , ; | tab, or auto; found a text of " + written.length());
        };
    }
}
