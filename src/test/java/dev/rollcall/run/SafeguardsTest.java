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
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.plan.Action;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.run.Decisions.Decision;
import dev.rollcall.run.RunSummary.State;
import dev.rollcall.scope.Scope;
import dev.rollcall.scope.Scope.Filter;
import dev.rollcall.scope.Scope.Mode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SafeguardsTest {
    private final Engine engine = new Engine(TestDatabase.shared());

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    @Test
    @Acceptance(107)
    void halfOfTheUsersMayLeaveAtOnce() {
        engine.full(company(0, 10));

        RunSummary summary = engine.full(company(0, 5));

        assertThat(summary.state()).isEqualTo(State.APPLIED);
        assertThat(engine.active()).hasSize(5);
    }

    @Test
    @Acceptance(107)
    void oneMoreThanHalfTakesNobodysAccessAndTheRestGoesOn() {
        engine.full(company(0, 10));
        List<MappingResult> people = new ArrayList<>(List.of(company(1, 4)));
        people.add(person("p0").title("Chief").mapped());

        RunSummary summary = engine.full("hr", people);

        assertThat(summary.state()).isEqualTo(State.HELD);
        assertThat(summary.counts().held()).isEqualTo(6);
        assertThat(summary.counts().updated()).isEqualTo(1);
        assertThat(engine.active()).hasSize(10);
        assertThat(engine.user("hr:p0").profile().text(Attribute.TITLE)).contains("Chief");
        assertThat(summary.messages()).anyMatch(message -> message.contains("6 of 10 users (60.0 %), limit 50 %"));
    }

    @Test
    void whateverTheCauseEveryLossCounts() {
        engine.full(company(0, 10));
        List<MappingResult> people = new ArrayList<>(List.of(company(0, 6)));
        people.set(0, person("p0").status(EmploymentStatus.INACTIVE).mapped());
        people.set(1, person("p1").ends("2026-01-31").mapped());

        RunSummary summary = engine.full("hr", people);

        assertThat(summary.counts().held()).isEqualTo(6);
        assertThat(engine.active()).hasSize(10);
    }

    @Test
    void aReleasedPlanIsAppliedAsItWasShown() {
        engine.full(company(0, 10));
        RunSummary held = engine.full(company(0, 4));

        Decision decision = engine.decisions().release(held.run());

        assertThat(decision.decided()).isEqualTo(6);
        assertThat(engine.active()).hasSize(4);
        assertThat(engine.plan(engine.full(company(0, 4)).run())).isEmpty();
    }

    @Test
    void releaseSkipsAUserWhoMovedSinceThePlanWasMade() {
        engine.full(company(0, 10));
        RunSummary held = engine.full(company(0, 4));
        engine.sql.update(
                "UPDATE directory_user SET version = version + 1 WHERE directory = ? AND external_id = 'hr:p9'",
                engine.directory);

        Decision decision = engine.decisions().release(held.run());

        assertThat(decision).isEqualTo(new Decision(held.run(), 5, 1));
        assertThat(engine.active()).contains("hr:p9").hasSize(5);
        // and the next run plans him anew
        engine.full(company(0, 4));
        assertThat(engine.active()).hasSize(4);
    }

    @Test
    void aHeldPlanGivesWayToTheNextRunsAndKeepsSinceWhenItWaits() {
        engine.full(company(0, 10));
        RunSummary first = engine.full(company(0, 4));
        engine.clock.turn(Duration.ofDays(1));

        RunSummary second = engine.full(company(0, 4));

        assertThat(engine.ledger().find(first.run()).orElseThrow().summary().state())
                .isEqualTo(State.SUPERSEDED);
        assertThat(second.counts().held()).isEqualTo(6);
        assertThat(engine.sql.queryForObject(
                        "SELECT count(DISTINCT first_held_at) FROM plan_action WHERE run = ? AND first_held_at <"
                                + " (SELECT opened_at FROM run WHERE id = plan_action.run)",
                        Long.class,
                        second.run().value()))
                .isEqualTo(1);
        assertThatThrownBy(() -> engine.decisions().release(first.run())).hasMessageContaining("SUPERSEDED");
        engine.decisions().release(second.run());
        assertThat(engine.active()).hasSize(4);
    }

    @Test
    void peopleComingBackEndAHold() {
        engine.full(company(0, 10));
        engine.full(company(0, 4));

        RunSummary back = engine.full(company(0, 10));

        assertThat(back.state()).isEqualTo(State.APPLIED);
        assertThat(engine.plan(back.run())).isEmpty();
        assertThat(engine.active()).hasSize(10);
    }

    @Test
    void aRejectedPlanKeepsItsUsersUntilTheEvidenceChanges() {
        engine.full(company(0, 10));
        RunSummary held = engine.full(company(0, 4));
        engine.decisions().reject(held.run());

        RunSummary next = engine.full(company(0, 4));
        assertThat(next.state()).isEqualTo(State.APPLIED);
        assertThat(engine.plan(next.run())).hasSize(6).allMatch(action -> action.state() == Action.State.SUPPRESSED);
        assertThat(engine.active()).hasSize(10);

        // p9 comes back and leaves again: that is new evidence
        List<MappingResult> back = new ArrayList<>(List.of(company(0, 4)));
        back.add(person("p9").mapped());
        engine.full("hr", back);
        engine.full(company(0, 4));
        assertThat(engine.user("hr:p9").access()).isEqualTo(AccessState.DEACTIVATED);
        assertThat(engine.active()).hasSize(9);

        engine.decisions().release(held.run());
        assertThat(engine.active()).hasSize(4);
    }

    @Test
    @Acceptance({104, 105})
    void aChangedFilterShowsWhomItWouldRemoveBeforeItDoes() {
        engine.full(
                person("1").department("Sales").mapped(),
                person("2").department("Engineering").mapped(),
                person("3").department("Finance").mapped());
        engine.source("hr", new Scope(List.of(new Filter(Mode.EXCLUDE, "department", Set.of("sales")))), "2");
        MappingResult[] people = {
            person("1").department("Sales").mapped(),
            person("2").department("Engineering").mapped(),
            person("3").department("Finance").mapped()
        };

        RunSummary first = engine.full(people);
        assertThat(engine.active()).hasSize(3);
        assertThat(engine.plan(first.run())).singleElement().satisfies(action -> {
            assertThat(action.externalId()).isEqualTo("hr:1");
            assertThat(action.reason()).isEqualTo("out-of-scope");
            assertThat(action.obstacle()).isEqualTo(Obstacle.CONFIGURATION_CHANGED);
        });

        // another night does not confirm it; a person does
        RunSummary second = engine.full(people);
        assertThat(engine.active()).hasSize(3);
        engine.decisions().release(second.run());
        assertThat(engine.active()).containsExactly("hr:2", "hr:3");
        assertThat(engine.plan(engine.full(people).run())).isEmpty();
    }

    @Test
    void aGenuineLeaverAfterAConfigurationChangeDoesNotWaitForIt() {
        engine.full(company(0, 10));
        engine.source("hr", Scope.EVERYBODY, "2");
        List<MappingResult> people = new ArrayList<>(List.of(company(0, 10)));
        people.set(0, person("p0").status(EmploymentStatus.INACTIVE).mapped());
        assertThat(engine.full("hr", people).counts().held()).isEqualTo(1);

        people.set(1, person("p1").status(EmploymentStatus.INACTIVE).mapped());
        engine.full("hr", people);

        assertThat(engine.user("hr:p0").access()).isEqualTo(AccessState.ACTIVE);
        assertThat(engine.user("hr:p1").access()).isEqualTo(AccessState.DEACTIVATED);
    }

    @Test
    void aPlanOfAnotherConfigurationIsNotReleased() {
        engine.full(company(0, 10));
        RunSummary held = engine.full(company(0, 4));
        engine.source("hr", Scope.EVERYBODY, "2");

        assertThatThrownBy(() -> engine.decisions().release(held.run())).hasMessageContaining("another configuration");
        assertThat(engine.active()).hasSize(10);
    }

    @Test
    void keysExportedAnewLookLikeARekeyAndTouchNobody() {
        engine.full(
                person("a1").number("7").mapped(),
                person("a2").mapped(),
                person("a3").mapped());

        RunSummary summary = engine.full(
                person("b1").number("7").mapped(),
                person("b2").email("a2@example.com").mapped(),
                person("a3").mapped());

        assertThat(engine.active()).containsExactly("hr:a1", "hr:a2", "hr:a3");
        assertThat(engine.plan(summary.run()))
                .hasSize(4)
                .allMatch(action -> action.obstacle() == Obstacle.SUSPECTED_REKEY);
    }

    @Test
    void whenRemovalsAreHeldUnusuallyManyCreatesAreHeldToo() {
        engine.full(company(0, 10));

        RunSummary summary = engine.full(company(8, 12));

        assertThat(engine.users()).hasSize(10);
        assertThat(engine.plan(summary.run())).hasSize(10).allMatch(action -> action.state() == Action.State.HELD);
        engine.decisions().release(summary.run());
        assertThat(engine.active()).containsExactly("hr:p10", "hr:p11", "hr:p8", "hr:p9");
        assertThat(engine.plan(engine.full(company(8, 12)).run())).isEmpty();
    }

    @Test
    void aSourceNotEnabledMakesDryRunsOnly() {
        engine.disable("hr");

        RunSummary summary = engine.full(company(0, 3));

        assertThat(summary.state()).isEqualTo(State.PLANNED);
        assertThat(summary.counts().created()).isEqualTo(3);
        assertThat(engine.users()).isEmpty();
        assertThat(engine.plan(summary.run())).hasSize(3);
    }

    @Test
    @Acceptance({116, 118, 120})
    void aDryRunShowsThePlanAndChangesNothing() {
        engine.full(company(0, 10));
        String before = Stored.fingerprint(engine);

        RunSummary dry = engine.dry(company(2, 12));

        assertThat(dry.counts().created()).isEqualTo(2);
        assertThat(dry.counts().removed()).isEqualTo(2);
        assertThat(engine.plan(dry.run())).hasSize(4);
        assertThat(Stored.fingerprint(engine)).isEqualTo(before);
    }

    @Test
    @Acceptance(106)
    void somebodyKeptOutByAFilterIsStoredNowhere() {
        engine.source("hr", new Scope(List.of(new Filter(Mode.INCLUDE, "department", Set.of("Sales")))), "1");
        engine.full(
                person("1").department("SALES").managedBy("secret-key").mapped(),
                person("secret-key")
                        .email("secret@example.com")
                        .department("Board")
                        .mapped());

        assertThat(engine.users()).containsOnlyKeys("hr:1");
        assertThat(Stored.everything(engine)).doesNotContain("secret-key").doesNotContain("secret@example.com");
    }
}
