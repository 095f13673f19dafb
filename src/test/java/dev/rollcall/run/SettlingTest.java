package dev.rollcall.run;

import static dev.rollcall.run.Person.company;
import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.mapping.MappedPage;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.plan.Action;
import dev.rollcall.run.RunSummary.State;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private final Engine engine = new Engine(TestDatabase.shared());

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    @Test
    @Acceptance({68, 70})
    void aNewEmployeeBecomesAUserWithAllAttributesAndManagerAtOnce() {
        engine.full(
                person("1").title("Engineer").department("R&D").managedBy("2").mapped(),
                person("2").mapped());

        assertThat(engine.active()).containsExactly("hr:1", "hr:2");
        assertThat(engine.user("hr:1").profile().text(Attribute.TITLE)).contains("Engineer");
        assertThat(engine.user("hr:1").manager()).isEqualTo("hr:2");
    }

    @Test
    @Acceptance({69, 70})
    void aChangedEmployeeChangesHisUserAndNobodyElses() {
        engine.full(company(0, 10));

        List<MappingResult> next = new ArrayList<>(List.of(company(0, 10)));
        next.set(3, person("p3").title("Head of Three").mapped());
        RunSummary summary = engine.full("hr", next);

        assertThat(summary.counts().updated()).isEqualTo(1);
        assertThat(engine.user("hr:p3").version()).isEqualTo(2);
        assertThat(engine.user("hr:p4").version()).isEqualTo(1);
        assertThat(engine.plan(summary.run())).singleElement().satisfies(action -> {
            assertThat(action.kind()).isEqualTo(Action.Kind.UPDATE);
            assertThat(action.changed()).containsExactly("title");
        });
    }

    @Test
    void theSameSnapshotAgainIsNoAction() {
        engine.full(company(0, 50));

        RunSummary again = engine.full(company(0, 50));

        assertThat(engine.plan(again.run())).isEmpty();
        assertThat(again.counts().unchanged()).isEqualTo(50);
    }

    @Test
    @Acceptance({70, 75})
    void whoeverIsMissingFromACompleteSnapshotLosesAccessAndKeepsHisData() {
        engine.full(company(0, 10));

        RunSummary summary = engine.full(company(0, 9));

        assertThat(summary.counts().removed()).isEqualTo(1);
        assertThat(summary.counts().unchanged()).isEqualTo(9);
        assertThat(engine.user("hr:p9").access()).isEqualTo(AccessState.DEACTIVATED);
        assertThat(engine.user("hr:p9").profile().text(Attribute.GIVEN_NAME)).contains("Givenp9");
    }

    @Test
    void whoeverIsMissingIsNoticedWhereJustAsManyCameAndRecordsWereRefusedOrSentTwice() {
        engine.full(company(0, 20));
        List<MappingResult> people = new ArrayList<>(List.of(company(1, 20)));
        people.set(3, person("p4").rejected());
        people.set(5, person("p6").title("Head of Six").mapped());
        people.set(7, person("p8").status(EmploymentStatus.INACTIVE).rejected());
        people.add(person("new").mapped());
        people.add(person("p9").mapped());

        RunSummary summary = engine.full("hr", people);

        assertThat(engine.user("hr:p0").access()).isEqualTo(AccessState.DEACTIVATED);
        assertThat(engine.user("hr:p8").access()).isEqualTo(AccessState.DEACTIVATED);
        assertThat(engine.active()).hasSize(19).contains("hr:new", "hr:p4", "hr:p6", "hr:p9");
        assertThat(summary.counts().removed()).isEqualTo(2);
        assertThat(engine.full("hr", people).counts().removed())
                .as("whoever is absent stays so")
                .isZero();
    }

    @Test
    void somebodyInactiveFromTheStartBecomesNoUser() {
        engine.full(
                person("1").status(EmploymentStatus.INACTIVE).mapped(),
                person("2").mapped());

        assertThat(engine.users()).containsOnlyKeys("hr:2");
    }

    @Test
    @Acceptance({43, 73})
    void aLeaverLosesAccessTheDayAfterTheEndDateNotOnIt() {
        MappingResult[] people = {
            person("1").ends("2026-03-31").mapped(),
            person("2").mapped(),
            person("3").mapped()
        };
        engine.full(people);
        assertThat(engine.active()).contains("hr:1");

        engine.clock.turnTo("2026-03-31T21:59:59Z"); // 23:59:59 in Brussels
        engine.full(people);
        assertThat(engine.active()).contains("hr:1");

        engine.clock.turnTo("2026-03-31T22:00:00Z"); // 00:00 on 1 April in Brussels
        engine.full(people);
        assertThat(engine.active()).containsExactly("hr:2", "hr:3");
    }

    @Test
    @Acceptance(68)
    void somebodyWhoIsDueAndWhoseRecordDidNotChangeIsNotAbsent() {
        MappingResult[] people = {
            person("1").starts("2026-03-10").mapped(),
            person("2").ends("2026-03-20").mapped()
        };
        engine.full(people);

        engine.clock.turnTo("2026-03-12T06:00:00Z");
        engine.full(people);

        assertThat(engine.active()).containsExactly("hr:1", "hr:2");
        assertThat(engine.plan(engine.full(people).run())).isEmpty();
    }

    @Test
    void aDryRunThatAnotherRunOvertookSaysSoAndGuessesNothing() {
        engine.full(company(0, 10));
        Run dry = engine.open("hr", new Trigger(Trigger.By.COMMAND, true, true, false));
        engine.runs().stage(new MappedPage(dry.id(), 0, List.of(company(0, 10))));
        List<MappingResult> next = new ArrayList<>(List.of(company(0, 10)));
        next.set(3, person("p3").title("Head of Three").mapped());
        engine.full("hr", next);
        engine.runs()
                .accept(new SnapshotEnd(
                        dry.id(), 1, 10, new Snapshot.Full(new Proof.DoneFile("x.done")), dry.openedAt()));

        assertThatThrownBy(() -> engine.runs().settle(dry.id())).hasMessageContaining("RUN-018");
        assertThat(engine.user("hr:p3").profile().text(Attribute.TITLE)).contains("Head of Three");
    }

    @Test
    void anEndDateBeforeTheStartDateIsOfAnEarlierStint() {
        engine.full(
                person("1").starts("2026-01-01").ends("2025-06-30").mapped(),
                person("2").mapped());

        assertThat(engine.active()).contains("hr:1");
    }

    @Test
    void anUnprovenSnapshotUpdatesAndRemovesNobody() {
        engine.full(company(0, 10));

        RunSummary summary = engine.run(
                "hr",
                Trigger.SCHEDULE,
                new Snapshot.Unproven("no done file"),
                List.of(person("p0").title("New").mapped()),
                100);

        assertThat(summary.counts().updated()).isEqualTo(1);
        assertThat(engine.active()).hasSize(10);
        assertThat(summary.messages()).anyMatch(message -> message.contains("no done file"));
    }

    @Test
    void aFileVouchedForIsUnprovenUnderNinetyPercentOfTheLastKeys() {
        engine.full(company(0, 20));
        Snapshot vouched = new Snapshot.Full(new Proof.Stable());

        engine.run("hr", Trigger.SCHEDULE, vouched, List.of(company(0, 17)), 100);
        assertThat(engine.active()).hasSize(20);

        engine.run("hr", Trigger.SCHEDULE, vouched, List.of(company(0, 18)), 100);
        assertThat(engine.active()).hasSize(18);
    }

    @Test
    void anEmptySnapshotFailsTheRunUnlessAPersonMeansIt() {
        engine.full(company(0, 3));

        assertThatThrownBy(() -> engine.full()).isInstanceOf(RunFailure.class).hasMessageContaining("--allow-empty");
        assertThat(engine.active()).hasSize(3);

        RunSummary meant = engine.run(
                "hr",
                new Trigger(Trigger.By.COMMAND, false, true, true),
                new Snapshot.Full(new Proof.DoneFile("x")),
                List.of(),
                100);
        assertThat(meant.state()).isEqualTo(State.HELD); // everybody would leave: the limit still asks a person
        engine.decisions().release(meant.run());
        assertThat(engine.active()).isEmpty();
    }

    @Test
    void aRejectedRecordIsNotAbsentAndItsUserStays() {
        engine.full(company(0, 20));
        List<MappingResult> people = new ArrayList<>(List.of(company(0, 20)));
        people.set(4, person("p4").rejected());

        RunSummary summary = engine.full("hr", people);

        assertThat(summary.counts().rejected()).isEqualTo(1);
        assertThat(engine.active()).hasSize(20);
        assertThat(engine.user("hr:p4").version()).isEqualTo(1);
    }

    @Test
    void aRejectedRecordThatSaysItsPersonLeftStillTakesAccess() {
        engine.full(company(0, 20));
        List<MappingResult> people = new ArrayList<>(List.of(company(0, 20)));
        people.set(4, person("p4").status(EmploymentStatus.INACTIVE).rejected());

        engine.full("hr", people);
        assertThat(engine.user("hr:p4").access()).isEqualTo(AccessState.DEACTIVATED);

        engine.clock.turn(Duration.ofDays(1));
        engine.clockRun();
        engine.full("hr", people);
        assertThat(engine.user("hr:p4").access()).isEqualTo(AccessState.DEACTIVATED);
    }

    @Test
    void aRecordWithoutAKeyStopsRemovalByAbsence() {
        engine.full(company(0, 20));
        List<MappingResult> people = new ArrayList<>(List.of(company(0, 19)));
        people.add(Person.unreadable());

        RunSummary summary = engine.full("hr", people);

        assertThat(engine.active()).hasSize(20);
        assertThat(summary.messages()).anyMatch(message -> message.contains("no readable key"));
    }

    @Test
    void moreRejectionsThanTheLimitFailTheRun() {
        engine.full(company(0, 20));
        List<MappingResult> people = new ArrayList<>(List.of(company(0, 17)));
        people.add(person("p17").rejected());
        people.add(person("p18").rejected());
        people.add(person("p19").rejected());

        assertThatThrownBy(() -> engine.full("hr", people)).hasMessageContaining("3 of 20 records were rejected");
        assertThat(engine.active()).hasSize(20);
    }
}
