package dev.rollcall.correlation;

import dev.rollcall.directory.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which user an employee is. An existing link always decides first (acceptance D2). */
public final class Correlation {
    private Correlation() {}

    /**
     * The user this employee is.
     *
     * @param linked the user the employee is linked to already
     * @param byExternalId the user that carries the employee's external id
     * @param byEmail the user that has the employee's address, compared after NFKC and case folding
     * @param keys what the directory matches by, in its order
     */
    public static Match match(
            @Nullable User linked, @Nullable User byExternalId, @Nullable User byEmail, List<MatchKey> keys) {
        if (linked != null) {
            return new Match.One(linked);
        }
        @Nullable User external = keys.contains(MatchKey.EXTERNAL_ID) ? byExternalId : null;
        // an address of a user somebody else's record is linked to is that user's: whether it becomes free is the
        // plan's question, not a match
        @Nullable
        User unlinked =
                keys.contains(MatchKey.EMAIL) && byEmail != null && byEmail.externalId() == null ? byEmail : null;
        if (external != null) {
            return unlinked == null || unlinked.id().equals(external.id())
                    ? new Match.One(external)
                    : new Match.Several();
        }
        return unlinked == null ? new Match.None() : new Match.Adoptable(unlinked);
    }
}
