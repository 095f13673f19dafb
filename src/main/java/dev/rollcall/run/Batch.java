package dev.rollcall.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rows on their way to the database: written a buffer at a time, so that few are in memory. */
final class Batch {
    private static final int BUFFER = 5_000;

    private final Consumer<List<Object[]>> write;
    private final List<Object[]> rows = new ArrayList<>();

    Batch(Consumer<List<Object[]>> write) {
        this.write = write;
    }

    void add(Object[] row) {
        rows.add(row);
        if (rows.size() == BUFFER) {
            flush();
        }
    }

    /** Writes what is left; called once more after the last row. */
    void flush() {
        if (!rows.isEmpty()) {
            write.accept(rows);
            rows.clear();
        }
    }
}
