package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Files of suppliers as the database remembers them. */
@Repository
class SourceFiles implements FileLedger {
    private final JdbcTemplate sql;
    private final Configuration configuration;
    private final Clock clock;

    SourceFiles(JdbcTemplate sql, Configuration configuration, Clock clock) {
        this.sql = sql;
        this.configuration = configuration;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> newestApplied(Run run) {
        @Nullable
        Timestamp newest = sql.queryForObject(
                "SELECT max(modified_at) FROM source_file WHERE directory = ? AND source = ?",
                Timestamp.class,
                run.directory(),
                run.source());
        return Optional.ofNullable(newest).map(Timestamp::toInstant);
    }

    @Override
    public boolean isKnown(Run run, String folder, String name, long size, Instant modifiedAt) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "SELECT EXISTS (SELECT FROM source_file WHERE directory = ? AND source = ? AND folder = ? AND name = ?"
                        + " AND size = ? AND modified_at = ?)",
                Boolean.class,
                run.directory(),
                run.source(),
                folder,
                name,
                size,
                Timestamp.from(modifiedAt)));
    }

    @Override
    public boolean isApplied(Run run, ReadFile file) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "SELECT EXISTS (SELECT FROM source_file WHERE directory = ? AND source = ? AND folder = ? AND name = ?"
                        + " AND size = ? AND modified_at = ? AND sha256 = ? AND config_digest = ?)",
                Boolean.class,
                run.directory(),
                run.source(),
                file.folder(),
                file.name(),
                file.size(),
                Timestamp.from(file.modifiedAt()),
                file.sha256(),
                configuration.source(run.source()).digest()));
    }

    @Override
    public void applied(Run run, ReadFile file) {
        sql.update(
                "INSERT INTO source_file (directory, source, folder, name, size, modified_at, sha256, config_digest,"
                        + " run, applied_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (directory, source, folder,"
                        + " name, size, modified_at, sha256) DO UPDATE SET config_digest = excluded.config_digest, run ="
                        + " excluded.run, applied_at = excluded.applied_at",
                run.directory(),
                run.source(),
                file.folder(),
                file.name(),
                file.size(),
                Timestamp.from(file.modifiedAt()),
                file.sha256(),
                configuration.source(run.source()).digest(),
                run.id().value(),
                Timestamp.from(clock.instant()));
    }
}
