package dev.rollcall.plan;

import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.Profile;
import dev.rollcall.lifecycle.Wanted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user is after an action.
 *
 * @param participationAt when participation begins; null when nothing is awaited
 * @param deprovisionsAt when the quarantine ends; null outside of one
 * @param managerSource the source whose word on the manager counts
 * @param next when the calendar changes something next
 */
public record Outcome(
        @Nullable String externalId,
        AccessState access,
        boolean participates,
        @Nullable Instant participationAt,
        @Nullable Instant deprovisionsAt,
        Profile profile,
        @Nullable String managerSource,
        @Nullable Instant next) {

    static Outcome of(
            @Nullable String externalId,
            Wanted wanted,
            Profile profile,
            @Nullable String managerSource,
            @Nullable Instant next) {
        return new Outcome(
                externalId,
                wanted.access(),
                wanted.participates(),
                wanted.participationAt(),
                wanted.deprovisionsAt(),
                profile,
                managerSource,
                next);
    }
}
