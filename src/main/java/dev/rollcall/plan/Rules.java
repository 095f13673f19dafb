package dev.rollcall.plan;

import dev.rollcall.correlation.Precedence;
import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Vocabulary;
import dev.rollcall.lifecycle.LifecyclePolicy;
import java.util.Map;

/**
 * A directory's rules, as far as they decide what a user should be.
 *
 * @param ownership by attribute; those not named belong to the sources that carry them (acceptance D14)
 * @param adoptAutomatically whether an address alone links a user (D22)
 */
public record Rules(
        LifecyclePolicy lifecycle,
        Precedence precedence,
        Map<String, Owner> ownership,
        Vocabulary vocabulary,
        boolean adoptAutomatically) {
    public Rules {
        ownership = Map.copyOf(ownership);
    }

    /** Who says what this attribute holds. */
    public Owner owner(String attribute) {
        return ownership.getOrDefault(attribute, Owner.SOURCE);
    }

    /**
     * What is left of a profile with this access: whoever lost access loses his teams, and what they let him do, as well
     * (acceptance row 76). Teams that are the application's to say stay: no source would ever give them back (D14).
     */
    public Profile kept(AccessState access, Profile profile) {
        String teams = Attribute.TEAMS.label();
        return switch (access) {
            case ACTIVE, PRE_HIRE -> profile;
            case DEACTIVATED, QUARANTINED ->
                owner(teams) == Owner.SOURCE && profile.value(teams).isPresent() ? profile.without(teams) : profile;
            case DEPROVISIONED -> Profile.EMPTY;
        };
    }

    /** Who says what an attribute holds. */
    public enum Owner {
        /** The sources that carry it. */
        SOURCE,
        /** The application: no source ever writes it. */
        APP,
        /** The source at creation, the application from then on. */
        ONCE
    }
}
