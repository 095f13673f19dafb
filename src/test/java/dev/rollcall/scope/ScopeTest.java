package dev.rollcall.scope;

import static dev.rollcall.employee.Written.profile;
import static dev.rollcall.scope.Scope.Mode.EXCLUDE;
import static dev.rollcall.scope.Scope.Mode.INCLUDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scope.Scope.Filter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is in scope, and which clause decided (acceptance D7, D8). */
class ScopeTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");

    private static final Scope SALES_OR_FINANCE_BUT_NO_FREELANCE = new Scope(List.of(
            new Filter(INCLUDE, "department", Set.of("Sales", "Finance")),
            new Filter(INCLUDE, "location", Set.of("Ghent")),
            new Filter(EXCLUDE, "employmentType", Set.of("freelance"))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "in scope",
            value = {
                "department: Sales,   location: Ghent                            | in scope",
                "department: finance, location: GHENT, employmentType: full time | in scope",
                "department: Legal,   location: Ghent                            | 0",
                "department: Sales,   location: Bruges                           | 1",
                "department: Legal,   location: Bruges                           | 0",
                "department: Sales,   location: Ghent, employmentType: Freelance | 2",
                "department: Legal,   location: Ghent, employmentType: freelance | 2"
            })
    void everyIncludeMustHoldAndAnExcludeWins(String person, Integer clause) {
        assertThat(SALES_OR_FINANCE_BUT_NO_FREELANCE
                        .excludedBy(profile(person), TODAY)
                        .orElse(null))
                .isEqualTo(clause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"location: Ghent", "location: Ghent, department:"})
    void whatASourceDoesNotSayOrLeavesEmptyMeetsNoFilter(String person) {
        Filter sales = new Filter(INCLUDE, "department", Set.of("Sales"));
        Filter notSales = new Filter(EXCLUDE, "department", Set.of("Sales"));

        assertThat(new Scope(List.of(sales)).excludedBy(profile(person), TODAY)).contains(0);
        assertThat(new Scope(List.of(notSales)).excludedBy(profile(person), TODAY))
                .isEmpty();
    }

    @Test
    void withoutFiltersEverybodyIsInScope() {
        assertThat(Scope.EVERYBODY.excludedBy(profile(""), TODAY)).isEmpty();
    }

    @Test
    void aClauseIsNamedInTheWordsOfTheFileAndOneThatIsThereNoMoreIsNot() {
        Scope scope = new Scope(List.of(
                new Filter(EXCLUDE, "employmentType", Set.of("freelance", "agency")),
                new Filter(INCLUDE, "startDate", new Condition.Before(Day.of("now + 14 days"))),
                new Filter(EXCLUDE, "endDate", new Condition.After(Day.of("2026-12-31"))),
                new Filter(INCLUDE, "startDate", new Condition.Between(Day.of("2026-01-01"), Day.of("now")))));

        assertThat(scope.clause(0)).contains("exclude employmentType [agency, freelance]");
        assertThat(scope.clause(1)).contains("include startDate before now + 14 days");
        assertThat(scope.clause(2)).contains("exclude endDate after 2026-12-31");
        assertThat(scope.clause(3)).contains("include startDate between 2026-01-01 and now");
        assertThat(scope.clause(4)).isEmpty();
        assertThat(scope.clause(-1)).isEmpty();
    }

    @Test
    void onlyDatesCountedFromTodayLetSomebodyInOrOutByTheCalendarAlone() {
        Filter sales = new Filter(INCLUDE, "department", Set.of("Sales"));
        Filter startsSoon = new Filter(INCLUDE, "startDate", new Condition.Before(Day.of("now + 14 days")));

        assertThat(new Scope(List.of(sales)).movesWithTime()).isFalse();
        assertThat(new Scope(List.of(sales, startsSoon)).movesWithTime()).isTrue();
    }
}
