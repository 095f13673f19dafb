package dev.rollcall.run;

import static dev.rollcall.run.Person.company;
import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.scope.Scope;
import dev.rollcall.scope.Scope.Filter;
import dev.rollcall.scope.Scope.Mode;
import dev.rollcall.source.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A new configuration takes nobody's access unseen, whatever tells of the person first (D29). */
class ReconfiguredTest {
    private static final Scope WITHOUT_SALES =
            new Scope(List.of(new Filter(Mode.EXCLUDE, "department", Set.of("sales"))));

    private final Engine engine = new Engine(TestDatabase.shared());

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    private static List<MappingResult> withSeller(MappingResult seller) {
        List<MappingResult> people = new ArrayList<>(List.of(company(0, 10)));
        people.add(seller);
        return people;
    }

    private static Person seller() {
        return person("seller").department("Sales");
    }

    private void assertSellerIsHeld(RunSummary run) {
        assertThat(engine.active()).contains("hr:seller");
        assertThat(engine.plan(run.run())).singleElement().satisfies(action -> {
            assertThat(action.externalId()).isEqualTo("hr:seller");
            assertThat(action.obstacle()).isEqualTo(Obstacle.CONFIGURATION_CHANGED);
        });
    }

    @Test
    @Acceptance(105)
    void whoseRecordWasRefusedInTheFirstRunIsHeldInTheOneThatReadsIt() {
        engine.full("hr", withSeller(seller().mapped()));
        engine.source("hr", WITHOUT_SALES, "2");
        assertThat(engine.full("hr", withSeller(seller().rejected())).counts().held())
                .isZero();
        engine.full("hr", withSeller(seller().rejected()));

        RunSummary read = engine.full("hr", withSeller(seller().mapped()));

        assertSellerIsHeld(read);
        assertSellerIsHeld(engine.full("hr", withSeller(seller().mapped())));
    }

    @Test
    void whoWasMissingFromAFileThatProvesNothingIsHeldInTheOneThatHasHim() {
        engine.full("hr", withSeller(seller().mapped()));
        engine.source("hr", WITHOUT_SALES, "2");
        engine.run("hr", Trigger.SCHEDULE, new Snapshot.Unproven("made up"), List.of(company(0, 10)), 100);

        assertSellerIsHeld(engine.full("hr", withSeller(seller().mapped())));
    }

    @Test
    void whoseRecordIsReadAgainAndChangesNothingWaitsForNobodyLater() {
        engine.full("hr", withSeller(seller().mapped()));
        engine.source("hr", Scope.EVERYBODY, "2");
        engine.full("hr", withSeller(seller().rejected()));
        engine.full("hr", withSeller(seller().mapped()));

        engine.full("hr", withSeller(seller().status(EmploymentStatus.INACTIVE).mapped()));

        assertThat(engine.active()).hasSize(10).doesNotContain("hr:seller");
    }

    @Test
    @Acceptance(105)
    void whatTheCalendarTakesBeforeTheFirstRunIsHeldToo() {
        engine.full("hr", withSeller(seller().ends("2026-03-20").mapped()));
        engine.source("hr", Scope.EVERYBODY, "2");
        engine.clock.turnTo("2026-03-21T06:00:00Z");

        List<RunSummary> due = engine.clockRun();

        assertSellerIsHeld(due.getFirst());
        engine.decisions().release(due.getFirst().run());
        assertThat(engine.active()).hasSize(10).doesNotContain("hr:seller");
    }

    @Test
    void aSourceThatDoesNotRunHoldsNobodyOfTheOthers() {
        engine.source("eu", Scope.EVERYBODY, "1");
        engine.full("eu", List.of(person("elsewhere").mapped()));
        engine.full("hr", withSeller(seller().ends("2026-03-20").mapped()));
        engine.source("eu", Scope.EVERYBODY, "2");
        engine.clock.turnTo("2026-03-21T06:00:00Z");

        engine.clockRun();

        assertThat(engine.active()).contains("eu:elsewhere").doesNotContain("hr:seller");
    }
}
