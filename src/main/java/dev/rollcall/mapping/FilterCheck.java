package dev.rollcall.mapping;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.mapping.MappingFile.FilterLine;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether filters can work as they are written. */
final class FilterCheck {
    private static final List<String> FLAGS = List.of("true", "false");
    private static final List<String> STATUSES = Arrays.stream(EmploymentStatus.values())
            .map(EmploymentStatus::label)
            .toList();

    private final Set<String> carried;
    private final Problems problems;

    /** @param carried the attributes there are lines for */
    FilterCheck(Set<String> carried, Problems problems) {
        this.carried = carried;
        this.problems = problems;
    }

    void check(List<FilterLine> filters) {
        Map<String, FilterLine> ofDates = new HashMap<>();
        for (FilterLine filter : filters) {
            String name = name(filter);
            if (name == null || !checkName(filter, name)) {
                continue;
            }
            checkCondition(filter, name);
            if (Attribute.kindOf(name) == Attribute.Kind.DATE) {
                FilterLine first = ofDates.putIfAbsent(name, filter);
                if (first != null) {
                    wrong(
                            filter,
                            "a date has one condition, and " + name + " has one in line "
                                    + first.at().line() + ". Take one out, or write between: [first day, last day].");
                }
            }
        }
    }

    private @Nullable String name(FilterLine filter) {
        String name = filter.include() == null ? filter.exclude() : filter.include();
        if (name == null || (filter.include() != null && filter.exclude() != null)) {
            wrong(filter, "a filter needs either include or exclude. Write two filters for both.");
            return null;
        }
        return name;
    }

    private boolean checkName(FilterLine filter, String name) {
        if (!carried.contains(name)) {
            wrong(filter, "the filter looks at " + name + ", which is not mapped." + Nearest.hint(name, carried));
        }
        return carried.contains(name);
    }

    private void checkCondition(FilterLine filter, String name) {
        int conditions = (filter.values().isEmpty() ? 0 : 1)
                + (filter.before() == null ? 0 : 1)
                + (filter.after() == null ? 0 : 1)
                + (filter.between().isEmpty() ? 0 : 1);
        if (conditions == 0) {
            wrong(filter, "a filter without values lets nobody or everybody through.");
        } else if (conditions > 1) {
            wrong(filter, "found " + conditions + " of values, before, after and between, expected one.");
        } else if (!filter.values().isEmpty()) {
            filter.values().forEach(value -> checkValue(filter, name, value));
        } else if (Attribute.kindOf(name) != Attribute.Kind.DATE) {
            wrong(filter, name + " is no date. Write values:, or filter on a date.");
        }
    }

    private void checkValue(FilterLine filter, String name, String value) {
        switch (Attribute.kindOf(name)) {
            case STATUS -> checkWord(filter, name, value, STATUSES);
            case FLAG -> checkWord(filter, name, value, FLAGS);
            case DATE -> {
                try {
                    LocalDate.parse(value);
                } catch (DateTimeException e) {
                    wrong(filter, name + ": found \"" + value + "\", expected a day such as 2026-01-31.");
                }
            }
            case TEXT, TEXTS, EMAILS, PHONES, ADDRESS, COMPENSATION, REFERENCE, REFERENCES -> {}
        }
    }

    private void checkWord(FilterLine filter, String name, String value, List<String> words) {
        if (!words.contains(value.strip().toLowerCase(Locale.ROOT))) {
            wrong(
                    filter,
                    name + ": found \"" + value + "\", expected " + String.join(", ", words) + "."
                            + Nearest.hint(value, words));
        }
    }

    private void wrong(FilterLine filter, String message) {
        problems.add(filter.at(), MappingCode.BAD_FILTER, message);
    }
}
