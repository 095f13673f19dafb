package dev.rollcall.api;

import dev.rollcall.directory.store.KnownUsers.Known;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user may use the application.
 *
 * @param externalId null for a user no source manages
 */
public record UserState(String id, @Nullable String externalId, boolean active, String access, boolean suspended) {
    static UserState of(Known user) {
        return new UserState(
                user.id().toString(),
                user.externalId(),
                user.access().hasAccess() && !user.suspended(),
                user.access().label(),
                user.suspended());
    }
}
