package dev.rollcall.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A file opened as text, its delimiter known; whoever divides it into rows gives them to {@link #pages}. */
public final class CsvText {
    private static final int LONGEST_ROW = 4_000_000;

    private final String name;
    private final CsvOptions options;
    private final StrictText text;
    private final BufferedReader reader;
    private final char delimiter;
    private @Nullable Problem problem;

    private CsvText(String name, InputStream in, CsvOptions options) {
        this.name = name;
        this.options = options;
        this.text = new StrictText(in, options.charset(), LONGEST_ROW);
        this.reader = new BufferedReader(text);
        this.delimiter = delimiter();
    }

    /** Reads the header line only. Never throws: what is wrong with the file is told by {@link CsvPages#end}. */
    public static CsvText open(String name, InputStream in, CsvOptions options) {
        return new CsvText(name, in, options);
    }

    private char delimiter() {
        Origin origin = new Origin(name, 1);
        @Nullable Character set = options.delimiter();
        char wanted = set == null ? 0 : set;
        try {
            Delimiter seen = Delimiter.in(reader);
            char found = seen.mostFrequent();
            if (wanted == 0 && found == 0) {
                problem = SourceCode.DELIMITER.at(
                        origin,
                        "the header line holds " + seen.describe()
                                + ", so the delimiter cannot be told from it. Set `delimiter`.");
            } else if (wanted != 0 && seen.any() && !seen.counts(wanted)) {
                problem = SourceCode.DELIMITER.at(
                        origin,
                        "the header line holds " + seen.describe()
                                + ", but the delimiter is set to something else. Correct `delimiter`, or leave it out.");
            }
            return wanted != 0 ? wanted : found != 0 ? found : ',';
        } catch (IOException e) {
            problem = notRead(e, 1);
            return ',';
        }
    }

    public char delimiterFound() {
        return delimiter;
    }

    /** The characters, for a CSV parser. */
    public Reader reader() {
        return reader;
    }

    /** The format rows are parsed with; the header is a row like any other, so that its duplicates survive. */
    public static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
    }

    /** Pages out of rows that were parsed by somebody else, lazily, from {@link #reader}. */
    public CsvPages pages(RunId run, Iterator<CSVRecord> rows) {
        return new CsvPages(run, this, rows);
    }

    /** Pages of this text. */
    public CsvPages pages(RunId run) {
        if (problem != null) {
            return pages(run, List.<CSVRecord>of().iterator());
        }
        try {
            return pages(
                    run,
                    CSVParser.builder()
                            .setReader(reader)
                            .setFormat(format(delimiter))
                            .get()
                            .iterator());
        } catch (IOException e) {
            problem = notRead(e, 1);
            return pages(run, List.<CSVRecord>of().iterator());
        }
    }

    String name() {
        return name;
    }

    CsvOptions options() {
        return options;
    }

    @Nullable
    Problem problem() {
        return problem;
    }

    void rowRead() {
        text.rowRead();
    }

    boolean endsWithinLine() {
        return text.endsWithinLine();
    }

    /** What a failure while reading the row that begins on this line means. */
    Problem notRead(IOException failure, long line) {
        Origin origin = new Origin(name, line);
        return switch (failure) {
            case StrictText.NotText broken ->
                SourceCode.NOT_TEXT.at(
                        new Origin(name, broken.line()),
                        "a byte sequence is not " + options.charset()
                                + ". Write the file in that charset, or set `charset`.");
            case PgpStream.Broken sealed -> SourceCode.PGP.at(origin, String.valueOf(sealed.getMessage()));
            case StrictText.RowTooLong tooLong ->
                SourceCode.QUOTES.at(
                        origin,
                        "the row that begins here is longer than " + LONGEST_ROW
                                + " characters. A quote is probably never closed.");
            case CSVException quotes ->
                text.ended()
                        ? SourceCode.CUT_OFF.at(
                                origin,
                                "the file ends within quotes opened in the row that begins here. Send it whole.")
                        : SourceCode.QUOTES.at(
                                origin, "text follows a closing quote. A quote within a value is written twice.");
            default ->
                SourceCode.NOT_READ.at(
                        origin,
                        "the file could not be read any further. The next run reads it again; if that goes on, see what"
                                + " its server says.");
        };
    }
}
