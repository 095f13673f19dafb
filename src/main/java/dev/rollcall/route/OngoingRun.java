package dev.rollcall.route;

import dev.rollcall.run.Run;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the route has done so far in a run that it was given. */
final class OngoingRun {
    private final Run run;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean staged;
    private volatile boolean accepted;
    private volatile boolean nothingNew;
    private volatile boolean settling;
    private volatile boolean more;
    private final List<Runnable> afterwards = new CopyOnWriteArrayList<>();

    OngoingRun(Run run) {
        this.run = run;
    }

    Run run() {
        return run;
    }

    void staged() {
        staged = true;
    }

    void accepted() {
        accepted = true;
    }

    boolean isAccepted() {
        return accepted;
    }

    /** The source has nothing it had not sent before. */
    void nothingNew() {
        nothingNew = true;
    }

    boolean isNothingNew() {
        return nothingNew && !staged && !accepted;
    }

    /** Something to remember once the run was settled, and only then. */
    void afterwards(Runnable task) {
        afterwards.add(task);
    }

    void settled() {
        afterwards.forEach(Runnable::run);
    }

    /** The source has more, which is another run's. */
    void more() {
        more = true;
    }

    boolean hasMore() {
        return more;
    }

    void settling() {
        settling = true;
    }

    boolean isSettling() {
        return settling;
    }

    /** True for the one caller who may end the run. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }
}
