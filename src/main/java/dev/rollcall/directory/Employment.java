package dev.rollcall.directory;

import dev.rollcall.employee.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one person. A user may have several.
 *
 * @param tie how the person came to be this user's
 * @param profile what the source carries now; of somebody absent or gone, what it carried last
 * @param origin where the record stands in what was sent; null when it was not sent anew
 * @param clause the filter that keeps the person out, in words; null when none does
 */
public record Employment(
        String source,
        String key,
        Role role,
        Evidence evidence,
        Profile profile,
        Tie tie,
        @Nullable String origin,
        @Nullable String clause) {
    /** How an employee belongs to a user. */
    public enum Tie {
        /** He was linked before. */
        LINKED,
        /** The user carries the external id already. */
        EXTERNAL_ID,
        /** A number or name of his, or the address of a user another source manages, says that it is the same person. */
        JOINED,
        /** A user nobody linked yet has his address or number. */
        ADOPTABLE,
        /** Nobody the directory knows. */
        NONE,
        /** Different keys lead to different users, or the birth dates differ. */
        CONFLICT,
        /** The source has another record of this person, and that one works here. */
        TWICE
    }

    public String externalId() {
        return source + ":" + key;
    }

    public boolean isAuthoritative() {
        return role == Role.AUTHORITATIVE;
    }

    /** Whether a person said that the source has him, and the source has not said anything of him yet. */
    public boolean isUnheard() {
        return evidence == Evidence.PRESENT
                && origin == null
                && profile.values().isEmpty();
    }

    @Override
    public String toString() {
        return "Employment[" + source + ", " + role + ", " + evidence + ", " + tie + "]";
    }
}
