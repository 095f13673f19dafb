package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.run.RunFailure;
import dev.rollcall.run.Trigger;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs of a source, fired as its schedule would and waited for. */
final class Triggered {
    private static final int PATIENCE = 60;

    private Triggered() {}

    static void run(SourceTriggers triggers, String source) {
        triggers.trigger(source, Trigger.SCHEDULE)
                .orTimeout(PATIENCE, TimeUnit.SECONDS)
                .join();
    }

    /** Why the run failed; that it fails is part of the test. */
    static RunFailure failure(SourceTriggers triggers, String source) {
        @Nullable
        Throwable failure = triggers.trigger(source, Trigger.SCHEDULE)
                .orTimeout(PATIENCE, TimeUnit.SECONDS)
                .handle((summary, thrown) -> thrown == null || thrown.getCause() == null ? thrown : thrown.getCause())
                .join();
        assertThat(failure).isInstanceOf(RunFailure.class);
        return (RunFailure) failure;
    }
}
