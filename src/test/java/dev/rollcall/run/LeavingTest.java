package dev.rollcall.run;

import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Value;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of somebody who left, under each policy (acceptance rows 79 to 91). */
class LeavingTest extends AmongOthers {
    private AccessState access(String externalId) {
        return engine.user(externalId).access();
    }

    private AccessState access(UUID id) {
        return AccessState.valueOf(Objects.requireNonNull(
                engine.sql.queryForObject("SELECT access FROM directory_user WHERE id = ?", String.class, id)));
    }

    @Test
    @Acceptance({79, 88, 89})
    void aDeletedLeaverLosesAccessAtOnceAndHisDataAfterTheQuarantine() {
        engine.directory("lifecycle: { whenInactive: delete, quarantine: 7 days }");
        company(person("1").title("Engineer"));
        UUID id = engine.user("hr:1").id();

        company(person("1").title("Engineer").status(EmploymentStatus.INACTIVE));

        assertThat(access("hr:1")).isEqualTo(AccessState.QUARANTINED);
        assertThat(engine.user("hr:1").email()).isEqualTo("1@example.com");
        assertThat(engine.user("hr:1").profile().text(Attribute.TITLE)).contains("Engineer");
        assertThat(access(id).hasAccess()).isFalse();
    }

    @Test
    @Acceptance({90, 91})
    void onTheLastDayOfTheQuarantineHisDataIsThereAndOnTheNextItIsNowhere() {
        engine.directory("lifecycle: { whenInactive: delete, quarantine: 7 days }");
        String key = "k" + engine.directory;
        company(person(key).title("T" + key), person("2").managedBy(key));
        UUID id = engine.user("hr:" + key).id();
        company(
                person(key).title("T" + key).status(EmploymentStatus.INACTIVE),
                person("2").managedBy(key));

        engine.clock.turnTo("2026-03-08T22:59:59Z");
        assertThat(engine.clockRun()).isEmpty();
        assertThat(access(id)).isEqualTo(AccessState.QUARANTINED);

        engine.clock.turnTo("2026-03-08T23:00:00Z");
        engine.clockRun();

        assertThat(access(id)).isEqualTo(AccessState.DEPROVISIONED);
        assertThat(Stored.everything(engine).contains(key))
                .as("anything of his")
                .isFalse();
        assertThat(engine.user("hr:2").manager()).isNull();
    }

    @Test
    @Acceptance(91)
    void somebodyDeprovisionedWhoIsStillSentIsNotStoredAgainAndReturnsAsANewUser() {
        engine.directory("lifecycle: { whenInactive: delete, quarantine: 0 days }");
        String key = "k" + engine.directory;
        company(person(key));
        UUID former = engine.user("hr:" + key).id();
        company(person(key).status(EmploymentStatus.INACTIVE));
        assertThat(access(former)).isEqualTo(AccessState.DEPROVISIONED);

        company(person(key).title("T" + key).status(EmploymentStatus.INACTIVE));
        assertThat(Stored.everything(engine).contains(key))
                .as("anything of his")
                .isFalse();

        company(person(key));
        assertThat(engine.user("hr:" + key).id()).isNotEqualTo(former);
        assertThat(engine.sql.queryForObject(
                        "SELECT previous_user FROM directory_user WHERE id = ?",
                        UUID.class,
                        engine.user("hr:" + key).id()))
                .isEqualTo(former);
    }

    @Test
    @Acceptance(84)
    void removalComesWithTheFirstDayAfterTheEndDate() {
        engine.directory("lifecycle: { removal: directly }");
        company(person("1").ends("2026-03-10"));

        engine.clock.turnTo("2026-03-10T22:59:59Z");
        assertThat(engine.clockRun()).isEmpty();
        assertThat(access("hr:1")).isEqualTo(AccessState.ACTIVE);
        engine.clock.turnTo("2026-03-10T23:00:00Z");
        engine.clockRun();

        assertThat(access("hr:1")).isEqualTo(AccessState.QUARANTINED);
    }

    @Test
    @Acceptance(85)
    void removalWaitsItsMonthsAfterTheEndDateAlsoThroughDaysOfDowntime() {
        engine.directory("lifecycle: { removal: { after: 3 months } }");
        company(person("1").ends("2026-03-10"));
        engine.clock.turnTo("2026-03-15T06:00:00Z");
        engine.clockRun();
        assertThat(access("hr:1")).isEqualTo(AccessState.DEACTIVATED);

        engine.clock.turnTo("2026-06-10T21:59:59Z");
        assertThat(engine.clockRun()).isEmpty();
        engine.clock.turnTo("2026-06-20T06:00:00Z");
        engine.clockRun();

        assertThat(access("hr:1")).isEqualTo(AccessState.QUARANTINED);
        assertThat(engine.clockRun()).isEmpty();
    }

    @Test
    @Acceptance(86)
    void neverSilencesTheEndDateAndNotTheStatus() {
        engine.directory("lifecycle: { whenInactive: delete, removal: never }");
        company(person("1").ends("2026-03-10"), person("2"));
        engine.clock.turnTo("2027-03-15T06:00:00Z");
        engine.clockRun();
        assertThat(access("hr:1")).isEqualTo(AccessState.DEACTIVATED);

        company(person("1").ends("2026-03-10"), person("2").status(EmploymentStatus.INACTIVE));
        assertThat(access("hr:1")).isEqualTo(AccessState.DEACTIVATED);
        assertThat(access("hr:2")).isEqualTo(AccessState.QUARANTINED);
    }

