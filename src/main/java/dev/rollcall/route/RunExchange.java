package dev.rollcall.route;

import dev.rollcall.run.Run;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.RunSummary;
import dev.rollcall.run.Runs;
import dev.rollcall.run.Runs.Opening;
import dev.rollcall.run.Trigger;
import dev.rollcall.source.Problem;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One run through the route, from opening to its end, on the calling thread.
 *
 * <p>The run ends before the exchange's unit of work does, so that a file is moved according to what became of the run
 * and not of the route.
 */
final class RunExchange {
    private static final Logger LOG = LoggerFactory.getLogger(RunExchange.class);

    private final DefaultConsumer consumer;
    private final String source;
    private final Runs runs;
    private final SourceTriggers triggers;
    private volatile @Nullable OngoingRun present;
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;

    RunExchange(DefaultConsumer consumer, String source, Runs runs, SourceTriggers triggers) {
        this.consumer = consumer;
        this.source = source;
        this.runs = runs;
        this.triggers = triggers;
    }

    /**
     * Opens and runs.
     *
     * @param opened told as soon as the run is open
     * @throws RunFailure when the run is refused or fails
     */
    RunSummary run(Trigger trigger, Consumer<Run> opened) {
        return switch (runs.open(source, trigger)) {
            case Opening.Opened open -> {
                opened.accept(open.run());
                yield run(open.run());
            }
            case Opening.Refused refused -> {
                LOG.warn("run refused  {}", refused.why());
                throw refused.failure();
            }
        };
    }

    private RunSummary run(Run run) {
        MDC.put("source", source);
        MDC.put("run", run.id().value());
        OngoingRun ongoing = triggers.begin(run);
        present = ongoing;
        thread = Thread.currentThread();
        boolean again = false;
        Exchange exchange = consumer.createExchange(false);
        try {
            exchange.getMessage().setBody(run);
            process(exchange);
            RunSummary summary = end(exchange, ongoing);
            again = ongoing.hasMore();
            return summary;
        } finally {
            thread = null;
            consumer.doneUoW(exchange);
            consumer.releaseExchange(exchange, false);
            present = null;
            triggers.end(ongoing);
            MDC.remove("run");
            MDC.remove("source");
            if (again) {
                var unused = triggers.trigger(source, Trigger.SCHEDULE);
            }
        }
    }

    private void process(Exchange exchange) {
        try {
            consumer.createUoW(exchange);
            consumer.getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
    }

    private RunSummary end(Exchange exchange, OngoingRun ongoing) {
        // an interrupted thread gets no database connection, and the run has to be ended in the database
        boolean interrupted = Thread.interrupted();
        try {
            @Nullable Problem problem = problem(exchange, ongoing, interrupted);
            if (problem != null) {
                throw abort(exchange, ongoing, problem);
            }
            return ongoing.isNothingNew() ? nothingNew(ongoing) : settle(exchange, ongoing);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private @Nullable Problem problem(Exchange exchange, OngoingRun ongoing, boolean interrupted) {
        String where = source + " run=" + ongoing.run().id();
        Exception failure = exchange.getException();
        if (stopping || interrupted) {
            return RouteCode.STOPPED.at(where, "the route was stopped in the middle of the run. Nothing was changed.");
        }
        if (failure != null) {
            return Failures.problem(where, failure);
        }
        if (exchange.getExchangeExtension().isFailureHandled() || exchange.isRollbackOnly()) {
            return RouteCode.HANDLED.at(
                    where,
                    "a step failed and the route declares that handled. A run with a failed step is never applied; take"
                            + " `handled: true` out of the route.");
        }
        if (!ongoing.isAccepted() && !ongoing.isNothingNew()) {
            return RouteCode.NO_SNAPSHOT_END.at(
                    where,
                    "the route ended, and no SnapshotEnd reached the aggregator. The Kamelet sends one after its last"
                            + " page, and each step passes it on.");
        }
        return null;
    }

    private RunSummary nothingNew(OngoingRun ongoing) {
        ongoing.end();
        return runs.nothingNew(ongoing.run().id());
    }

    private RunSummary settle(Exchange exchange, OngoingRun ongoing) {
        ongoing.settling();
        if (!ongoing.end()) {
            throw fail(exchange, RouteCode.STOPPED.at(source, "the route was stopped. Nothing was changed."));
        }
        try {
            RunSummary summary = runs.settle(ongoing.run().id());
            ongoing.settled();
            return summary;
        } catch (RunFailure e) {
            throw fail(exchange, e.problem());
        } catch (RuntimeException e) {
            Problem problem = Failures.problem(source + " run=" + ongoing.run().id(), e);
            runs.abort(ongoing.run().id(), problem);
            throw fail(exchange, problem);
        }
    }

    private RunFailure abort(Exchange exchange, OngoingRun ongoing, Problem problem) {
        if (ongoing.end()) {
            LOG.debug("run={}: the route's failure", ongoing.run().id(), exchange.getException());
            runs.abort(ongoing.run().id(), problem);
        }
        return fail(exchange, problem);
    }

    /** Whoever waits for the end of the unit of work, a file to be moved for example, sees a failure. */
    private static RunFailure fail(Exchange exchange, Problem problem) {
        RunFailure failure = new RunFailure(problem);
        exchange.getExchangeExtension().setFailureHandled(false);
        exchange.getExchangeExtension().setErrorHandlerHandled(null);
        exchange.setException(failure);
        return failure;
    }

    /** Ends the present run soon: what it fetches is interrupted, what it settles is not. */
    void stop() {
        stopping = true;
        OngoingRun ongoing = present;
        Thread running = thread;
        if (ongoing != null && running != null && !ongoing.isSettling()) {
            running.interrupt();
        }
    }

    /** Ends the present run although its route does not. */
    void abandon() {
        OngoingRun ongoing = present;
        if (ongoing != null && ongoing.end()) {
            runs.abort(
                    ongoing.run().id(),
                    RouteCode.STOPPED.at(
                            source + " run=" + ongoing.run().id(), "the route was stopped and did not end."));
        }
    }
}
