package dev.rollcall.route;

import dev.rollcall.mapping.FieldCensus;
import dev.rollcall.run.Run;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.RunSummary;
import dev.rollcall.run.Trigger;
import dev.rollcall.source.RunId;
import dev.rollcall.source.SourceRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sources whose routes are loaded: asks them for runs and tells where they stand. */
@Component
public class SourceTriggers {
    private final Map<String, RunConsumer> consumers = new ConcurrentHashMap<>();
    private final Map<String, List<String>> notConfigured = new ConcurrentHashMap<>();
    private final Map<String, FieldCensus> looking = new ConcurrentHashMap<>();
    private final Map<RunId, OngoingRun> ongoing = new ConcurrentHashMap<>();

    /**
     * A source as its route stands.
     *
     * @param missing names of the settings without which the route is not started
     * @param nextRunAt by the schedule; null without one
     */
    public record Status(
            String source,
            State state,
            List<String> missing,
            @Nullable Instant nextRunAt) {
        public Status {
            missing = List.copyOf(missing);
        }
    }

    /** A wish for a run: the run once it is open, and how it ended; both end in the same {@link RunFailure}. */
    public record Asked(CompletableFuture<Run> opened, CompletableFuture<RunSummary> outcome) {
        static Asked failed(RunFailure why) {
            return new Asked(CompletableFuture.failedFuture(why), CompletableFuture.failedFuture(why));
        }
    }

    /** Whether a source can run, and does. */
    public enum State {
        NOT_CONFIGURED,
        IDLE,
        RUNNING
    }

    /**
     * Asks for a run; during a run, for one more after it.
     *
     * @return how the run that fulfils this wish ended; completes with {@link RunFailure} when it failed or could not be
     *     opened
     */
    public CompletableFuture<RunSummary> trigger(String source, Trigger trigger) {
        return ask(source, trigger).outcome();
    }

    /** The same, for whoever wants to know the run before it ends. */
    public Asked ask(String source, Trigger trigger) {
        RunConsumer consumer = consumers.get(source);
        return consumer == null ? Asked.failed(absent(source)) : consumer.ask(trigger);
    }

    private RunFailure absent(String source) {
        List<String> missing = notConfigured.get(source);
        return new RunFailure(
                missing == null
                        ? RouteCode.NO_SUCH_SOURCE.at(
                                source, "no started route has this source. Known: " + String.join(", ", names()) + ".")
                        : RouteCode.NOT_CONFIGURED.at(
                                source, "these settings have no value: " + String.join(", ", missing) + ". Set them."));
    }

    /** Every source with a route, in the order of their names. */
    public List<Status> sources() {
        return Stream.concat(
                        consumers.values().stream().map(RunConsumer::status),
                        notConfigured.entrySet().stream()
                                .filter(entry -> !consumers.containsKey(entry.getKey()))
                                .map(entry -> new Status(entry.getKey(), State.NOT_CONFIGURED, entry.getValue(), null)))
                .sorted(Comparator.comparing(Status::source))
                .toList();
    }

    /**
     * When a source should have succeeded by its schedule, at the second turn after its last success: one may be missed
     * by a hair. Empty without a schedule.
     */
    public Optional<Instant> dueAfter(String source, Instant success) {
        return Optional.ofNullable(consumers.get(source)).flatMap(consumer -> consumer.dueAfter(success));
    }

    private List<String> names() {
        return sources().stream().map(Status::source).toList();
    }

    void notConfigured(String source, List<String> missing) {
        notConfigured.put(source, List.copyOf(missing));
    }

    void started(String source, RunConsumer consumer) {
        RunConsumer other = consumers.putIfAbsent(source, consumer);
        if (other != null && other != consumer) {
            throw new IllegalStateException("two routes begin with run:" + source + "; a source has one");
        }
    }

    void stopped(String source, RunConsumer consumer) {
        consumers.remove(source, consumer);
    }

    /**
     * Shows the records of a source's dry runs to a census, until it is closed.
     *
     * @throws RunFailure when somebody looks already
     */
    public Looking look(String source, FieldCensus census) {
        if (looking.putIfAbsent(source, census) != null) {
            throw new RunFailure(RouteCode.NO_SUCH_SOURCE.at(
                    source, "somebody is looking at the fields of this source. Wait until it is done."));
        }
        return () -> looking.remove(source, census);
    }

    /** A look at a source's records. */
    @FunctionalInterface
    public interface Looking {
        void close();
    }

    boolean isLookedAt(Run run) {
        return run.dryRun() && looking.containsKey(run.source());
    }

    void show(Run run, SourceRecord record) {
        FieldCensus census = run.dryRun() ? looking.get(run.source()) : null;
        if (census != null) {
            census.add(record);
        }
    }

    OngoingRun begin(Run run) {
        OngoingRun begun = new OngoingRun(run);
        ongoing.put(run.id(), begun);
        return begun;
    }

    Optional<OngoingRun> ongoing(RunId run) {
        return Optional.ofNullable(ongoing.get(run));
    }

    void end(OngoingRun run) {
        ongoing.remove(run.run().id());
    }
}
