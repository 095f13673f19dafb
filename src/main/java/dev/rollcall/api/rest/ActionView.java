package dev.rollcall.api.rest;

import dev.rollcall.run.Difference;
import dev.rollcall.run.PlannedAction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan.
 *
 * @param obstacle why it is not applied now, in words
 * @param detail the filter or the date the reason decided by
 * @param origin where the record stands in what the source sent
 * @param participates whether the user takes part afterwards
 * @param changed names of what differs
 * @param changes what the attributes hold before and after; of what is sensitive only that it changes
 */
record ActionView(
        long number,
        String action,
        String state,
        @Nullable String obstacle,
        String externalId,
        String user,
        String reason,
        @Nullable String detail,
        @Nullable String origin,
        @Nullable String accessBefore,
        String access,
        boolean participates,
        List<String> changed,
        List<Difference> changes,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email) {
    ActionView {
        changed = List.copyOf(changed);
        changes = List.copyOf(changes);
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
                action.detail(),
                action.origin(),
                before == null ? null : label(before),
                label(action.access()),
                action.participates(),
                action.changed(),
                action.differences(),
                action.givenName(),
                action.familyName(),
                action.email());
    }

    static String label(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
