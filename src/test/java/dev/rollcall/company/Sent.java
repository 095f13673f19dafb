package dev.rollcall.company;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an HR system says of one of its people on one day.
 *
 * @param person who it is, whatever his key here; his number and address are made of it
 * @param title only a complement knows titles, and an address that goes with them
 * @param damaged whether the rest of the record cannot be read
 */
public record Sent(
        String key,
        int person,
        Status status,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable String title,
        boolean damaged) {

    /** As far as it matters for access. */
    public enum Status {
        ACTIVE,
        LEAVE,
        INACTIVE
    }

    static Sent hired(String key, int person, @Nullable LocalDate start) {
        return new Sent(key, person, Status.ACTIVE, start, null, null, false);
    }

    /** The address by which this source knows the person. */
    public String email() {
        return "p" + person + (title == null ? "" : "." + title) + "@example.com";
    }

    Sent asDamaged() {
        return new Sent(key, person, status, start, end, title, true);
    }

    Sent under(String newKey) {
        return new Sent(newKey, person, status, start, end, title, damaged);
    }

    Sent with(Status newStatus) {
        return new Sent(key, person, newStatus, start, end, title, damaged);
    }

    Sent from(@Nullable LocalDate newStart) {
        return new Sent(key, person, status, newStart, end, title, damaged);
    }

    Sent until(@Nullable LocalDate newEnd) {
        return new Sent(key, person, status, start, newEnd, title, damaged);
    }

    Sent titled(String newTitle) {
        return new Sent(key, person, status, start, end, newTitle, damaged);
    }
}
