package dev.rollcall.config;

import dev.rollcall.correlation.Precedence;
import dev.rollcall.plan.Rules.Owner;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who decides what a user carries, and how many there may be.
 *
 * @param ownership by attribute; those not named belong to the sources that carry them
 * @param licenses how many users may have access; null: any number
 * @param complements sources that only add values (acceptance D20)
 */
public record UserRules(
        Precedence precedence,
        Map<String, Owner> ownership,
        @Nullable Integer licenses,
        Set<String> complements) {
    public static final UserRules USUAL = new UserRules(Precedence.NONE, Map.of(), null, Set.of());

    public UserRules {
        ownership = Map.copyOf(ownership);
        complements = Set.copyOf(complements);
    }

    UserRules withComplements(Set<String> sources) {
        return new UserRules(precedence, ownership, licenses, sources);
    }
}
