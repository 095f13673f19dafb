package dev.rollcall.run;

import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.source.SnapshotEnd;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the process that opened a run keeps of it in memory; it ends with the process, and so does the run.
 *
 * <p>The key that doubles of excluded people are found by is never stored.
 */
final class OpenRun {
    private static final int KEY_LENGTH = 32;

    final Run run;
    final SourceConfiguration source;
    final DirectoryConfiguration directory;
    final References references;
    final References doubles;
    /** Whether the directory matches by more than external id and address. */
    final boolean matchesByKeys;

    final Warnings warnings;
    final EmptyEverywhere emptyEverywhere = new EmptyEverywhere();
    final SeenKeys seen = new SeenKeys();

    private int nextPage;
    private long records;
    private @Nullable SnapshotEnd end;

    OpenRun(Run run, SourceConfiguration source, DirectoryConfiguration directory, byte[] referenceKey) {
        this.run = run;
        this.source = source;
        this.directory = directory;
        this.matchesByKeys = directory.matchesByKeys();
        this.warnings = new Warnings(directory);
        this.references = new References(referenceKey);
        byte[] key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        this.doubles = new References(key);
    }

    String where() {
        return run.source() + " run=" + run.id();
    }

    boolean filtered() {
        return !source.scope().filters().isEmpty();
    }

    void expect(int page) {
        if (end != null) {
            throw new RunFailure(RunCode.NOT_OPEN.problem(
                    where(), "page " + page + " arrived after the end of the pages. Send the end last, once."));
        }
        if (page != nextPage) {
            throw new RunFailure(RunCode.PAGE_OUT_OF_ORDER.problem(
                    where(),
                    "page " + page + " arrived, expected page " + nextPage
                            + ". Pages are numbered from 0 without gaps; a page sent twice is a fault of the route."));
        }
    }

    void staged(int count) {
        nextPage++;
        records += count;
    }

    long records() {
        return records;
    }

    void close(SnapshotEnd snapshotEnd) {
        if (end != null) {
            throw new RunFailure(
                    RunCode.NOT_OPEN.problem(where(), "the end of the pages arrived twice. Send it once."));
        }
        if (snapshotEnd.pages() != nextPage || snapshotEnd.records() != records) {
            throw new RunFailure(
                    RunCode.COUNT_DIFFERS.problem(
                            where(),
                            "the source sent " + snapshotEnd.pages() + " pages with " + snapshotEnd.records()
                                    + " records, staged were " + nextPage + " pages with " + records
                                    + ". Nothing was changed; a step between the source and the aggregator drops or adds records."));
        }
        end = snapshotEnd;
    }

    SnapshotEnd end() {
        if (end == null) {
            throw new RunFailure(RunCode.NOT_OPEN.problem(
                    where(), "the run has no end of pages. Nothing was changed; the route stopped half way."));
        }
        return end;
    }
}
