package dev.rollcall.run;

import static dev.rollcall.run.Person.company;
import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.plan.Action;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.run.RunSummary.State;
import dev.rollcall.scope.Scope;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people decided about a held plan, or about some of it, in the runs that come after (D3, D30). */
class DecidedTest {
    private final Engine engine = new Engine(TestDatabase.shared());

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    private static MappingResult[] titled(String title) {
        return Stream.of("p0", "p1", "p2", "p3")
                .map(key -> person(key).title(title).mapped())
                .toArray(MappingResult[]::new);
    }

    private String title(String user) {
        return engine.user(user).profile().text(Attribute.TITLE).orElse("");
    }

    private List<Action.State> states(RunSummary run) {
        return engine.plan(run.run()).stream().map(PlannedAction::state).toList();
    }

    private RunSummary heldCreates() {
        engine.directory("safeguards: { creates: { count: 2 } }");
        engine.full(company(0, 2));
        RunSummary held = engine.full(company(0, 5));
        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(engine.plan(held.run())).hasSize(3).allMatch(action -> action.obstacle() == Obstacle.CREATES_LIMIT);
        return held;
    }

    @Test
    void aRejectedCreateIsNotMadeByTheRunsThatFollow() {
        engine.decisions().reject(heldCreates().run());

        RunSummary next = engine.full(company(0, 5));

        assertThat(next.state()).isEqualTo(State.APPLIED);
        assertThat(states(next)).hasSize(3).containsOnly(Action.State.SUPPRESSED);
        // and whether two or twenty are rejected, they count for no limit
        List<MappingResult> oneMore = new ArrayList<>(List.of(company(0, 5)));
        oneMore.add(person("p9").mapped());
        engine.full("hr", oneMore);
        assertThat(engine.active()).containsExactly("hr:p0", "hr:p1", "hr:p9");
    }

    @Test
    void whoeverWasNotToBeMadeIsPlannedAnewWhenHisRecordChanges() {
        engine.decisions().reject(heldCreates().run());
        List<MappingResult> people = new ArrayList<>(List.of(company(0, 4)));
        people.add(person("p4").title("Cook").mapped());

        RunSummary changed = engine.full("hr", people);

        assertThat(changed.counts().created()).isEqualTo(1);
        assertThat(engine.active()).containsExactly("hr:p0", "hr:p1", "hr:p4");
    }

    @Test
    void whoeverWasNotToBeMadeIsPlannedAnewWhenHeWentAndCameBack() {
        engine.decisions().reject(heldCreates().run());
        engine.full(company(0, 4));

        engine.full(company(0, 5));

        assertThat(engine.active()).containsExactly("hr:p0", "hr:p1", "hr:p4");
    }

    @Test
    void whoeverWasNotToBeMadeIsNotMadeBecauseHisFirstDayHasCome() {
        engine.directory("lifecycle: { preHires: create }\nsafeguards: { creates: { count: 0 } }");
        MappingResult preHire = person("p1").starts("2026-03-10").mapped();
        engine.decisions().reject(engine.full(preHire).run());
        engine.directory("lifecycle: { preHires: create }");
        engine.clock.turnTo("2026-03-10T06:00:00Z");
        engine.clockRun();

        RunSummary run = engine.full(preHire);

        assertThat(states(run)).containsExactly(Action.State.SUPPRESSED);
        assertThat(engine.users()).isEmpty();
    }

    @Test
    void aReleaseUndoesARejectionOfCreates() {
        RunSummary held = heldCreates();
        engine.decisions().reject(held.run());
        engine.full(company(0, 5));

        engine.decisions().release(held.run());

        assertThat(engine.active()).hasSize(5);
        assertThat(engine.plan(engine.full(company(0, 5)).run())).isEmpty();
        assertThat(engine.sql.queryForObject(
                        "SELECT count(*) FROM rejected_create WHERE directory = ?", Long.class, engine.directory))
                .isZero();
    }

    @Test
    void somebodyDeprovisionedWhoseReturnIsRejectedStaysAway() {
        engine.directory("""
                lifecycle: { whenAbsent: delete, quarantine: 0 days }
                safeguards: { creates: { count: 0 }, removals: { percent: 100 } }""");
        engine.decisions().release(engine.full(company(0, 2)).run());
        engine.full(company(0, 1));
        RunSummary held = engine.full(company(0, 2));
        assertThat(held.counts().held()).isEqualTo(1);
        engine.decisions().reject(held.run());

        engine.directory("""
                lifecycle: { whenAbsent: delete, quarantine: 0 days }
                safeguards: { removals: { percent: 100 } }""");
        RunSummary next = engine.full(company(0, 2));

        assertThat(states(next)).containsExactly(Action.State.SUPPRESSED);
        assertThat(engine.active()).containsExactly("hr:p0");
    }

    private RunSummary heldUpdates() {
        engine.directory("safeguards: { updates: { count: 2 } }");
        engine.full(titled("Cook"));
        RunSummary held = engine.full(titled("Chef"));
        assertThat(engine.plan(held.run())).hasSize(4).allMatch(action -> action.obstacle() == Obstacle.UPDATES_LIMIT);
        return held;
    }

