package dev.rollcall.contract;

import dev.rollcall.simulator.People;
import dev.rollcall.simulator.Person;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A dozen people, of whom some come, go and are promoted from run to run. */
final class Company {
    private final LocalDate lastDay = LocalDate.now(ZoneOffset.UTC).minusDays(2);

    private final List<Person> everybody = People.of(11, 14, "C");
    private int steps;

    /** Who works there before the first run. */
    List<Person> first() {
        return everybody.subList(1, 13);
    }

    /** Who works there next: one came, one went without a word, one with, and one is promoted. */
    List<Person> next() {
        steps++;
        boolean odd = steps % 2 == 1;
        List<Person> next = new ArrayList<>(odd ? everybody.subList(2, 14) : first());
        next.set(4, next.get(4).withTitle("Step " + steps));
        if (odd) {
            next.set(7, next.get(7).leaving(lastDay));
        }
        return next;
    }

    /** While a run goes on, the first one leaves and another one comes before everybody. */
    List<Person> moved(List<Person> from) {
        List<Person> moved = new ArrayList<>(from);
        moved.remove(0);
        moved.set(8, moved.get(8).withTitle("Moved " + steps));
        moved.add(0, everybody.get(0));
        return moved;
    }

    /** Who works there next, when nobody goes without a word: what changes alone can tell. It fills three pages. */
    List<Person> nextChanges() {
        steps++;
        List<Person> next = new ArrayList<>(everybody.subList(1, 14));
        next.subList(0, 9).replaceAll(person -> person.withTitle("Change " + steps));
        int leaver = steps % 2 == 1 ? 10 : 12;
        next.set(leaver, next.get(leaver).leaving(lastDay));
        return next;
    }

    /** While changes are read, two of those people change once more. */
    List<Person> changed(List<Person> from) {
        List<Person> changed = new ArrayList<>(from);
        changed.set(0, changed.get(0).withTitle("Moved " + steps));
        changed.set(8, changed.get(8).withTitle("Moved " + steps));
        return changed;
    }

    /** Who is to have access: titles by address. */
    static Map<String, String> truth(List<Person> people) {
        Map<String, String> titles = new TreeMap<>();
        people.stream()
                .filter(person -> person.leftOn() == null)
                .forEach(person -> titles.put(person.email(), person.title()));
        return titles;
    }

    /** Whether a message names one of them. */
    boolean isNamedIn(String message) {
        return everybody.stream()
                .anyMatch(person -> message.contains(person.email()) || message.contains(person.familyName()));
    }
}
