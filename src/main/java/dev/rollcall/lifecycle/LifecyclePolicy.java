package dev.rollcall.lifecycle;

import java.time.ZoneId;
import java.util.Set;

/**
 * What a directory does when somebody leaves.
 *
 * @param zone decides when a calendar day begins for everybody whose location has no zone of its own
 * @param datesLead sources whose status turns before the last day: there a future end date outranks inactive
 *     (acceptance D24, {@code statusMayLead: false})
 */
public record LifecyclePolicy(OnLeaving whenInactive, OnLeaving whenAbsent, ZoneId zone, Set<String> datesLead) {
    public LifecyclePolicy {
        datesLead = Set.copyOf(datesLead);
    }

    public LifecyclePolicy(OnLeaving whenInactive, OnLeaving whenAbsent, ZoneId zone) {
        this(whenInactive, whenAbsent, zone, Set.of());
    }

    /** Whether an inactive status of this source takes access before an end date that is still ahead. */
    public boolean statusMayLead(String source) {
        return !datesLead.contains(source);
    }

    public LifecyclePolicy withDatesLead(Set<String> sources) {
        return new LifecyclePolicy(whenInactive, whenAbsent, zone, sources);
    }

    /** The same, but whoever is absent loses access at least. */
    public LifecyclePolicy whereAbsenceTakesAccess() {
        return new LifecyclePolicy(
                whenInactive, whenAbsent == OnLeaving.NOTHING ? OnLeaving.DEACTIVATE : whenAbsent, zone, datesLead);
    }

    /** The answers to an inactive status and to an absence. */
    public enum OnLeaving {
        DEACTIVATE,
        NOTHING
    }
}
