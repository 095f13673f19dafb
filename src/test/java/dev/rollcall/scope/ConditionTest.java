package dev.rollcall.scope;

import static dev.rollcall.employee.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.employee.Email;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Phone;
import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a filter may ask of a value of each kind (acceptance rows 100, 102, 103). */
class ConditionTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");

    /** A value, what finds it, and what is near and does not. */
    private static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(new Value.Text("Straße"), "STRASSE", "Strasbourg"),
                Arguments.of(new Value.Texts(List.of("Blue", "Red")), "red", "green"),
                Arguments.of(new Value.Day(LocalDate.parse("2026-01-31")), "2026-01-31", "2026-01-30"),
                Arguments.of(new Value.Flag(true), "True", "false"),
                Arguments.of(new Value.Status(EmploymentStatus.LEAVE), "LEAVE", "active"),
                Arguments.of(
                        new Value.Emails(List.of(
                                new Email(Email.Type.WORK, "an@example.com"),
                                new Email(Email.Type.PERSONAL, "an@home.example"))),
                        "AN@home.example",
                        "home.example"),
                Arguments.of(new Value.Phones(List.of(new Phone("mobile", "+32 470"))), "+32 470", "mobile"),
                Arguments.of(address(null, null, "BE"), "be", "Belgium"),
                Arguments.of(address(null, "Flanders", "BE"), "flanders", "Wallonia"),
                Arguments.of(address("Ghent", "Flanders", "BE"), "ghent", "9000"),
                Arguments.of(new Value.Compensation(new BigDecimal("1E+3"), "EUR", "month"), "1000", "EUR"),
                Arguments.of(new Value.Referred(new Reference(Reference.By.KEY, "42")), "42", "4"),
                Arguments.of(
                        new Value.ReferredAll(
                                List.of(new Reference(Reference.By.KEY, "42"), new Reference(Reference.By.KEY, "43"))),
                        "43",
                        "44"));
    }

    private static Value address(@Nullable String locality, @Nullable String region, String country) {
        return new Value.Address("Main street 1", "9000", locality, region, country);
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueOfAnyKindIsFoundByWhatAPersonWouldWrite(Value value, String found, String near) {
        assertThat(Condition.OneOf.of(List.of("nothing", found)).holds(value, TODAY))
                .isTrue();
        assertThat(Condition.OneOf.of(List.of("nothing", near)).holds(value, TODAY))
                .isFalse();
    }

    @Test
    void whatASourceLeavesEmptyIsNoValue() {
        assertThat(Condition.OneOf.of(List.of("", "CLEARED", "null")).holds(Value.Cleared.CLEARED, TODAY))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-01     | 2025-12-31 | before",
                "2026-01-01     | 2026-01-01 | on",
                "2026-01-01     | 2026-01-02 | after",
                "now            | 2026-03-30 | before",
                "now            | 2026-03-31 | on",
                "now            | 2026-04-01 | after",
                "now - 1 month  | 2026-02-27 | before",
                "now - 1 month  | 2026-02-28 | on",
                "now - 1 month  | 2026-03-01 | after"
            })
    void theDayItselfIsNeitherBeforeNorAfter(String day, LocalDate started, String side) {
        Value value = new Value.Day(started);

        assertThat(new Condition.Before(Day.of(day)).holds(value, TODAY)).isEqualTo(side.equals("before"));
        assertThat(new Condition.After(Day.of(day)).holds(value, TODAY)).isEqualTo(side.equals("after"));
        assertThat(new Condition.Between(Day.of(day), Day.of(day)).holds(value, TODAY))
                .isEqualTo(side.equals("on"));
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, false", "2026-01-01, true", "2026-01-15, true", "2026-01-31, true", "2026-02-01, false"})
    void betweenTwoDaysIncludesBoth(LocalDate started, boolean holds) {
        Condition january = new Condition.Between(Day.of("2026-01-01"), Day.of("2026-01-31"));

        assertThat(january.holds(new Value.Day(started), TODAY)).isEqualTo(holds);
    }

    @Test
    void whatIsNoDateIsNeitherBeforeNorAfterNorBetween() {
        Day day = Day.of("2026-01-01");
        for (Value value :
                profile("title: 2026-01-01, isManager: true, grade:").values().values()) {
            assertThat(new Condition.Before(day).holds(value, TODAY)).isFalse();
            assertThat(new Condition.After(day).holds(value, TODAY)).isFalse();
            assertThat(new Condition.Between(day, day).holds(value, TODAY)).isFalse();
        }
    }

    @Test
    void onlyADayCountedFromTodayMoves() {
        Day fixed = Day.of("2026-01-01");
        Day moving = Day.of("now");

        assertThat(Condition.OneOf.of(List.of("Sales")).movesWithTime()).isFalse();
        assertThat(new Condition.Before(fixed).movesWithTime()).isFalse();
        assertThat(new Condition.Before(moving).movesWithTime()).isTrue();
        assertThat(new Condition.After(fixed).movesWithTime()).isFalse();
        assertThat(new Condition.After(moving).movesWithTime()).isTrue();
        assertThat(new Condition.Between(fixed, fixed).movesWithTime()).isFalse();
        assertThat(new Condition.Between(fixed, moving).movesWithTime()).isTrue();
        assertThat(new Condition.Between(moving, fixed).movesWithTime()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-02-29       | 2024-02-29",
                "' 2024-02-29 '   | 2024-02-29",
                "now              | 2026-03-31",
                "now + 1 day      | 2026-04-01",
                "now+14 days      | 2026-04-14",
                "now - 2 weeks    | 2026-03-17",
                "now - 1 month    | 2026-02-28",
                "now + 3 months   | 2026-06-30",
                "now - 1 year     | 2025-03-31",
                "now + 10 years   | 2036-03-31"
            })
    void aDayStandsInTheCalendarOrIsCountedFromToday(String written, LocalDate meant) {
        Day day = Day.of(written);

        assertThat(day.on(TODAY)).isEqualTo(meant);
        assertThat(day.written()).isEqualTo(written.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "now 3 days", "now - 3 moons", "31/03/2026", "2026-02-30"})
    void whatIsNoDayIsRefused(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Day.of(written))
                .withMessage("found \"" + written + "\", expected a day such as 2026-01-31, now, or now - 3 months");
    }
}
