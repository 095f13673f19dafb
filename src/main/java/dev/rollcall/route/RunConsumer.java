package dev.rollcall.route;

import dev.rollcall.route.SourceTriggers.Asked;
import dev.rollcall.route.SourceTriggers.State;
import dev.rollcall.route.SourceTriggers.Status;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.Runs;
import dev.rollcall.run.Trigger;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs of one source, one at a time on their own thread, fired by a camel-quartz consumer or by anybody who asks. */
final class RunConsumer extends DefaultConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(RunConsumer.class);
    private static final long SECONDS_TO_ABORT = 20;

    private final RunEndpoint endpoint;
    private final SourceTriggers triggers;
    private final RunExchange runs;
    private @Nullable ExecutorService thread;
    private @Nullable TriggerQueue queue;
    private @Nullable Consumer schedule;

    RunConsumer(RunEndpoint endpoint, Processor processor, Runs runs, SourceTriggers triggers) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.triggers = triggers;
        this.runs = new RunExchange(this, endpoint.getSource(), runs, triggers);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ExecutorService own = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadExecutor(this, "run-" + endpoint.getSource());
        thread = own;
        queue = new TriggerQueue(own, runs::run);
        triggers.started(endpoint.getSource(), this);
        QuartzEndpoint clock = endpoint.clock();
        if (clock != null) {
            schedule = clock.createConsumer(exchange -> fired());
            ServiceHelper.startService(clock, schedule);
        }
    }

    private void fired() {
        ask(Trigger.SCHEDULE).outcome().exceptionally(failure -> {
            LOG.debug("a scheduled run of {} failed", endpoint.getSource(), failure);
            return null;
        });
    }

    Asked ask(Trigger trigger) {
        TriggerQueue open = queue;
        return open == null || !isStarted() ? Asked.failed(stopped()) : open.offer(trigger);
    }

    private RunFailure stopped() {
        return new RunFailure(
                RouteCode.STOPPED.at(endpoint.getSource(), "the route is stopped. Start it, and ask again."));
    }

    Status status() {
        TriggerQueue open = queue;
        State state = open != null && open.isRunning() ? State.RUNNING : State.IDLE;
        return new Status(endpoint.getSource(), state, List.of(), nextRunAt());
    }

    Optional<Instant> dueAfter(Instant success) {
        String schedule = endpoint.getSchedule();
        if (endpoint.clock() == null || schedule == null) {
            return Optional.empty();
        }
        try {
            CronExpression turns = new CronExpression(schedule);
            turns.setTimeZone(TimeZone.getTimeZone(ZoneId.of(endpoint.getZone())));
            return Optional.ofNullable(turns.getNextValidTimeAfter(Date.from(success)))
                    .map(turns::getNextValidTimeAfter)
                    .map(Date::toInstant);
        } catch (ParseException e) {
            LOG.debug("the schedule of {} cannot be read", endpoint.getSource(), e);
            return Optional.empty();
        }
    }

    private @Nullable Instant nextRunAt() {
        QuartzEndpoint clock = endpoint.clock();
        if (clock == null) {
            return null;
        }
        try {
            var trigger = clock.getComponent().getScheduler().getTrigger(clock.getTriggerKey());
            @Nullable Date next = trigger == null ? null : trigger.getNextFireTime();
            return next == null ? null : next.toInstant();
        } catch (SchedulerException e) {
            LOG.debug("the scheduler does not know {}", endpoint.getSource(), e);
            return null;
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (schedule != null) {
            ServiceHelper.stopAndShutdownServices(schedule, endpoint.clock());
            schedule = null;
        }
        triggers.stopped(endpoint.getSource(), this);
        if (queue != null) {
            queue.refuse(stopped());
        }
        runs.stop();
        ExecutorService own = thread;
        if (own != null) {
            own.shutdown();
            if (!own.awaitTermination(SECONDS_TO_ABORT, TimeUnit.SECONDS)) {
                LOG.warn("source={}: the route does not end; its run is aborted without it", endpoint.getSource());
                runs.abandon();
                own.shutdownNow();
            }
        }
        super.doStop();
    }
}
