package dev.rollcall.plan;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Evidence;
import dev.rollcall.employee.Profile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what is wanted of a user and what is known of him.
 *
 * @param userVersion the version of the user the action was planned on; 0 for a user to be created
 * @param reason the rule that decided, for example {@code end-date-passed}
 * @param signature the evidence behind it; a rejected plan keeps the user while it stays the same (acceptance D30)
 * @param before null for a user to be created
 * @param changed names of the attributes that differ, in their order
 * @param profile what the user carries afterwards
 * @param movesEmail whether the user's address changes
 */
public record Action(
        Kind kind,
        State state,
        @Nullable Obstacle obstacle,
        String source,
        String key,
        UUID user,
        long userVersion,
        String reason,
        String signature,
        Evidence evidence,
        @Nullable AccessState before,
        AccessState access,
        List<String> changed,
        Profile profile,
        boolean movesEmail,
        @Nullable Instant nextTransitionAt) {
    public Action {
        changed = List.copyOf(changed);
    }

    /** What happens to the user. */
    public enum Kind {
        CREATE,
        UPDATE,
        /** The user gets a source's external id. */
        LINK,
        DEACTIVATE,
        REACTIVATE
    }

    /** How far an action has come; {@code PLANNED} in an applied run is applied. */
    public enum State {
        PLANNED,
        /** Was held, and applied by a release; or applied before one. */
        APPLIED,
        /** Waits for a release. */
        HELD,
        /** Cannot be applied while its obstacle lasts. */
        WITHHELD,
        /** A person rejected it, and the evidence is still the same. */
        SUPPRESSED,
        /** The user changed after the plan was made. */
        SKIPPED,
        /** A later plan took its place. */
        SUPERSEDED,
        /** A person rejected it. */
        REJECTED
    }

    public boolean losesAccess() {
        return before != null && before.hasAccess() && !access.hasAccess();
    }

    Action with(State newState, @Nullable Obstacle newObstacle) {
        return new Action(
                kind,
                newState,
                newObstacle,
                source,
                key,
                user,
                userVersion,
                reason,
                signature,
                evidence,
                before,
                access,
                changed,
                profile,
                movesEmail,
                nextTransitionAt);
    }

    @Override
    public String toString() {
        return "Action[" + kind + " " + user + ", " + state + ", " + reason + "]";
    }
}
