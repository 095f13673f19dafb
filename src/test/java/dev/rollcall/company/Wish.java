package dev.rollcall.company;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody should be.
 *
 * @param by whose word counts; null when only a complement speaks of him
 * @param created whether he is to be a user at all
 * @param due when the calendar is to be looked at next
 * @param links what becomes his with it
 * @param doubled whether a record cannot be his because his source has another of him
 * @param rekeyed whether such a record came just when his vanished (D23)
 */
record Wish(
        Person person,
        @Nullable Job by,
        boolean access,
        boolean takesPart,
        boolean created,
        String shown,
        @Nullable LocalDate due,
        List<Job> links,
        boolean doubled,
        boolean rekeyed) {

    boolean gains() {
        return access && !person.hasAccess;
    }

    /** Of access, or of participation (D3). */
    boolean loses() {
        return person.hasAccess && (!access || (person.takesPart && !takesPart));
    }
}