    @Test
    void aRejectedUpdateIsNotMadeUntilTheSourceSaysSomethingElse() {
        RunSummary held = heldUpdates();
        engine.decisions().reject(held.run());

        RunSummary same = engine.full(titled("Chef"));

        assertThat(same.state()).isEqualTo(State.APPLIED);
        assertThat(states(same)).hasSize(4).containsOnly(Action.State.SUPPRESSED);
        assertThat(title("hr:p0")).isEqualTo("Cook");
        MappingResult[] people = titled("Chef");
        people[0] = person("p0").title("Baker").mapped();
        engine.full(people);
        assertThat(title("hr:p0")).isEqualTo("Baker");
        assertThat(title("hr:p1")).isEqualTo("Cook");
        engine.decisions().release(held.run());
        assertThat(title("hr:p1")).isEqualTo("Chef");
        assertThat(title("hr:p0")).isEqualTo("Baker");
    }

    @Test
    void whoseUpdateWasRejectedLeavesAllTheSame() {
        engine.decisions().reject(heldUpdates().run());
        MappingResult[] people = titled("Chef");
        people[0] = person("p0").title("Chef").status(EmploymentStatus.INACTIVE).mapped();

        engine.full(people);

        assertThat(engine.active()).containsExactly("hr:p1", "hr:p2", "hr:p3");
    }

    @Test
    void whoHasSeveralRecordsStaysRejectedToo() {
        engine.directory("match: [externalId, employeeNumber]\nsafeguards: { removals: { count: 0 } }")
                .source("eu", Scope.EVERYBODY, "1");
        engine.full(person("1").number("7").mapped());
        engine.full(
                "eu",
                List.of(person("a")
                        .number("7")
                        .status(EmploymentStatus.INACTIVE)
                        .mapped()));
        MappingResult gone =
                person("1").number("7").status(EmploymentStatus.INACTIVE).mapped();
        engine.decisions().reject(engine.full(gone).run());

        assertThat(states(engine.full(gone))).containsExactly(Action.State.SUPPRESSED);
        assertThat(states(engine.full(gone))).containsExactly(Action.State.SUPPRESSED);
        assertThat(engine.active()).containsExactly("hr:1");
    }

    @Test
    @Acceptance(107)
    void whoeverIsLeftOutOfAReleaseWaitsAlsoWhenTheRestIsUnderTheLimit() {
        engine.full(company(0, 10));
        RunSummary held = engine.full(company(0, 4));
        engine.decisions().release(held.run(), Set.of("hr:p4", "hr:p5", "hr:p6", "hr:p7"));

        // two of six are no more than half
        RunSummary next = engine.full(company(0, 4));

        assertThat(next.state()).isEqualTo(State.HELD);
        assertThat(engine.plan(next.run()))
                .extracting(PlannedAction::externalId, PlannedAction::obstacle)
                .containsExactly(tuple("hr:p8", Obstacle.UNDECIDED), tuple("hr:p9", Obstacle.UNDECIDED));
        engine.full(company(0, 4));
        assertThat(engine.active()).contains("hr:p8", "hr:p9").hasSize(6);
    }

    @Test
    void whoeverIsLeftOutOfARejectionWaitsAndAnotherLeaverDoesNot() {
        engine.full(company(0, 10));
        RunSummary held = engine.full(company(0, 4));
        engine.decisions().reject(held.run(), Set.of("hr:p4", "hr:p5", "hr:p6", "hr:p7"));

        RunSummary next = engine.full(company(0, 3));

        assertThat(engine.active()).doesNotContain("hr:p3").contains("hr:p8", "hr:p9");
        engine.decisions().release(next.run());
        assertThat(engine.active()).containsExactly("hr:p0", "hr:p1", "hr:p2", "hr:p4", "hr:p5", "hr:p6", "hr:p7");
    }

    @Test
    void whoeverIsLeftOutAndComesBackWaitsForNothing() {
        engine.full(company(0, 10));
        RunSummary held = engine.full(company(0, 4));
        engine.decisions().release(held.run(), Set.of("hr:p4", "hr:p5", "hr:p6", "hr:p7"));
        List<MappingResult> back = new ArrayList<>(List.of(company(0, 4)));
        back.addAll(List.of(company(8, 10)));

        RunSummary next = engine.full("hr", back);

        assertThat(next.state()).isEqualTo(State.APPLIED);
        assertThat(engine.plan(next.run())).isEmpty();
    }

    @Test
    void createsLeftOutOfAReleaseWaitUnderAnyLimit() {
        RunSummary held = heldCreates();
        engine.decisions().release(held.run(), Set.of("hr:p2"));
        engine.clock.turn(Duration.ofDays(1));

        RunSummary next = engine.full(company(0, 5));

        assertThat(engine.active()).containsExactly("hr:p0", "hr:p1", "hr:p2");
        assertThat(next.counts().held()).isEqualTo(2);
        assertThat(engine.sql.queryForObject(
                        "SELECT count(*) FROM plan_action a JOIN run r ON r.id = a.run"
                                + " WHERE a.run = ? AND a.first_held_at < r.opened_at",
                        Long.class,
                        next.run().value()))
                .isEqualTo(2);
    }

    @Test
    void whoseUpdateIsUndecidedLeavesAllTheSame() {
        RunSummary held = heldUpdates();
        engine.decisions().release(held.run(), Set.of("hr:p1"));
        MappingResult[] people = titled("Chef");
        people[0] = person("p0").title("Chef").status(EmploymentStatus.INACTIVE).mapped();

        engine.full(people);

        assertThat(engine.active()).containsExactly("hr:p1", "hr:p2", "hr:p3");
        assertThat(title("hr:p2")).isEqualTo("Cook");
    }
}