    @Test
    @Acceptance(85)
    void withoutAnEndDateRemovalCountsFromTheLossOfAccess() {
        engine.directory("lifecycle: { removal: { after: 1 month } }");
        company(person("1"));
        company(person("1").status(EmploymentStatus.INACTIVE));
        engine.clock.turn(Duration.ofDays(30));
        assertThat(engine.clockRun()).isEmpty();
        engine.clock.turn(Duration.ofDays(1));
        engine.clockRun();

        assertThat(access("hr:1")).isEqualTo(AccessState.QUARANTINED);
    }

    @Test
    @Acceptance(90)
    void whoeverReturnsInTheQuarantineIsTheSameUserWithAllHeHad() {
        engine.directory("lifecycle: { whenAbsent: delete }");
        company(person("1").title("Engineer"));
        UUID id = engine.user("hr:1").id();
        company();
        assertThat(access(id)).isEqualTo(AccessState.QUARANTINED);

        company(person("1").title("Engineer"));

        assertThat(engine.user("hr:1").id()).isEqualTo(id);
        assertThat(access(id)).isEqualTo(AccessState.ACTIVE);
        engine.clock.turn(Duration.ofDays(30));
        assertThat(engine.clockRun()).isEmpty();
    }

    @Test
    @Acceptance(141)
    void whoeverIsHiredLaterIsAUserFromThatDayWhereTheDirectoryWaits() {
        engine.directory("lifecycle: { preHires: wait }");
        company(person("1").starts("2026-03-10"));
        assertThat(engine.users()).doesNotContainKey("hr:1");

        engine.clock.turnTo("2026-03-09T22:59:59Z");
        assertThat(engine.clockRun()).isEmpty();
        engine.clock.turnTo("2026-03-09T23:00:00Z");
        engine.clockRun();

        assertThat(access("hr:1")).isEqualTo(AccessState.ACTIVE);
        assertThat(engine.clockRun()).isEmpty();
        assertThat(company(person("1").starts("2026-03-10")).counts().updated()).isZero();
    }

    @Test
    @Acceptance(141)
    void whoeverWasForgottenAndIsHiredAgainForLaterComesOnThatDayToo() {
        engine.directory("""
                lifecycle: { preHires: wait, removal: directly, quarantine: 0 days }
                safeguards: { removals: { percent: 100 } }
                """);
        company(person("1").ends("2026-03-02"));
        engine.clock.turnTo("2026-03-02T23:00:00Z");
        engine.clockRun();
        assertThat(engine.users()).doesNotContainKey("hr:1");

        company(person("1").starts("2026-03-10"));
        engine.clock.turnTo("2026-03-09T23:00:00Z");
        engine.clockRun();

        assertThat(access("hr:1")).isEqualTo(AccessState.ACTIVE);
    }

    @Test
    @Acceptance(108)
    void beyondTheLicensesWhoeverStartsLastGoesWithoutAndTheRestSucceeds() {
        engine.directory("licenses: 2\nsafeguards: { removals: { percent: 100 } }");
        engine.full(
                person("1").starts("2026-01-03").mapped(),
                person("2").starts("2026-01-01").mapped(),
                person("3").starts("2026-01-02").mapped());
        assertThat(engine.active()).containsExactly("hr:2", "hr:3");

        engine.full(
                person("1").starts("2026-01-03").mapped(),
                person("2")
                        .starts("2026-01-01")
                        .status(EmploymentStatus.INACTIVE)
                        .mapped(),
                person("3").starts("2026-01-02").mapped());

        assertThat(engine.active()).containsExactly("hr:1", "hr:3");
    }

    @Test
    @Acceptance(76)
    void whoeverLosesAccessLosesHisTeamsAndGetsThemBackWithIt() {
        Person member = person("1").with(Attribute.TEAMS, new Value.Texts(List.of("Blue", "Green")));
        company(member);

        company(member.status(EmploymentStatus.INACTIVE));
        assertThat(engine.user("hr:1").profile().value("teams")).isEmpty();
        assertThat(company(member.status(EmploymentStatus.INACTIVE)).counts().updated())
                .isZero();

        company(member);
        assertThat(engine.user("hr:1").profile().value("teams")).contains(new Value.Texts(List.of("Blue", "Green")));
    }

    @Test
    @Acceptance(77)
    void theStatusDecidesAndALeaveIsOneOrTheOtherAsTheDirectorySays() {
        company(person("1").status(EmploymentStatus.LEAVE));
        assertThat(access("hr:1")).isEqualTo(AccessState.ACTIVE);

        engine.directory("lifecycle: { leave: inactive }");
        company(person("1").status(EmploymentStatus.LEAVE).title("changed"));
        assertThat(access("hr:1")).isEqualTo(AccessState.DEACTIVATED);
    }

    @Test
    @Acceptance(66)
    void aManagerWhoIsNoUserYetIsLeftOutAndSetAsSoonAsHeIsOne() {
        company(person("1").managedBy("2"));
        assertThat(engine.user("hr:1").manager()).isNull();

        company(person("1").managedBy("2"), person("2"));
        assertThat(engine.user("hr:1").manager()).isEqualTo("hr:2");
    }
}
