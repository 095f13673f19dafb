package dev.rollcall.correlation;

import dev.rollcall.directory.Employment.Tie;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which user an employee is. Two is not one, and a hit on an address alone is not yet a link.
 *
 * @param user null when it is nobody's, or nobody can say whose
 */
public record Match(Tie tie, @Nullable UUID user) {
    static final Match NOBODY = new Match(Tie.NONE, null);

    public Match {
        boolean named = tie == Tie.EXTERNAL_ID || tie == Tie.JOINED || tie == Tie.ADOPTABLE;
        if (named == (user == null)) {
            throw new IllegalArgumentException("a match names its user, anything else names none");
        }
    }
}
