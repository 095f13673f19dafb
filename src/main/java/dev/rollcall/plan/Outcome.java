package dev.rollcall.plan;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Profile;
import dev.rollcall.lifecycle.Wanted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
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
    private static final int FINGERPRINT_LENGTH = 16;

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

    /** The same for two outcomes that say the same of the person; nobody reads from it what. */
    String fingerprint() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((externalId + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] digest = sha.digest(ProfileCodec.encode(profile));
            return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, FINGERPRINT_LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
