package dev.rollcall.api;

import dev.rollcall.run.Consents.Consent;
import dev.rollcall.run.SourceLife.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as it stands.
 *
 * @param enabled its runs apply their plans; otherwise all are dry runs
 * @param stage {@code set-up}, {@code tested}, {@code enabled}, {@code paused} or {@code disconnected}
 * @param next what a person does next; null when nothing is asked of anybody
 * @param state {@code no-route}, {@code not-configured}, {@code idle} or {@code running}
 * @param missing names of the settings without which its route is not started
 * @param lastProblem since the last success; null when there was none
 * @param consent that a sub-processor handles personal data; null when nobody accepted it
 * @param configuration digest of the mapping and directory in force
 * @param configurations under which runs were applied, the newest first
 */
public record SourceView(
        String source,
        String title,
        String directory,
        boolean enabled,
        String stage,
        @Nullable String next,
        String state,
        List<String> missing,
        @Nullable Instant nextRunAt,
        @Nullable Instant lastSuccessAt,
        @Nullable String lastProblem,
        @Nullable Instant lastProblemAt,
        @Nullable Consent consent,
        String configuration,
        List<Version> configurations) {
    public SourceView {
        missing = List.copyOf(missing);
        configurations = List.copyOf(configurations);
    }
}
