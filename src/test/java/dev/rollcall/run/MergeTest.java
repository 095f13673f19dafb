package dev.rollcall.run;

import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Value;
import dev.rollcall.plan.Action;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.scope.Scope;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One person in several sources (acceptance D20, rows 13 to 20 and 30). */
class MergeTest {
    private final Engine engine = new Engine(TestDatabase.shared())
            .source("payroll", Scope.EVERYBODY, "1")
            .source("idp", Scope.EVERYBODY, "1");

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    private RunSummary payroll(Person... people) {
        return engine.full("payroll", Arrays.stream(people).map(Person::mapped).toList());
    }

    private RunSummary hr(Person... people) {
        return engine.full("hr", Arrays.stream(people).map(Person::mapped).toList());
    }

    @Test
    @Acceptance(16)
    void twoSourcesThatBothHaveSomebodyAreAConflictAndNeverAFlipFlop() {
        hr(person("1").title("Engineer"), person("2"));

        RunSummary conflict = payroll(person("77").email("1@example.com").title("Cook"));

        assertThat(conflict.counts().withheld()).isEqualTo(1);
        assertThat(engine.plan(conflict.run()))
                .extracting(PlannedAction::obstacle)
                .containsExactly(Obstacle.TWO_SOURCES);
        for (int night = 0; night < 3; night++) {
            hr(person("1").title("Engineer"), person("2"));
            assertThat(payroll(person("77").email("1@example.com").title("Cook"))
                            .counts()
                            .withheld())
                    .isEqualTo(1);
            assertThat(engine.user("hr:1").version()).isEqualTo(1);
        }
        assertThat(engine.users()).hasSize(2);
    }

    @Test
    @Acceptance(13)
    void precedenceSaysWhoseValueCountsForEachAttribute() {
        engine.directory("precedence: { title: [payroll, hr], '*': [hr, payroll] }");
        hr(person("1").title("Engineer").department("Sales"), person("2"));

        RunSummary joined = payroll(person("77")
                .email("1@example.com")
                .title("Cook")
                .department("Kitchen")
                .number("0077"));

        assertThat(joined.counts().withheld()).isZero();
        assertThat(engine.user("hr:1").profile().text(Attribute.TITLE)).contains("Cook");
        assertThat(engine.user("hr:1").profile().text(Attribute.DEPARTMENT)).contains("Sales");
        assertThat(engine.user("hr:1").profile().text(Attribute.EMPLOYEE_NUMBER))
                .contains("0077");
        long version = engine.user("hr:1").version();
        hr(person("1").title("Engineer").department("Sales"), person("2"));
        payroll(person("77")
                .email("1@example.com")
                .title("Cook")
                .department("Kitchen")
                .number("0077"));
        assertThat(engine.user("hr:1").version()).isEqualTo(version);
    }

    @Test
    @Acceptance(13)
    void theOrderOfTheSourcesDoesNotMatter() {
        String rules = "precedence: { title: [payroll, hr], '*': [hr, payroll] }";
        engine.directory(rules);
        payroll(person("77").email("1@example.com").title("Cook").number("0077"));
        hr(person("1").title("Engineer").department("Sales"));
        Engine other = new Engine(TestDatabase.shared())
                .source("payroll", Scope.EVERYBODY, "1")
                .directory(rules);
        other.full(
                "hr", List.of(person("1").title("Engineer").department("Sales").mapped()));
        other.full(
                "payroll",
                List.of(person("77")
                        .email("1@example.com")
                        .title("Cook")
                        .number("0077")
                        .mapped()));

        assertThat(engine.users().keySet()).isEqualTo(other.users().keySet());
        assertThat(engine.user("hr:1").profile()).isEqualTo(other.user("hr:1").profile());
    }

    @Test
    @Acceptance(19)
    void aComplementFillsTheGapsAndCreatesNobody() {
        engine.directory("precedence: { '*': [hr, idp] }", "idp");
        engine.full(
                "idp",
                List.of(person("a").email("1@example.com").mapped(), person("b").mapped()));
        assertThat(engine.users()).isEmpty();

        hr(person("1").title("Engineer").with(Attribute.COST_CENTER, Value.Cleared.CLEARED));
        engine.full(
                "idp",
                List.of(
                        person("a")
                                .email("1@example.com")
                                .title("Guest")
                                .with(Attribute.COST_CENTER, new Value.Text("4711"))
                                .with(Attribute.GRADE, new Value.Text("B"))
                                .mapped(),
                        person("b").mapped()));

        assertThat(engine.users()).hasSize(1);
        assertThat(engine.user("hr:1").profile().text(Attribute.TITLE)).contains("Engineer");
        assertThat(engine.user("hr:1").profile().text(Attribute.COST_CENTER)).contains("4711");
        assertThat(engine.user("hr:1").profile().text(Attribute.GRADE)).contains("B");
    }

