package dev.rollcall.run;

import dev.rollcall.plan.Action;
import dev.rollcall.plan.Obstacle;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action as it is shown: what happens to whom, why, and what keeps it.
 *
 * @param externalId {@code <source>:<key>}
 * @param reason the rule that decided
 * @param detail the filter or the date it decided by
 * @param origin where the record stands in what the source sent; null when it was not sent anew
 * @param accessBefore null for a user to be created
 * @param changed names of attributes
 * @param differences what the changed attributes hold before and after; of a new user what he will hold
 */
public record PlannedAction(
        long seq,
        Action.Kind kind,
        Action.State state,
        @Nullable Obstacle obstacle,
        String externalId,
        UUID user,
        String reason,
        @Nullable String detail,
        @Nullable String origin,
        @Nullable String accessBefore,
        String access,
        boolean participates,
        List<String> changed,
        List<Difference> differences,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email) {
    public PlannedAction {
        changed = List.copyOf(changed);
        differences = List.copyOf(differences);
    }

    @Override
    public String toString() {
        return "PlannedAction[" + seq + ", " + kind + ", " + state + "]";
    }
}
