package dev.rollcall.company;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How often each kind of event occurred. */
final class Diary {
    private final Rules rules;
    private final Map<Event, Integer> happened = new EnumMap<>(Event.class);

    Diary(Rules rules) {
        this.rules = rules;
    }

    void counts(Event event) {
        happened.merge(event, 1, Integer::sum);
    }

    /** Kinds of events that should have occurred under these rules, and did not. */
    Set<Event> missing() {
        Set<Event> missing = EnumSet.allOf(Event.class);
        missing.removeAll(happened.keySet());
        missing.removeIf(event -> !event.isPossible(rules));
        return missing;
    }

    @Override
    public String toString() {
        return happened.toString();
    }
}
