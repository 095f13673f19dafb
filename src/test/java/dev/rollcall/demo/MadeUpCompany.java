package dev.rollcall.demo;

import dev.rollcall.simulator.People;
import dev.rollcall.simulator.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One company in four HR systems: 6,000 people, and what becomes of some of them day by day; always the same. */
final class MadeUpCompany {
    private static final int IN_WORKDAY = 2_500;
    private static final int IN_SUCCESSFACTORS = 1_500;
    private static final int IN_KOMBO = 1_200;
    private static final int REPORTED = 800;
    private static final int IN_TWO_SYSTEMS = 20;
    private static final int JOINERS_A_DAY = 2;
    private static final int LAST_DAY = 30;

    private final LocalDate begin;
    private final List<Person> workday = People.of(3, IN_WORKDAY + JOINERS_A_DAY * LAST_DAY, "W");
    private final List<Person> successFactors = People.of(4, IN_SUCCESSFACTORS + JOINERS_A_DAY * LAST_DAY, "S");
    private final List<Person> kombo = People.of(2, IN_KOMBO + JOINERS_A_DAY * LAST_DAY, "K");
    private final List<Person> reported = People.of(1, REPORTED, "E");

    MadeUpCompany(LocalDate begin) {
        this.begin = begin;
    }

    /** Employees in Workday; some of them were contingent workers until they converted. */
    List<Person> inWorkday(int day) {
        List<Person> all = at(workday, IN_WORKDAY, day);
        all.removeIf(person -> isConverting(person) && day < 2);
        return all;
    }

    /** Contingent workers in Workday. */
    List<Person> contingent(int day) {
        return at(workday, IN_WORKDAY, day).stream()
                .filter(MadeUpCompany::isConverting)
                .map(person -> day < 2 ? person : person.leaving(begin.plusDays(1)))
                .toList();
    }

    private static boolean isConverting(Person person) {
        return index(person) % 300 == 7;
    }

    List<Person> inSuccessFactors(int day) {
        return at(successFactors, IN_SUCCESSFACTORS, day);
    }

    List<Person> inKombo(int day) {
        return at(kombo, IN_KOMBO, day);
    }

    /** The rows of the people report; the last of them are in Workday too. */
    List<Person> reported(int day) {
        List<Person> all = at(reported, REPORTED, day);
        for (int i = 0; i < IN_TWO_SYSTEMS; i++) {
            Person known = workday.get(10 * i + 5);
            Person row = all.get(REPORTED - 1 - i);
            all.set(REPORTED - 1 - i, with(row, known.email(), row.hiredOn(), row.leftOn()));
        }
        return all;
    }

    private List<Person> at(List<Person> people, int count, int day) {
        int there = Math.min(people.size(), count + JOINERS_A_DAY * Math.min(day, LAST_DAY));
        List<Person> now = new ArrayList<>(there);
        for (int i = 0; i < there; i++) {
            now.add(at(people.get(i), i, count, day));
        }
        return now;
    }

    private Person at(Person person, int index, int count, int day) {
        if (index >= count) {
            // a joiner of one of the days
            return with(person, person.email(), begin.plusDays((index - count) / JOINERS_A_DAY + 1L), null);
        }
        int event = 1 + index / 100 % 5;
        return switch (index % 100) {
            // hired for one of the days to come
            case 41 -> with(person, person.email(), begin.plusDays(event), null);
            // the last day is entered a day before
            case 42 -> day >= event - 1 ? person.leaving(begin.plusDays(event - 1L)) : person;
            // left a month ago, and comes back
            case 43 ->
                day < event
                        ? person.leaving(begin.minusDays(30))
                        : with(person, person.email(), begin.plusDays(event), null);
            case 44 -> day >= event ? person.withTitle("Head of " + person.department()) : person;
            default -> person;
        };
    }

    private static int index(Person person) {
        return Integer.parseInt(person.number().substring(1));
    }

    private static Person with(Person person, String email, LocalDate hiredOn, @Nullable LocalDate leftOn) {
        return new Person(
                person.number(),
                person.givenName(),
                person.familyName(),
                email,
                person.title(),
                person.department(),
                person.location(),
                person.managerNumber(),
                hiredOn,
                leftOn);
    }
}
