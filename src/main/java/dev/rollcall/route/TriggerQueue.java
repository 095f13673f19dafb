package dev.rollcall.route;

import dev.rollcall.route.SourceTriggers.Asked;
import dev.rollcall.run.Run;
import dev.rollcall.run.RunSummary;
import dev.rollcall.run.Trigger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run at a time; whatever is asked for during a run becomes one more run after it. */
final class TriggerQueue {
    private final Executor executor;
    private final BiFunction<Trigger, Consumer<Run>, RunSummary> runner;
    private @Nullable Wish next;
    private boolean running;

    TriggerQueue(Executor executor, BiFunction<Trigger, Consumer<Run>, RunSummary> runner) {
        this.executor = executor;
        this.runner = runner;
    }

    private record Wish(Trigger trigger, CompletableFuture<Run> opened, CompletableFuture<RunSummary> outcome) {
        void fail(Throwable why) {
            opened.completeExceptionally(why);
            outcome.completeExceptionally(why);
        }
    }

    /** The run that fulfils this wish; one that cannot be opened or fails ends in its {@code RunFailure}. */
    synchronized Asked offer(Trigger trigger) {
        Wish waiting = next;
        Wish wish = waiting == null
                ? new Wish(trigger, new CompletableFuture<>(), new CompletableFuture<>())
                : new Wish(waiting.trigger().and(trigger), waiting.opened(), waiting.outcome());
        next = wish;
        if (!running) {
            running = true;
            executor.execute(this::drain);
        }
        return new Asked(wish.opened().copy(), wish.outcome().copy());
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
                wish.outcome().complete(runner.apply(wish.trigger(), wish.opened()::complete));
            } catch (RuntimeException | Error failure) {
                wish.fail(failure);
            }
        }
    }

    /** Ends the wishes that will not come true any more. */
    synchronized void refuse(RuntimeException why) {
        Wish waiting = next;
        next = null;
        if (waiting != null) {
            waiting.fail(why);
        }
    }
}
