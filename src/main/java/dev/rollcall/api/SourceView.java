package dev.rollcall.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as it stands.
 *
 * @param enabled its runs apply their plans; before that, all are dry runs
 * @param state {@code no-route}, {@code not-configured}, {@code idle} or {@code running}
 * @param missing names of the settings without which its route is not started
 * @param lastProblem since the last success; null when there was none
 */
public record SourceView(
        String source,
        String title,
        String directory,
        boolean enabled,
        String state,
        List<String> missing,
        @Nullable Instant nextRunAt,
        @Nullable Instant lastSuccessAt,
        @Nullable String lastProblem,
        @Nullable Instant lastProblemAt) {
    public SourceView {
        missing = List.copyOf(missing);
    }
}
