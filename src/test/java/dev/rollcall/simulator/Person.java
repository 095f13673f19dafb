package dev.rollcall.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A made-up employee of a made-up company. */
public record Person(
        String number,
        String givenName,
        String familyName,
        String email,
        String title,
        String department,
        String location,
        @Nullable String managerNumber,
        LocalDate hiredOn,
        @Nullable LocalDate leftOn) {
    public Person withTitle(String changed) {
        return new Person(
                number, givenName, familyName, email, changed, department, location, managerNumber, hiredOn, leftOn);
    }

    public Person leaving(LocalDate lastDay) {
        return new Person(
                number, givenName, familyName, email, title, department, location, managerNumber, hiredOn, lastDay);
    }
}
