package dev.rollcall.company;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an HR system says of one of its people on one day.
 *
 * @param person who it is, whatever his key here; his number and address are made of it
 * @param damaged whether the rest of the record cannot be read
 */
public record Sent(
        String key,
        int person,
        Status status,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        boolean damaged) {

    /** As far as it matters for access. */
    public enum Status {
        ACTIVE,
        LEAVE,
        INACTIVE
    }

    /** The address by which a person is known everywhere. */
    public String email() {
        return email(person);
    }

    static String email(int person) {
        return "p" + person + "@example.com";
    }

    Sent asDamaged() {
        return new Sent(key, person, status, start, end, true);
    }

    Sent with(Status newStatus, @Nullable LocalDate newStart, @Nullable LocalDate newEnd) {
        return new Sent(key, person, newStatus, newStart, newEnd, damaged);
    }
}
