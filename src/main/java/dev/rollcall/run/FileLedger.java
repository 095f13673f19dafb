package dev.rollcall.run;

import dev.rollcall.source.SourceFile;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The files whose content was applied. A full file older than the newest of them says nothing that still holds. */
@Repository
public class FileLedger {
    private final JdbcTemplate sql;

    FileLedger(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** When the newest applied file of this folder was written; empty before the first. */
    public Optional<Instant> newestApplied(String directory, String source, String folder) {
        @Nullable
        Timestamp newest = sql.queryForObject(
                "SELECT max(modified_at) FROM source_file WHERE directory = ? AND source = ? AND folder = ?",
                Timestamp.class,
                directory,
                source,
                folder);
        return Optional.ofNullable(newest).map(Timestamp::toInstant);
    }

    /** Whether this very file was applied under this configuration: reading it again can change nothing. */
    public boolean wasApplied(String directory, String source, SourceFile file, String configDigest) {
        Boolean found = sql.queryForObject(
                "SELECT EXISTS (SELECT FROM source_file WHERE directory = ? AND source = ? AND folder = ? AND name = ?"
                        + " AND size = ? AND modified_at = ? AND sha256 = ? AND config_digest = ?)",
                Boolean.class,
                directory,
                source,
                file.folder(),
                file.name(),
                file.size(),
                Timestamp.from(file.modifiedAt()),
                file.sha256(),
                configDigest);
        return Boolean.TRUE.equals(found);
    }

    /** Writes a file down, in the transaction that applies it. */
    void applied(Run run, SourceFile file, String configDigest, Instant now) {
        sql.update(
                "INSERT INTO source_file (directory, source, folder, name, size, modified_at, sha256, config_digest, run,"
                        + " applied_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (directory, source, folder, name, size, modified_at, sha256)"
                        + " DO UPDATE SET config_digest = excluded.config_digest, run = excluded.run,"
                        + " applied_at = excluded.applied_at",
                run.directory(),
                run.source(),
                file.folder(),
                file.name(),
                file.size(),
                Timestamp.from(file.modifiedAt()),
                file.sha256(),
                configDigest,
                run.id().value(),
                Timestamp.from(now));
    }
}
