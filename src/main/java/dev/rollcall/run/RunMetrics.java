package dev.rollcall.run;

import dev.rollcall.run.RunSummary.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What runs did, in numbers: tagged by source, never by person. */
@Component
class RunMetrics {
    private final MeterRegistry registry;

    RunMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void settled(RunSummary summary) {
        String source = summary.source();
        run(source, summary.state());
        Counts counts = summary.counts();
        records(source, "rejected", counts.rejected());
        records(source, "out-of-scope", counts.outOfScope());
        records(source, "accepted", counts.records() - counts.rejected() - counts.outOfScope());
        actions(source, "create", counts.created());
        actions(source, "update", counts.updated());
        actions(source, "remove", counts.removed());
        actions(source, "held", counts.held());
        actions(source, "withheld", counts.withheld());
    }

    void failed(String source) {
        run(source, RunSummary.State.FAILED);
    }

    private void run(String source, RunSummary.State state) {
        registry.counter(
                        "rollcall.runs", "source", source, "state", state.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private void records(String source, String result, long count) {
        registry.counter("rollcall.records", "source", source, "result", result).increment((double) count);
    }

    private void actions(String source, String kind, long count) {
        registry.counter("rollcall.actions", "source", source, "kind", kind).increment((double) count);
    }
}
