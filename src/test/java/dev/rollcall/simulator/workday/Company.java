package dev.rollcall.simulator.workday;

import dev.rollcall.simulator.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of a tenant, and since when what was entered about them counts: old states can still be asked for. */
final class Company {
    /** A profile, and when its present form was entered. */
    record Profile(Person person, boolean contingent, Instant enteredAt) {
        String wid() {
            return WorkerXml.wid(person, contingent);
        }

        /** The first day of a change that was foreseen: the hire, and the day after the last. */
        boolean hasEventWithin(LocalDate from, LocalDate through) {
            return within(person.hiredOn(), from, through)
                    || (person.leftOn() != null && within(person.leftOn().plusDays(1), from, through));
        }

        private static boolean within(LocalDate day, LocalDate from, LocalDate through) {
            return !day.isBefore(from) && !day.isAfter(through);
        }
    }

    private record State(Instant since, Map<String, Profile> profiles) {}

    private final List<State> states = new ArrayList<>();

    synchronized void enter(List<Person> people, List<Person> formerContingent, Instant now) {
        Map<String, Profile> before =
                states.isEmpty() ? Map.of() : states.getLast().profiles();
        Map<String, Profile> profiles = new LinkedHashMap<>();
        people.forEach(person -> put(profiles, before, person, false, now));
        formerContingent.forEach(person -> put(profiles, before, person, true, now));
        states.add(new State(now, profiles));
    }

    private static void put(
            Map<String, Profile> profiles,
            Map<String, Profile> before,
            Person person,
            boolean contingent,
            Instant now) {
        Profile known = before.get(WorkerXml.wid(person, contingent));
        Profile profile = known != null && known.person().equals(person) ? known : new Profile(person, contingent, now);
        profiles.put(profile.wid(), profile);
    }

    /** What had been entered until then. */
    synchronized List<Profile> asEntered(Instant moment) {
        State known = null;
        for (State state : states) {
            if (known == null || !state.since().isAfter(moment)) {
                known = state;
            }
        }
        return known == null ? List.of() : List.copyOf(known.profiles().values());
    }
}
