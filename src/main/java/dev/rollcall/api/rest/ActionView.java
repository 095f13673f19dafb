package dev.rollcall.api.rest;

import dev.rollcall.run.PlannedAction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan.
 *
 * @param obstacle why it is not applied now, in words
 * @param changed names of attributes; never their values
 */
record ActionView(
        long number,
        String action,
        String state,
        @Nullable String obstacle,
        String externalId,
        String user,
        String reason,
        @Nullable String accessBefore,
        String access,
        List<String> changed,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email) {
    ActionView {
        changed = List.copyOf(changed);
    }

    static ActionView of(PlannedAction action) {
        @Nullable String before = action.accessBefore();
        return new ActionView(
                action.seq(),
                label(action.kind().name()),
                label(action.state().name()),
                action.obstacle() == null ? null : action.obstacle().text(),
                action.externalId(),
                action.user().toString(),
                action.reason(),
                before == null ? null : label(before),
                label(action.access()),
                action.changed(),
                action.givenName(),
                action.familyName(),
                action.email());
    }

    static String label(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
