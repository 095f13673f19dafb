package dev.rollcall.config;

import dev.rollcall.mapping.MappingCode;
import dev.rollcall.mapping.MappingFile.FilterLine;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.scope.Condition;
import dev.rollcall.scope.Day;
import dev.rollcall.scope.Scope.Filter;
import dev.rollcall.scope.Scope.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns filters as they are written into a scope's; what each attribute can be asked was checked before. */
final class FilterReader {
    private final Problems problems;

    FilterReader(Problems problems) {
        this.problems = problems;
    }

    List<Filter> read(List<FilterLine> lines) {
        List<Filter> filters = new ArrayList<>();
        for (FilterLine line : lines) {
            Condition condition = condition(line);
            if (condition != null) {
                filters.add(
                        line.include() == null
                                ? new Filter(Mode.EXCLUDE, Objects.requireNonNull(line.exclude()), condition)
                                : new Filter(Mode.INCLUDE, line.include(), condition));
            }
        }
        return filters;
    }

    private @Nullable Condition condition(FilterLine line) {
        if (!line.values().isEmpty()) {
            return Condition.OneOf.of(line.values());
        }
        if (line.before() != null) {
            Day day = day(line, line.before());
            return day == null ? null : new Condition.Before(day);
        }
        if (line.after() != null) {
            Day day = day(line, line.after());
            return day == null ? null : new Condition.After(day);
        }
        return between(line);
    }

    private @Nullable Condition between(FilterLine line) {
        if (line.between().size() != 2) {
            wrong(line, "between: found " + line.between().size() + " days, expected the first and the last.");
            return null;
        }
        Day first = day(line, line.between().get(0));
        Day last = day(line, line.between().get(1));
        if (first == null || last == null) {
            return null;
        }
        if (first.fixed() != null && last.fixed() != null && last.fixed().isBefore(first.fixed())) {
            wrong(line, "between: " + last.written() + " is before " + first.written() + ", so nobody is. Swap them.");
        }
        return new Condition.Between(first, last);
    }

    private @Nullable Day day(FilterLine line, String written) {
        try {
            return Day.of(written);
        } catch (IllegalArgumentException e) {
            wrong(line, e.getMessage() + ".");
            return null;
        }
    }

    private void wrong(FilterLine line, String message) {
        problems.add(line.at(), MappingCode.BAD_FILTER, message);
    }
}
