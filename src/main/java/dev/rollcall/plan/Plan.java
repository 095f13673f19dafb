package dev.rollcall.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is planned for one person.
 *
 * @param actions none when he is what he should be; at most one of them is not withheld
 * @param next when the calendar changes something next, if nothing else does
 * @param waiting whether the employee should become a user or a user's, and cannot yet: he is looked at in every run
 */
public record Plan(List<Action> actions, @Nullable Instant next, boolean waiting) {
    static final Plan NOTHING = new Plan(List.of(), null, false);
    static final Plan WAITING = new Plan(List.of(), null, true);

    public Plan {
        actions = List.copyOf(actions);
    }
}
