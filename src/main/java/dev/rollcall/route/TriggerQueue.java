package dev.rollcall.route;

import dev.rollcall.run.RunSummary;
import dev.rollcall.run.Trigger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run at a time; whatever is asked for during a run becomes one more run after it. */
final class TriggerQueue {
    private final Executor executor;
    private final Function<Trigger, RunSummary> runner;
    private @Nullable Wish next;
    private boolean running;

    TriggerQueue(Executor executor, Function<Trigger, RunSummary> runner) {
        this.executor = executor;
        this.runner = runner;
    }

    private record Wish(Trigger trigger, CompletableFuture<RunSummary> outcome) {}

    /** How the run that fulfils this wish ends; a run that cannot be opened or fails ends in its {@code RunFailure}. */
    synchronized CompletableFuture<RunSummary> offer(Trigger trigger) {
        Wish waiting = next;
        Wish wish = waiting == null
                ? new Wish(trigger, new CompletableFuture<>())
                : new Wish(waiting.trigger().and(trigger), waiting.outcome());
        next = wish;
        if (!running) {
            running = true;
            executor.execute(this::drain);
        }
        return wish.outcome().copy();
    }

    synchronized boolean isRunning() {
        return running;
    }

    private synchronized @Nullable Wish take() {
        Wish taken = next;
        next = null;
        running = taken != null;
        return taken;
    }

    private void drain() {
        for (Wish wish = take(); wish != null; wish = take()) {
            try {
                wish.outcome().complete(runner.apply(wish.trigger()));
            } catch (RuntimeException | Error failure) {
                wish.outcome().completeExceptionally(failure);
            }
        }
    }

    /** Ends the wishes that will not come true any more. */
    synchronized void refuse(RuntimeException why) {
        Wish waiting = next;
        next = null;
        if (waiting != null) {
            waiting.outcome().completeExceptionally(why);
        }
    }
}
