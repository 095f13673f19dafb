package dev.rollcall.plan;

import dev.rollcall.directory.Employment;
import dev.rollcall.directory.User;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who may have to change: the user he is, and everything sources say of him.
 *
 * @param user null for somebody who is no user; then there is one employment
 * @param employments not empty
 * @param previousUser the user he was before he was deprovisioned (acceptance D34)
 * @param keptAgainst the evidence against which a rejected plan keeps him from becoming a user (acceptance D30)
 */
public record Candidate(
        @Nullable User user,
        List<Employment> employments,
        @Nullable UUID previousUser,
        @Nullable String keptAgainst) {
    public Candidate {
        employments = List.copyOf(employments);
        if (employments.isEmpty() || (user == null && employments.size() > 1)) {
            throw new IllegalArgumentException("somebody who is no user has one employment");
        }
    }
}
