package dev.rollcall.correlation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user that one of a record's keys leads to.
 *
 * @param managed whether any source manages the user
 * @param sameSource whether another record of the record's own source is linked to the user
 * @param sameSourceWorks whether that record is of somebody who works here
 * @param birthDate of the user, where it is known
 */
public record Hit(
        MatchKey key,
        UUID user,
        boolean managed,
        boolean sameSource,
        boolean sameSourceWorks,
        @Nullable LocalDate birthDate) {
    @Override
    public String toString() {
        return "Hit[" + key + ", " + user + "]";
    }
}
