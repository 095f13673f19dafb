package dev.rollcall.run;

import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.lifecycle.LifecyclePolicy;
import dev.rollcall.lifecycle.LifecyclePolicy.OnLeaving;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A source that turns the status before the last day, over the runs of a leaver's last weeks. */
class StatusAheadOfEndDateTest {
    private final Engine engine = new Engine(TestDatabase.shared())
            .lifecycle(new LifecyclePolicy(OnLeaving.DEACTIVATE, OnLeaving.DEACTIVATE, ZoneId.of("Europe/Brussels"))
                    .withDatesLead(Set.of("hr")));

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    @Test
    @Acceptance({73, 74})
    void accessStaysToTheLastDayAndTheCalendarTakesItWithoutTheFeed() {
        engine.full(person("1").mapped(), person("2").mapped(), person("3").mapped());

        engine.full(
                person("1").status(EmploymentStatus.INACTIVE).ends("2026-03-31").mapped(),
                person("2").mapped(),
                person("3").mapped());
        assertThat(engine.active()).contains("hr:1");

        engine.clock.turnTo("2026-03-31T21:59:59Z");
        assertThat(engine.clockRun()).isEmpty();

        engine.clock.turnTo("2026-03-31T22:00:00Z");
        engine.clockRun();
        assertThat(engine.active()).containsExactly("hr:2", "hr:3");
    }

    @Test
    @Acceptance(74)
    void withoutAnEndDateTheStatusTakesAccessAtOnce() {
        engine.full(person("1").mapped(), person("2").mapped(), person("3").mapped());

        engine.full(
                person("1").status(EmploymentStatus.INACTIVE).mapped(),
                person("2").mapped(),
                person("3").mapped());

        assertThat(engine.active()).containsExactly("hr:2", "hr:3");
    }
}
