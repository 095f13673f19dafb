package dev.rollcall.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of an .xlsx workbook, read as if it were a file of rows (acceptance row 28).
 *
 * <p>The first row that is not empty is the header. Dates become ISO dates, numbers are plain, empty rows are left out.
 */
public final class Spreadsheet {
    private static final byte[] BEGINNING = {'P', 'K', 3, 4};
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    /** A workbook of a few kilobytes may claim to hold terabytes. */
    private static final long LARGEST = 512L << 20;

    private final String name;
    private final Consumer<SourceRecord> rows;
    private @Nullable Header header;

    private Spreadsheet(String name, Consumer<SourceRecord> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** Whether the content is a workbook, whatever its name; the stream stays where it is. */
    public static boolean isOne(BufferedInputStream content) {
        try {
            content.mark(BEGINNING.length);
            byte[] first = content.readNBytes(BEGINNING.length);
            content.reset();
            return Arrays.equals(first, BEGINNING);
        } catch (IOException e) {
            // whoever reads it next finds out why
            return false;
        }
    }

    /**
     * Hands over row after row.
     *
     * @param name stands in origins and errors
     * @throws SourceFailure when it is no workbook, or has no header
     */
    public static void read(String name, InputStream in, Consumer<SourceRecord> rows) {
        Spreadsheet sheet = new Spreadsheet(name, rows);
        try {
            byte[] content = in.readAllBytes();
            sheet.refuseTooLarge(content);
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS);
                    Stream<Row> all = workbook.getFirstSheet().openStream()) {
                all.forEach(sheet::row);
            }
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new SourceFailure(SourceCode.NOT_A_WORKBOOK.at(
                    name,
                    "the file begins like an .xlsx workbook and cannot be read as one. Save it anew, or as CSV."));
        }
        if (sheet.header == null) {
            throw new SourceFailure(SourceCode.EMPTY_FILE.at(
                    name, "the first sheet is empty; expected a header row, also when nobody is in it."));
        }
    }

    private void refuseTooLarge(byte[] content) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                for (int read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                    size += read;
                    if (size > LARGEST) {
                        throw new SourceFailure(SourceCode.NOT_A_WORKBOOK.at(
                                name, "the workbook unpacks to more than " + (LARGEST >> 20) + " MB. Save it as CSV."));
                    }
                }
            }
        }
    }

    private void row(Row row) {
        Origin origin = new Origin(name, row.getRowNum());
        List<String> values = new ArrayList<>();
        boolean broken = false;
        for (int column = 0; column < row.getCellCount(); column++) {
            var cell = row.getOptionalCell(column);
            broken |= cell.map(each -> each.getType() == CellType.ERROR).orElse(false);
            values.add(cell.map(SheetCell::text).orElse(""));
        }
        while (!values.isEmpty() && values.getLast().isBlank()) {
            values.removeLast();
        }
        if (broken) {
            rows.accept(new SourceRecord.Unreadable(
                    SourceCode.CELL_ERROR.at(origin, "a cell of this row holds an error such as #N/A. Put it right."),
                    origin));
        } else if (!values.isEmpty()) {
            row(values, origin);
        }
    }

    private void row(List<String> values, Origin origin) {
        Header known = header;
        if (known == null) {
            header = header(values, origin);
            return;
        }
        int columns = known.names().size();
        if (values.size() > columns) {
            rows.accept(new SourceRecord.Unreadable(
                    SourceCode.ROW_LENGTH.at(
                            origin,
                            "the row has " + values.size() + " values, the header " + columns
                                    + " names. Name every column, or empty those beside them."),
                    origin));
            return;
        }
        while (values.size() < columns) {
            values.add("");
        }
        rows.accept(new SourceRecord.Row(known, values, origin));
    }

    private static Header header(List<String> names, Origin origin) {
        List<String> columns = names.stream().map(Header::plain).toList();
        Problem fault = Header.fault(columns, origin);
        if (fault != null) {
            throw new SourceFailure(fault);
        }
        return new Header(columns);
    }
}
