package dev.rollcall.scope;

import static dev.rollcall.employee.Written.profile;
import static dev.rollcall.scope.Scope.Mode.INCLUDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.employee.Profile;
import dev.rollcall.scope.Rules.Rule;
import dev.rollcall.scope.Scope.Filter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values that a mapping gives by rule (acceptance row 25), and values it keeps to itself (row 52). */
class RulesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final Scope SALES = new Scope(List.of(new Filter(INCLUDE, "department", Set.of("Sales"))));
    private static final Scope GHENT = new Scope(List.of(new Filter(INCLUDE, "location", Set.of("Ghent"))));
    private static final Scope RECENT =
            new Scope(List.of(new Filter(INCLUDE, "startDate", new Condition.After(Day.of("now - 1 month")))));

    private static Rule give(String values, Scope when) {
        return new Rule(profile(values).values(), when);
    }

    private static Profile apply(String person, Rule... rules) {
        return new Rules(List.of(rules), Set.of()).apply(profile(person), TODAY);
    }

    @Test
    void whoeverMeetsTheConditionGetsTheValue() {
        assertThat(apply("department: Sales", give("custom.portal: crm", SALES)))
                .isEqualTo(profile("department: Sales, custom.portal: crm"));
    }

    @Test
    void whoeverMeetsItNoMoreLosesAValueThatOnlyTheRuleGives() {
        assertThat(apply("department: Legal", give("custom.portal: crm", SALES)))
                .isEqualTo(profile("department: Legal, custom.portal:"));
    }

    @Test
    void whoeverDoesNotMeetItKeepsWhatTheMappingGave() {
        assertThat(apply("department: Legal, title: Lawyer", give("title: Seller", SALES)))
                .isEqualTo(profile("department: Legal, title: Lawyer"));
    }

    @Test
    void ofTwoRulesThatHoldTheLastWinsAndOneThatDoesNotTakesNothing() {
        assertThat(apply(
                        "department: Sales, location: Ghent",
                        give("custom.portal: crm", SALES),
                        give("custom.portal: gate", GHENT)))
                .isEqualTo(profile("department: Sales, location: Ghent, custom.portal: gate"));
        assertThat(apply(
                        "department: Sales, location: Bruges",
                        give("custom.portal: crm", SALES),
                        give("custom.portal: gate", GHENT)))
                .isEqualTo(profile("department: Sales, location: Bruges, custom.portal: crm"));
    }

    @Test
    void aConditionNeverSeesWhatAnotherRuleSet() {
        assertThat(apply("location: Ghent", give("department: Sales", GHENT), give("custom.portal: crm", SALES)))
                .isEqualTo(profile("location: Ghent, department: Sales, custom.portal:"));
    }

    @Test
    void withoutRulesTheProfileStaysAsItWasMapped() {
        assertThat(Rules.NONE.apply(profile("title: Cook"), TODAY)).isEqualTo(profile("title: Cook"));
    }

    @Test
    void onlyARuleCountedFromTodayGivesOrTakesByTheCalendarAlone() {
        assertThat(new Rules(List.of(give("grade: 1", SALES)), Set.of()).movesWithTime())
                .isFalse();
        assertThat(new Rules(List.of(give("grade: 1", SALES), give("custom.new: yes", RECENT)), Set.of())
                        .movesWithTime())
                .isTrue();
    }

    @Test
    void whatIsWithheldIsStoredAsNothingSoThatNothingStaysOfWhatWasStoredBefore() {
        Rules withheld = new Rules(List.of(), Set.of("birthDate", "grade", "title"));

        assertThat(withheld.withhold(profile("birthDate: 1990-01-01, grade:, department: Sales")))
                .isEqualTo(profile("birthDate:, grade:, department: Sales"));
    }
}
