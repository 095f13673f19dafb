package dev.rollcall.simulator.successfactors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.simulator.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who works there, and since when that is so.
 *
 * <p>A number that comes twice is one person with two employments: a rehire, or a conversion.
 */
final class SuccessFactorsPeople {
    /** A person's employments, and when any of them changed. */
    record Entry(List<Person> employments, Instant changedAt) {
        boolean comesBetween(LocalDate from, LocalDate to) {
            return employments.stream()
                    .flatMap(each -> java.util.stream.Stream.of(
                            each.hiredOn(),
                            each.leftOn() == null
                                    ? each.hiredOn()
                                    : each.leftOn().plusDays(1)))
                    .anyMatch(day -> !day.isBefore(from) && !day.isAfter(to));
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    synchronized void replace(List<Person> people, Instant now) {
        Map<String, List<Person>> wanted = new LinkedHashMap<>();
        people.forEach(person -> wanted.computeIfAbsent(person.number(), number -> new ArrayList<>())
                .add(person));
        entries.keySet().retainAll(wanted.keySet());
        wanted.forEach((number, employments) -> entries.compute(
                number,
                (key, known) -> known != null && known.employments().equals(employments)
                        ? known
                        : new Entry(List.copyOf(employments), now)));
    }

    synchronized List<Entry> all() {
        return List.copyOf(entries.values());
    }

    private static String userId(String number, int index) {
        return "u" + number + (index == 0 ? "" : "-" + index);
    }

    static ObjectNode json(Entry entry, LocalDate today, boolean withFuture) {
        Person person = entry.employments().getLast();
        PerPerson json = PerPerson.of(person.number(), person.givenName(), person.familyName())
                .email("B", person.email(), false)
                .email("P", "home." + person.number() + "@private.example", true)
                .phone("B", "+32", "3 555 00 01", true)
                .active((int) entry.employments().stream()
                        .filter(each -> worksOn(each, today))
                        .count());
        for (int i = entry.employments().size() - 1; i >= 0; i--) {
            employment(json, entry.employments().get(i), i, today, withFuture);
        }
        return json.json();
    }

    private static boolean worksOn(Person person, LocalDate day) {
        return person.leftOn() == null || !person.leftOn().isBefore(day);
    }

    private static void employment(PerPerson json, Person person, int index, LocalDate today, boolean withFuture) {
        PerPerson.Job job = json.employment(userId(person.number(), index), "ST", person.hiredOn(), person.leftOn());
        row(job, person, person.hiredOn(), "A", today, withFuture);
        if (person.leftOn() != null) {
            row(job, person, person.leftOn().plusDays(1), "T", today, withFuture);
        }
        if (person.managerNumber() != null) {
            job.manager(userId(person.managerNumber(), 0), person.managerNumber());
        }
    }

    private static void row(
            PerPerson.Job job,
            Person person,
            LocalDate from,
            @Nullable String status,
            LocalDate today,
            boolean withFuture) {
        if (withFuture || !from.isAfter(today)) {
            job.row(from, 1, status == null ? "A" : status, person.title(), person.department());
        }
    }
}
