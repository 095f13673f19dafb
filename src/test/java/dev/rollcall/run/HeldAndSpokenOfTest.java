package dev.rollcall.run;

import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.scope.Scope;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Held in one plan, and spoken of again: by another source, or by another record. */
class HeldAndSpokenOfTest {
    private final Engine engine = new Engine(TestDatabase.shared());

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    private RunSummary titled(String title) {
        return engine.full(
                "idp", List.of(person("i1").email("1@example.com").title(title).mapped()));
    }

    private void twoWaitForARelease() {
        engine.directory("safeguards: { removals: { count: 1 } }", "idp")
                .source("idp", Scope.EVERYBODY, "1")
                .full(person("1").mapped(), person("2").mapped());
        titled("Baker");
        RunSummary held = engine.full(
                person("1").status(EmploymentStatus.INACTIVE).mapped(),
                person("2").status(EmploymentStatus.INACTIVE).mapped());
        assertThat(held.counts().held()).isEqualTo(2);
    }

    @Test
    void whatIsHeldIsNotAppliedBecauseAnotherSourceSpeaksOfThePerson() {
        twoWaitForARelease();

        RunSummary complement = titled("Cook");

        assertThat(engine.active()).containsExactly("hr:1", "hr:2");
        assertThat(complement.counts().held()).isEqualTo(1);
        engine.decisions().release(complement.run());
        assertThat(engine.active()).containsExactly("hr:2");
    }

    @Test
    void whoeverIsBackIsNotReleasedFromThePlanOfAnotherSource() {
        twoWaitForARelease();
        RunSummary complement = titled("Cook");

        engine.full(person("1").mapped(), person("2").mapped());

        assertThat(engine.active()).containsExactly("hr:1", "hr:2");
        assertThatThrownBy(() -> engine.decisions().release(complement.run())).hasMessageContaining("SUPERSEDED");
        assertThat(engine.active()).containsExactly("hr:1", "hr:2");
    }

    @Test
    void whoeverIsReleasedIntoHisNextContractHasBoth() {
        engine.directory("match: [externalId, employeeNumber, email]\nsafeguards: { removals: { count: 0 } }");
        Person first = person("1").number("77");
        Person next = person("2").number("77").email("1@example.com").starts("2026-03-10");
        engine.full(first.mapped());
        RunSummary held = engine.full(first.status(EmploymentStatus.INACTIVE).mapped(), next.mapped());
        engine.decisions().release(held.run());
        assertThat(engine.user("hr:2").access()).isEqualTo(AccessState.PRE_HIRE);

        engine.full(first.status(EmploymentStatus.INACTIVE).title("Baker").mapped(), next.mapped());

        assertThat(engine.user("hr:2").access()).isEqualTo(AccessState.PRE_HIRE);
        engine.clock.turnTo("2026-03-10T06:00:00Z");
        engine.clockRun();
        assertThat(engine.active()).containsExactly("hr:2");
    }

    @Test
    void whoeverWaitsToLeaveForAContractThatComesToNothingLeavesAllTheSame() {
        engine.directory("match: [externalId, employeeNumber, email]\nsafeguards: { removals: { count: 0 } }");
        Person first = person("1").number("77");
        Person next = person("2").number("77").email("1@example.com").starts("2026-03-10");
        engine.full(first.mapped());
        engine.full(first.status(EmploymentStatus.INACTIVE).mapped(), next.mapped());

        RunSummary held = engine.full(
                first.status(EmploymentStatus.INACTIVE).mapped(),
                next.status(EmploymentStatus.INACTIVE).mapped());

        assertThat(held.counts().held()).isEqualTo(1);
        engine.decisions().release(held.run());
        assertThat(engine.active()).isEmpty();
    }

    @Test
    @Acceptance(108)
    void aReleaseGivesNoMoreLicensesThanThereAre() {
        engine.directory("licenses: 10\nsafeguards: { removals: { count: 0 } }");
        engine.full(Person.company(0, 10));
        RunSummary held = engine.full(Person.company(1, 14));
        assertThat(held.counts().held()).isEqualTo(5);

        engine.decisions().release(held.run());

        assertThat(engine.active()).hasSize(10).doesNotContain("hr:p0");
    }

    @Test
    void whatADryRunWouldHoldMakesNobodyWait() {
        engine.directory("safeguards: { removals: { count: 1 } }");
        Person leaver = person("1").ends("2026-03-02");
        engine.full(leaver.mapped(), person("2").mapped());
        RunSummary tested = engine.dry(
                leaver.status(EmploymentStatus.INACTIVE).mapped(),
                person("2").status(EmploymentStatus.INACTIVE).mapped());
        assertThat(tested.counts().held()).isEqualTo(2);

        engine.clock.turnTo("2026-03-03T06:00:00Z");
        engine.clockRun();

        assertThat(engine.active()).containsExactly("hr:2");
    }

    @Test
    void aRejectionLastsWhenSomebodysManagerBecomesKnown() {
        engine.directory("safeguards: { removals: { count: 1 } }").source("payroll", Scope.EVERYBODY, "1");
        Person managed = person("1").managedByEmail("9@example.com");
        engine.full(managed.mapped(), person("2").mapped());
        MappingResult gone = managed.status(EmploymentStatus.INACTIVE).mapped();
        MappingResult other = person("2").status(EmploymentStatus.INACTIVE).mapped();
        RunSummary held = engine.full(gone, other);
        engine.decisions().reject(held.run());

        engine.full("payroll", List.of(person("9").email("9@example.com").mapped()));
        assertThat(engine.user("hr:1").manager()).isEqualTo("payroll:9");
        engine.full(gone, other);

        assertThat(engine.active()).containsExactly("hr:1", "hr:2", "payroll:9");
    }
}
