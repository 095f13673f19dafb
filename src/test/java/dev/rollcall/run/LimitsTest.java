package dev.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.config.SourceTerms;
import dev.rollcall.run.Trigger.By;
import dev.rollcall.source.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often people may ask: in any 24 hours, whoever else asks. */
class LimitsTest {
    private static final SourceTerms ELETIVE =
            new SourceTerms(false, false, 3, 1, Duration.ofHours(24), Duration.ofDays(90));

    private final Engine engine = new Engine(TestDatabase.shared()).terms(ELETIVE);

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    private void asked(By by, boolean dryRun) {
        Run run = engine.open("hr", new Trigger(by, dryRun, true, false));
        engine.runs().nothingNew(run.id());
    }

    private RunFailure refused(By by, boolean dryRun) {
        return catchThrowableOfType(RunFailure.class, () -> asked(by, dryRun));
    }

    @Test
    @Acceptance(110)
    void theFourthDryRunWithin24HoursIsRefusedUntilTheFirstIsADayOld() {
        Instant first = engine.clock.instant();
        asked(By.REST, true);
        engine.clock.turn(Duration.ofHours(10));
        asked(By.COMMAND, true);
        engine.clock.turn(Duration.ofHours(10));
        asked(By.REST, true);

        RunFailure fourth = refused(By.COMMAND, true);
        assertThat(fourth.problem().code()).isEqualTo("LIF-007");
        assertThat(fourth.problem().message()).contains("3 dry runs", "2026-03-03T06:00:00Z");
        assertThat(fourth.retryAt()).contains(first.plus(Duration.ofHours(24)));
        asked(By.REST, false);

        // a rolling window, not a calendar day
        engine.clock.turnTo("2026-03-03T05:59:59Z");
        assertThat(refused(By.REST, true)).isNotNull();
        engine.clock.turnTo("2026-03-03T06:00:00Z");
        asked(By.REST, true);
        assertThat(refused(By.REST, true).retryAt()).contains(first.plus(Duration.ofHours(34)));
    }

    @Test
    @Acceptance(111)
    void theSecondManualRunIsRefusedWhileSchedulesAndWebhooksGoOn() {
        asked(By.COMMAND, false);

        assertThat(refused(By.REST, false).problem().message()).contains("1 runs");
        asked(By.SCHEDULE, false);
        asked(By.WEBHOOK, false);
        asked(By.DISCOVERY, true);
        asked(By.REST, true);

        engine.clock.turn(Duration.ofHours(24));
        asked(By.REST, false);
    }

    @Test
    @Acceptance(111)
    void aRunThatFailedDoesNotCount() {
        Run run = engine.open("hr", new Trigger(By.REST, false, true, false));
        assertThat(refused(By.COMMAND, false)).isNotNull();

        engine.runs().abort(run.id(), new Problem("hr", "RUN-014", "the source could not be read."));

        asked(By.COMMAND, false);
    }

    @Test
    void aWishOfAPersonThatJoinsAScheduleIsTheSchedules() {
        Trigger person = new Trigger(By.REST, false, true, false);

        assertThat(person.and(Trigger.SCHEDULE).by()).isEqualTo(By.SCHEDULE);
        assertThat(Trigger.SCHEDULE.and(person).by()).isEqualTo(By.SCHEDULE);
        assertThat(Trigger.SCHEDULE.and(person).full()).isTrue();
    }
}