    @Test
    @Acceptance(18)
    void aSourceThatDoesNotCarryAnAttributeLeavesTheOthersValue() {
        engine.directory("precedence: { '*': [hr, idp] }", "idp");
        Person born = person("1").with(Attribute.GRADE, new Value.Text("B"));
        hr(born);
        engine.full(
                "idp", List.of(person("a").email("1@example.com").title("Guest").mapped()));

        hr(born.title("Engineer"));

        assertThat(engine.user("hr:1").profile().text(Attribute.GRADE)).contains("B");
        assertThat(engine.user("hr:1").profile().text(Attribute.TITLE)).contains("Engineer");
    }

    @Test
    @Acceptance(19)
    void aComplementThatGoesTakesItsValuesAndNobodysAccess() {
        engine.directory("safeguards: { removals: { percent: 100 } }", "idp");
        hr(person("1").title("Engineer"), person("2"));
        Person guest = person("a").email("1@example.com").with(Attribute.GRADE, new Value.Text("B"));
        engine.full("idp", List.of(guest.mapped(), person("z").mapped()));
        assertThat(engine.user("hr:1").profile().text(Attribute.GRADE)).contains("B");

        engine.full("idp", List.of(person("z").mapped()));

        assertThat(engine.user("hr:1").profile().text(Attribute.GRADE)).isEmpty();
        assertThat(engine.user("hr:1").profile().text(Attribute.TITLE)).contains("Engineer");
        assertThat(engine.active()).containsExactly("hr:1", "hr:2");
    }

    @Test
    @Acceptance(39)
    void aBirthDateThatDiffersIsAConflictWhateverElseMatches() {
        hr(person("1").with(Attribute.BIRTH_DATE, new Value.Day(LocalDate.of(1980, 1, 1))));

        RunSummary run = payroll(person("77")
                .email("1@example.com")
                .with(Attribute.BIRTH_DATE, new Value.Day(LocalDate.of(1999, 9, 9))));

        assertThat(engine.plan(run.run()))
                .extracting(PlannedAction::kind, PlannedAction::obstacle)
                .containsExactly(tuple(Action.Kind.CREATE, Obstacle.SEVERAL_USERS));
        assertThat(engine.users()).hasSize(1);
    }

    @Test
    @Acceptance(36)
    void aNumberSaysThatARehireUnderANewKeyIsTheSamePerson() {
        engine.directory("match: [externalId, employeeNumber, email]");
        hr(person("1").number("0042"), person("2"), person("3"));
        hr(person("1").number("0042").status(EmploymentStatus.INACTIVE), person("2"), person("3"));
        Engine.Known before = engine.user("hr:1");

        hr(
                person("1").number("0042").status(EmploymentStatus.INACTIVE),
                person("9").number("0042").email("new@example.com"),
                person("2"),
                person("3"));

        assertThat(engine.user("hr:9").id()).isEqualTo(before.id());
        assertThat(engine.active()).containsExactly("hr:2", "hr:3", "hr:9");
    }

    @Test
    void twoRecordsOfOnePersonInOneSourceAreNotGuessedApart() {
        engine.directory("match: [externalId, employeeNumber, email]");
        hr(person("1").number("0042"), person("2"));

        RunSummary run = hr(person("1").number("0042"), person("9").number("0042"), person("2"));

        assertThat(engine.plan(run.run())).extracting(PlannedAction::obstacle).containsExactly(Obstacle.SAME_PERSON);
        assertThat(engine.users()).hasSize(2);
    }

    @Test
    @Acceptance(29)
    void aNumberThatTheDirectoryLearnsToMatchByFindsUsersFromBefore() {
        hr(person("1").number("0042"), person("2"), person("3"));
        engine.directory("match: [externalId, employeeNumber, email]").source("hr", Scope.EVERYBODY, "2");
        hr(person("1").number("0042"), person("2"), person("3"));

        hr(person("1").number("0042").status(EmploymentStatus.INACTIVE), person("2"), person("3"));
        hr(
                person("1").number("0042").status(EmploymentStatus.INACTIVE),
                person("9").number("0042").email("new@example.com"),
                person("2"),
                person("3"));

        assertThat(engine.users()).hasSize(3).containsKey("hr:9");
    }
}
