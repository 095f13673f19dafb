package dev.rollcall.source.api;

import dev.rollcall.source.Page;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import dev.rollcall.source.SourceRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers the pages of a fetch and counts their records. */
public final class ReadPages {
    private final RunId run;
    private int pages;
    private long records;

    public ReadPages(RunId run) {
        this.run = run;
    }

    /** How many pages were made so far. */
    public int count() {
        return pages;
    }

    public long records() {
        return records;
    }

    /** How the next page is called in messages and origins. */
    public String name() {
        return "page " + (pages + 1);
    }

    public Page page(List<SourceRecord> read) {
        records += read.size();
        return new Page(run, pages++, read);
    }

    /**
     * Ends the pages.
     *
     * @param watermark when the fetch began; null where there are no deltas
     */
    public SnapshotEnd end(Snapshot snapshot, @Nullable Instant watermark) {
        return new SnapshotEnd(run, pages, records, snapshot, watermark);
    }
}
