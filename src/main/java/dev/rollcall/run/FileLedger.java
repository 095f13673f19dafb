package dev.rollcall.run;

import java.time.Instant;
import java.util.Optional;

/** The files of suppliers that were applied. Two files are the same only if everything about them agrees. */
public interface FileLedger {
    /** A file of which every byte was read. */
    record ReadFile(String folder, String name, long size, Instant modifiedAt, String sha256) {}

    /** When the newest applied file of the run's source was changed last. */
    Optional<Instant> newestApplied(Run run);

    /** Whether a file with this name, size and time was applied; its content has to be compared still. */
    boolean isKnown(Run run, String folder, String name, long size, Instant modifiedAt);

    /** Whether this very file was applied under the configuration of now. */
    boolean isApplied(Run run, ReadFile file);

    /** Remembers that the run, which was settled, read this file. */
    void applied(Run run, ReadFile file);
}
