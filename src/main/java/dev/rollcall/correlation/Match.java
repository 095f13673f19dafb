package dev.rollcall.correlation;

import dev.rollcall.directory.User;

/** Which user an employee is. Two is not one, and a hit on an address alone is not yet a link. */
public sealed interface Match {
    /** Nobody the directory knows. */
    record None() implements Match {}

    /** This user, linked to the employee or carrying its external id. */
    record One(User user) implements Match {}

    /** A user nobody linked yet has the employee's address (acceptance D22). */
    record Adoptable(User user) implements Match {}

    /** Different keys lead to different users: neither is touched (D11). */
    record Several() implements Match {}
}
