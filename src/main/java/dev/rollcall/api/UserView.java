package dev.rollcall.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.directory.store.KnownUsers.Known;
import dev.rollcall.directory.store.KnownUsers.Suspension;
import dev.rollcall.employee.Attribute;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as the API tells him; what is sensitive is there by name only.
 *
 * @param externalId {@code <source>:<key>}; null for a user no source manages
 * @param participates whether he takes part, as far as he is active
 * @param manages whether anybody with access reports to him
 * @param manager the user reported to, by his id, as soon as he is one
 * @param additionalManagers the same of matrix, project and mentoring managers (acceptance row 47)
 * @param tenure since the start date, as of today; it is computed when asked and never stored (acceptance row 67)
 * @param previousUser the user a returned person was before he was deprovisioned
 * @param edited changed by hand; the next run of his source realigns what the source carries
 */
public record UserView(
        String id,
        long version,
        @Nullable String externalId,
        boolean active,
        String access,
        boolean suspended,
        boolean edited,
        boolean participates,
        boolean manages,
        @Nullable Period tenure,
        @Nullable String email,
        @Nullable String manager,
        List<String> additionalManagers,
        JsonNode attributes,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant accessEndedAt,
        @Nullable Instant nextTransitionAt,
        @Nullable Instant deprovisionsAt,
        @Nullable String previousUser,
        @Nullable Suspension suspension) {
    public static UserView of(Known user, LocalDate today) {
        return new UserView(
                user.id().toString(),
                user.version(),
                user.externalId(),
                user.access().hasAccess() && !user.suspended(),
                user.access().label(),
                user.suspended(),
                user.edited(),
                user.participates(),
                user.manages(),
                user.profile()
                        .date(Attribute.START_DATE)
                        .filter(start -> !start.isAfter(today))
                        .map(start -> Period.between(start, today))
                        .orElse(null),
                user.email(),
                user.manager() == null ? null : user.manager().toString(),
                user.additionalManagers().stream().map(UUID::toString).toList(),
                // references are kept as HMACs, which mean nothing outside; the managers stand above
                ProfileCodec.tree(user.profile()
                        .without(Attribute.MANAGER.label())
                        .without(Attribute.ADDITIONAL_MANAGERS.label())
                        .masked()),
                user.createdAt(),
                user.updatedAt(),
                user.accessEndedAt(),
                user.nextTransitionAt(),
                user.deprovisionsAt(),
                user.previousUser() == null ? null : user.previousUser().toString(),
                user.suspension());
    }

    @Override
    public String toString() {
        return "UserView[" + id + " v" + version + "]";
    }
}
