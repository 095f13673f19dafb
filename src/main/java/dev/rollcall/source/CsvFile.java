package dev.rollcall.source;

import java.io.InputStream;
import java.util.function.Consumer;

/** A CSV file read outside any route: given by hand, or in a test. */
public final class CsvFile {
    private CsvFile() {}

    /**
     * Hands over the file page by page, then tells its end. The stream stays open.
     *
     * @param name stands in origins and errors
     * @param whole what the file is when nothing is wrong with it: by hand {@code Full(ByHand)}
     */
    public static SnapshotEnd read(
            RunId run, String name, InputStream in, CsvOptions options, Snapshot whole, Consumer<Page> pages) {
        CsvPages read = CsvText.open(name, in, options).pages(run);
        read.forEachRemaining(pages);
        return read.end(() -> whole);
    }
}
