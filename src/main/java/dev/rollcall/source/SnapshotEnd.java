package dev.rollcall.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ends the pages of a run; sent also when there was no record.
 *
 * @param pages how many pages were sent
 * @param records how many records those pages held
 * @param watermark everything the source changed before this moment has been read; null where there are no deltas
 */
public record SnapshotEnd(
        RunId run,
        int pages,
        long records,
        Snapshot snapshot,
        @Nullable Instant watermark) {
    @Override
    public String toString() {
        return "SnapshotEnd[" + run + ", " + pages + " pages, " + records + " records, "
                + snapshot.getClass().getSimpleName() + "]";
    }
}
