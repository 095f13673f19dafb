package dev.rollcall.run;

import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.EmploymentStatus;
import org.junit.jupiter.api.Test;

/** When somebody takes part, and whose matter it is from then on (acceptance rows 78 and 80 to 82). */
class ParticipationTest extends AmongOthers {
    @Test
    @Acceptance(78)
    void participationFollowsTheStatusAndHandChangesAreSetBack() {
        engine.directory("lifecycle: { whenInactive: toggle-participation }");
        company(person("1"));

        company(person("1").status(EmploymentStatus.INACTIVE));
        assertThat(engine.user("hr:1").access()).isEqualTo(AccessState.ACTIVE);
        assertThat(engine.user("hr:1").participates()).isFalse();

        company(person("1"));
        assertThat(engine.user("hr:1").participates()).isTrue();
        engine.sql.update(
                "UPDATE directory_user SET participates = false, edited = true WHERE id = ?",
                engine.user("hr:1").id());
        company(person("1"));
        assertThat(engine.user("hr:1").participates()).isTrue();
    }

    @Test
    @Acceptance(80)
    void nothingLeavesAccessAndParticipationToPeople() {
        engine.directory("lifecycle: { whenInactive: nothing }");
        company(person("1"));
        engine.sql.update(
                "UPDATE directory_user SET participates = false, edited = true WHERE id = ?",
                engine.user("hr:1").id());

        company(person("1").status(EmploymentStatus.INACTIVE));
        company(person("1"));

        assertThat(engine.user("hr:1").access()).isEqualTo(AccessState.ACTIVE);
        assertThat(engine.user("hr:1").participates()).isFalse();
    }

    @Test
    @Acceptance(81)
    void whoeverHasBegunTakesPartAtOnce() {
        engine.directory("lifecycle: { participationStarts: directly }");
        company(person("1").starts("2026-03-02"), person("2").starts("2026-03-03"));

        assertThat(engine.user("hr:1").participates()).isTrue();
        assertThat(engine.user("hr:2").participates()).isFalse();
        engine.clock.turnTo("2026-03-02T23:00:00Z");
        engine.clockRun();
        assertThat(engine.user("hr:2").participates()).isTrue();
    }

    @Test
    @Acceptance(82)
    void participationBeginsAMonthAfterTheStartClampedToTheMonthsEnd() {
        engine.directory("lifecycle: { participationStarts: { after: 1 month } }");
        engine.clock.turnTo("2026-02-01T06:00:00Z");
        company(person("1").starts("2026-01-31"));
        assertThat(engine.user("hr:1").access()).isEqualTo(AccessState.ACTIVE);
        assertThat(engine.user("hr:1").participates()).isFalse();

        engine.clock.turnTo("2026-02-27T22:59:59Z");
        assertThat(engine.clockRun()).isEmpty();
        engine.clock.turnTo("2026-02-27T23:00:00Z");
        engine.clockRun();

        assertThat(engine.user("hr:1").participates()).isTrue();
    }

    @Test
    @Acceptance(82)
    void whoeverWasAwayBeforeTakingPartBeginsOnHisDayAllTheSame() {
        engine.directory("lifecycle: { participationStarts: { after: 1 month } }");
        company(person("1").starts("2026-03-01"));
        company();
        assertThat(engine.user("hr:1").access()).isEqualTo(AccessState.DEACTIVATED);
        company(person("1").starts("2026-03-01"));
        assertThat(engine.user("hr:1").participates()).isFalse();

        engine.clock.turnTo("2026-04-01T06:00:00Z");
        engine.clockRun();

        assertThat(engine.user("hr:1").participates()).isTrue();
    }
}
