package dev.rollcall.plan;

import dev.rollcall.correlation.Precedence;
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
