package dev.rollcall.lifecycle;

import dev.rollcall.employee.Vocabulary;
import dev.rollcall.lifecycle.LifecyclePolicy.OnLeaving;
import dev.rollcall.lifecycle.LifecyclePolicy.PreHires;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory in Brussels that deactivates leavers, until a test says otherwise. */
public final class Policies {
    private OnLeaving whenInactive = OnLeaving.DEACTIVATE;
    private OnLeaving whenAbsent = OnLeaving.DEACTIVATE;
    private Period participationAfter = Period.ZERO;
    private @Nullable Period removalAfter;
    private Period quarantine = LifecyclePolicy.USUAL_QUARANTINE;
    private PreHires preHires = PreHires.CREATE;
    private boolean leaveIsInactive;

    private Policies() {}

    public static Policies usual() {
        return new Policies();
    }

    public Policies whenInactive(OnLeaving answer) {
        whenInactive = answer;
        return this;
    }

    public Policies whenAbsent(OnLeaving answer) {
        whenAbsent = answer;
        return this;
    }

    public Policies participationAfter(String period) {
        participationAfter = Period.parse(period);
        return this;
    }

    public Policies removalAfter(String period) {
        removalAfter = Period.parse(period);
        return this;
    }

    public Policies quarantine(String period) {
        quarantine = Period.parse(period);
        return this;
    }

    public Policies preHiresWait() {
        preHires = PreHires.WAIT;
        return this;
    }

    public Policies leaveIsInactive() {
        leaveIsInactive = true;
        return this;
    }

    public LifecyclePolicy policy() {
        return new LifecyclePolicy(
                whenInactive,
                whenAbsent,
                participationAfter,
                removalAfter,
                quarantine,
                preHires,
                leaveIsInactive,
                ZoneId.of("Europe/Brussels"),
                Vocabulary.NONE,
                Set.of());
    }
}
