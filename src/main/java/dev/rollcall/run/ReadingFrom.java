package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.run.SourceLedger.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** From which moment on a run asks its source for changes, or that it has to ask for everything. */
record ReadingFrom(Configuration configuration) {
    /** Deltas miss changes that leave no trace in the source, so everything is read again after this time. */
    private static final Duration FULL_EVERY = Duration.ofDays(7);

    /** The watermark of the last run; null: everything. */
    @Nullable
    Instant of(SourceConfiguration source, SourceState state, Instant now) {
        boolean full = state.fullNeeded()
                || !source.digest().equals(state.appliedDigest())
                || state.lastFullAt() == null
                || state.lastFullAt().isBefore(now.minus(FULL_EVERY))
                || (source.movesWithTime() && !sameDay(state.lastFullAt(), now, source));
        return full ? null : state.watermark();
    }

    /** A filter that counts from today looks at everybody again each day, also at those the source has no news of. */
    private boolean sameDay(Instant before, Instant now, SourceConfiguration source) {
        ZoneId zone = configuration.directory(source.directory()).lifecycle().zone();
        return LocalDate.ofInstant(before, zone).equals(LocalDate.ofInstant(now, zone));
    }
}
