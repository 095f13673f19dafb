package dev.rollcall.run;

import dev.rollcall.source.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was opened; the body with which a source route begins.
 *
 * @param watermark read what changed since then; null: read everything
 * @param openedAt the moment the fetch began, and the next watermark
 * @param dryRun leave the source's files where they are
 */
public record Run(
        RunId id,
        String source,
        String directory,
        @Nullable Instant watermark,
        Instant openedAt,
        boolean dryRun,
        boolean allowEmpty) {}
