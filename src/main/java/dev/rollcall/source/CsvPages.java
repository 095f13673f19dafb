package dev.rollcall.source;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Pages of one file, made as they are asked for; only the present one is in memory.
 *
 * <p>Never throws because of the file: a row of the wrong length is {@link SourceRecord.Unreadable}, and what ends the
 * file early is told by {@link #end}.
 */
public final class CsvPages implements Iterator<Page> {
    private static final Pattern TRAILER = Pattern.compile("#\\s*rows\\s*=\\s*(\\d{1,18})");

    private final RunId run;
    private final CsvText text;
    private final Iterator<CSVRecord> rows;
    private @Nullable Header header;
    private @Nullable Page ready;
    private @Nullable Problem problem;
    private OptionalLong trailer = OptionalLong.empty();
    private long lastLine;
    private int pages;
    private long records;

    CsvPages(RunId run, CsvText text, Iterator<CSVRecord> rows) {
        this.run = run;
        this.text = text;
        this.rows = rows;
        this.problem = text.problem();
    }

    @Override
    public boolean hasNext() {
        if (ready == null) {
            List<SourceRecord> read = new ArrayList<>();
            while (read.size() < text.options().pageSize() && problem == null && readRow(read)) {
                text.rowRead();
            }
            if (!read.isEmpty()) {
                ready = new Page(run, pages++, read);
                records += read.size();
            }
        }
        return ready != null;
    }

    @Override
    public Page next() {
        if (!hasNext() || ready == null) {
            throw new NoSuchElementException();
        }
        Page page = ready;
        ready = null;
        return page;
    }

    /**
     * What the file amounts to, when all pages were taken.
     *
     * @param whole what it is when nothing is wrong with it
     */
    public SnapshotEnd end(Supplier<Snapshot> whole) {
        if (hasNext()) {
            throw new IllegalStateException("pages are left");
        }
        if (problem == null && text.options().trailer()) {
            problem = compareTrailer();
        }
        return new SnapshotEnd(run, pages, records, problem == null ? whole.get() : new Snapshot.Broken(problem), null);
    }

    /** The number of rows the last line told, when the options ask for one. */
    public OptionalLong trailer() {
        return trailer;
    }

    private boolean readRow(List<SourceRecord> read) {
        try {
            if (!rows.hasNext()) {
                if (header == null) {
                    problem = SourceCode.EMPTY_FILE.at(
                            origin(1), "the file is empty; expected a header line, also when nobody is in it.");
                }
                return false;
            }
            CSVRecord row = rows.next();
            Origin origin = origin(firstLine(row));
            if (header == null) {
                header = header(row.toList(), origin);
            } else if (trailer.isPresent()) {
                problem = SourceCode.TRAILER.at(origin, "rows follow the line that tells their number.");
            } else if (!isTrailer(row)) {
                record(header, row, origin).ifPresent(read::add);
            }
            return true;
        } catch (UncheckedIOException e) {
            problem = text.notRead(Objects.requireNonNull(e.getCause()), lastLine + 1);
            return false;
        }
    }

    private Optional<SourceRecord> record(Header known, CSVRecord row, Origin origin) {
        int expected = known.names().size();
        if (row.size() == expected) {
            return Optional.of(new SourceRecord.Row(known, row.toList(), origin));
        }
        if (row.size() < expected && text.endsWithinLine() && !rows.hasNext()) {
            problem = SourceCode.CUT_OFF.at(
                    origin,
                    "the file ends in this row, after " + row.size() + " of " + expected + " values. Send it whole.");
            return Optional.empty();
        }
        Problem wrong = SourceCode.ROW_LENGTH.at(
                origin,
                "the row has " + row.size() + " values, the header " + expected
                        + " names. Put quotes around a value that holds the delimiter or a line break.");
        return Optional.of(new SourceRecord.Unreadable(wrong, origin));
    }

    private @Nullable Header header(List<String> names, Origin origin) {
        List<String> columns = names.stream().map(Header::plain).toList();
        problem = Header.fault(columns, origin);
        return problem == null ? new Header(columns) : null;
    }

    private boolean isTrailer(CSVRecord row) {
        if (!text.options().trailer()) {
            return false;
        }
        Matcher told = TRAILER.matcher(row.get(0).strip());
        if (!told.matches() || row.stream().skip(1).anyMatch(value -> !value.isBlank())) {
            return false;
        }
        trailer = OptionalLong.of(Long.parseLong(told.group(1)));
        return true;
    }

    private @Nullable Problem compareTrailer() {
        if (trailer.isEmpty()) {
            return SourceCode.TRAILER.at(
                    origin(lastLine),
                    "the last line is not `#rows=N`, which `proof: trailer` expects. Send the file whole.");
        }
        return trailer.getAsLong() == records
                ? null
                : SourceCode.TRAILER.at(
                        origin(lastLine),
                        "the last line tells " + trailer.getAsLong() + " rows, there are " + records
                                + ". Send the file whole.");
    }

    private Origin origin(long line) {
        return new Origin(text.name(), line);
    }

    /** The parser counts to the end of a row; a row that spans lines began earlier. */
    private long firstLine(CSVRecord row) {
        long end = row.getParser().getCurrentLineNumber();
        long first = end == lastLine + 1
                ? end
                : end - row.stream().mapToLong(CsvPages::lineBreaks).sum();
        lastLine = end;
        return first;
    }

    private static long lineBreaks(String value) {
        return (value + ".").lines().count() - 1;
    }
}
