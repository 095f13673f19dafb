package dev.rollcall.directory;

import dev.rollcall.employee.Profile;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as the directory knows him.
 *
 * @param externalId null for a user nobody linked yet
 * @param participates whether he takes part, as far as he has access
 * @param participationAt when he will begin to take part; null when nothing is awaited
 * @param managerSource the source whose word on the manager counts
 * @param nextTransitionAt when the calendar will change something next
 * @param accessEndedAt when access was taken; null while he has it
 * @param hadAccess whether he has access, or ever had
 * @param deprovisionsAt when the quarantine ends; null when he is in none
 * @param keptAgainst the evidence against which a rejected plan keeps him (acceptance D30)
 * @param heldFor why his loss of access already waits for a release
 */
public record User(
        UUID id,
        long version,
        @Nullable String externalId,
        AccessState access,
        boolean suspended,
        boolean participates,
        @Nullable Instant participationAt,
        Profile profile,
        @Nullable String email,
        @Nullable String managerSource,
        @Nullable Instant nextTransitionAt,
        @Nullable Instant accessEndedAt,
        boolean hadAccess,
        @Nullable Instant deprovisionsAt,
        @Nullable String keptAgainst,
        @Nullable String heldFor) {
    @Override
    public String toString() {
        return "User[" + id + " v" + version + ", " + access + "]";
    }
}
