package dev.rollcall.lifecycle;

import java.time.ZoneId;

/**
 * What a directory does when somebody leaves.
 *
 * @param zone decides when a calendar day begins for everybody whose location has no zone of its own
 */
public record LifecyclePolicy(OnLeaving whenInactive, OnLeaving whenAbsent, ZoneId zone) {
    /** The answers to an inactive status and to an absence. */
    public enum OnLeaving {
        DEACTIVATE,
        NOTHING
    }
}
