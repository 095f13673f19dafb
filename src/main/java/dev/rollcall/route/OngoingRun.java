package dev.rollcall.route;

import dev.rollcall.run.Run;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the route has done so far in a run that it was given. */
final class OngoingRun {
    private final Run run;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean staged;
    private volatile boolean accepted;
    private volatile boolean nothingNew;
    private volatile boolean settling;

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
