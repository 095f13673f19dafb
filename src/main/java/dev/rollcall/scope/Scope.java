package dev.rollcall.scope;

import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The filters of one source. A filter sees only its own source's record.
 *
 * <p>Any value of one filter suffices (OR), every include must hold (AND), and an exclude wins (acceptance D7, D8).
 */
public record Scope(List<Filter> filters) {
    public static final Scope EVERYBODY = new Scope(List.of());

    public Scope {
        filters = List.copyOf(filters);
    }

    /** Keeps or drops employees by one attribute. */
    public record Filter(Mode mode, String attribute, Condition condition) {
        public Filter(Mode mode, String attribute, Set<String> values) {
            this(mode, attribute, Condition.OneOf.of(values.stream().sorted().toList()));
        }

        /** Whether the employee has what the filter asks for, whatever that means for the scope. */
        boolean matches(Profile profile, LocalDate today) {
            Value value = profile.values().get(attribute);
            return value != null && condition.holds(value, today);
        }

        @Override
        public String toString() {
            return mode.name().toLowerCase(Locale.ROOT) + " " + attribute + " " + condition.text();
        }
    }

    /** What a match means. */
    public enum Mode {
        INCLUDE,
        EXCLUDE
    }

    /**
     * The clause that keeps the employee out, counted from 0; empty when in scope.
     *
     * @param today in the directory's zone; relative dates are counted from it
     */
    public Optional<Integer> excludedBy(Profile profile, LocalDate today) {
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i).mode() == Mode.EXCLUDE && filters.get(i).matches(profile, today)) {
                return Optional.of(i);
            }
        }
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i).mode() == Mode.INCLUDE && !filters.get(i).matches(profile, today)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Whether somebody may come into scope or leave it by the calendar alone. */
    public boolean movesWithTime() {
        return filters.stream().anyMatch(filter -> filter.condition().movesWithTime());
    }

    /**
     * A clause in words: {@code exclude employmentType [freelance]}. Configuration, so nothing personal.
     *
     * @param number as {@link #excludedBy} gave it; the filters may have changed since, so there may be none
     */
    public Optional<String> clause(int number) {
        return number < 0 || number >= filters.size()
                ? Optional.empty()
                : Optional.of(filters.get(number).toString());
    }
}
