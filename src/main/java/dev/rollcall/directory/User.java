package dev.rollcall.directory;

import dev.rollcall.employee.Profile;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as the directory knows him.
 *
 * @param externalId null for a user nobody linked yet
 * @param nextTransitionAt when the calendar will change his access next
 * @param keptAgainst the evidence against which a rejected plan keeps him (acceptance D30)
 * @param heldFor why his loss of access already waits for a release
 */
public record User(
        UUID id,
        long version,
        @Nullable String externalId,
        AccessState access,
        boolean suspended,
        Profile profile,
        @Nullable String email,
        @Nullable Instant nextTransitionAt,
        @Nullable String keptAgainst,
        @Nullable String heldFor) {
    @Override
    public String toString() {
        return "User[" + id + " v" + version + ", " + access + "]";
    }
}
