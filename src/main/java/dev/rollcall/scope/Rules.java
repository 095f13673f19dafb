package dev.rollcall.scope;

import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a source's mapping does to an employee as a whole: attributes that get a value when a condition holds (row 25),
 * before the filters; and attributes that are for rules and filters only (row 52), after them.
 */
public record Rules(List<Rule> rules, Set<String> withheld) {
    public static final Rules NONE = new Rules(List.of(), Set.of());

    public Rules {
        rules = List.copyOf(rules);
        withheld = Set.copyOf(withheld);
    }

    /**
     * One rule.
     *
     * @param set the values, by attribute
     * @param when every include must hold, and an exclude wins, as in a scope
     */
    public record Rule(SortedMap<String, Value> set, Scope when) {
        public Rule {
            set = Profile.of(set).values();
        }
    }

    /** Whether somebody may be given or lose a value by the calendar alone. */
    public boolean movesWithTime() {
        return rules.stream().anyMatch(rule -> rule.when().movesWithTime());
    }

    /**
     * The profile with what the rules say; the same object when there are none.
     *
     * <p>Conditions look at what the mapping gave, never at what another rule set, and the last rule wins. An attribute
     * that only rules give is cleared where none holds, so that nobody keeps a value he has no claim to any more.
     */
    public Profile apply(Profile mapped, LocalDate today) {
        if (rules.isEmpty()) {
            return mapped;
        }
        Map<String, Value> given = new TreeMap<>(mapped.values());
        for (Rule rule : rules) {
            boolean holds = rule.when().excludedBy(mapped, today).isEmpty();
            rule.set().forEach((name, value) -> {
                if (holds) {
                    given.put(name, value);
                } else {
                    given.putIfAbsent(name, Value.Cleared.CLEARED);
                }
            });
        }
        return Profile.of(given);
    }

    /** The profile as it may be stored: cleared of what is withheld, so that nothing stays of what was stored before. */
    public Profile withhold(Profile profile) {
        Profile result = profile;
        for (String name : withheld) {
            if (result.value(name).isPresent()) {
                result = result.with(name, Value.Cleared.CLEARED);
            }
        }
        return result;
    }
}
