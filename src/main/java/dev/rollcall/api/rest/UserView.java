package dev.rollcall.api.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.directory.store.KnownUsers.Known;
import dev.rollcall.employee.Attribute;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as the API tells him; what is sensitive is there by name only.
 *
 * @param externalId {@code <source>:<key>}; null for a user no source manages
 * @param edited changed by hand; the next run of his source realigns what the source carries
 */
record UserView(
        String id,
        long version,
        @Nullable String externalId,
        boolean active,
        String access,
        boolean suspended,
        boolean edited,
        @Nullable String email,
        @Nullable String manager,
        JsonNode attributes,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant accessEndedAt,
        @Nullable Instant nextTransitionAt) {
    static UserView of(Known user) {
        return new UserView(
                user.id().toString(),
                user.version(),
                user.externalId(),
                user.access().hasAccess(),
                ActionView.label(user.access().name()),
                user.suspended(),
                user.edited(),
                user.email(),
                user.manager() == null ? null : user.manager().toString(),
                // references are kept as HMACs, which mean nothing outside; the manager stands above
                ProfileCodec.tree(ProfileCodec.encode(user.profile()
                        .without(Attribute.MANAGER.label())
                        .without(Attribute.ADDITIONAL_MANAGERS.label())
                        .masked())),
                user.createdAt(),
                user.updatedAt(),
                user.accessEndedAt(),
                user.nextTransitionAt());
    }
}
