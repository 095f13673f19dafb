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
 * @param accessBefore null for a user to be created
 * @param changed names of attributes
 */
public record PlannedAction(
        long seq,
        Action.Kind kind,
        Action.State state,
        @Nullable Obstacle obstacle,
        String externalId,
        UUID user,
        String reason,
        @Nullable String accessBefore,
        String access,
        List<String> changed,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email) {
    public PlannedAction {
        changed = List.copyOf(changed);
    }

    @Override
    public String toString() {
        return "PlannedAction[" + seq + ", " + kind + ", " + state + "]";
    }
}
