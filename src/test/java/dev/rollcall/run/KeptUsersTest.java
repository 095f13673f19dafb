package dev.rollcall.run;

import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Acceptance;
import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.plan.Safeguards;
import dev.rollcall.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of the users of a disconnected source who are kept: the leavers among them go on leaving. */
class KeptUsersTest extends AmongOthers {
    private AccessState access(UUID id) {
        return AccessState.valueOf(Objects.requireNonNull(
                engine.sql.queryForObject("SELECT access FROM directory_user WHERE id = ?", String.class, id)));
    }

    private UUID leaver(String policy, String key) {
        engine.directory(policy);
        company(person(key));
        UUID id = engine.user("hr:" + key).id();
        company(person(key).status(EmploymentStatus.INACTIVE));
        return id;
    }

    @Test
    @Acceptance({90, 91, 127})
    void aQuarantineEndsOnItsDayAlthoughTheSourceIsGone() {
        String key = "k" + engine.directory;
        UUID id = leaver("lifecycle: { whenInactive: delete, quarantine: 7 days }", key);
        engine.keepUsers("hr");

        engine.clock.turnTo("2026-03-08T22:59:59Z");
        assertThat(engine.clockRun()).isEmpty();
        assertThat(access(id)).isEqualTo(AccessState.QUARANTINED);
        engine.clock.turnTo("2026-03-08T23:00:00Z");
        engine.clockRun();

        assertThat(access(id)).isEqualTo(AccessState.DEPROVISIONED);
        assertThat(Stored.everything(engine).contains(key))
                .as("anything of his")
                .isFalse();
        assertThat(engine.active()).as("the others").hasSize(9).allMatch(name -> name.endsWith("@example.com"));
        assertThat(engine.clockRun()).isEmpty();
    }

    @Test
    @Acceptance({85, 91, 127})
    void whoeverIsToBeRemovedLaterIsRemovedAlthoughTheSourceIsGone() {
        UUID id = leaver("lifecycle: { removal: { after: 1 month }, quarantine: 7 days }", "1");
        assertThat(access(id)).isEqualTo(AccessState.DEACTIVATED);
        engine.keepUsers("hr");

        engine.clock.turnTo("2026-04-02T06:00:00Z");
        engine.clockRun();
        assertThat(access(id)).isEqualTo(AccessState.QUARANTINED);
        engine.clock.turnTo("2026-04-10T06:00:00Z");
        engine.clockRun();

        assertThat(access(id)).isEqualTo(AccessState.DEPROVISIONED);
    }

    @Test
    @Acceptance({91, 127})
    void whatWasHeldWhenTheSourceWentIsDecidedByTheCalendarsNextPlan() {
        UUID id = leaver("lifecycle: { whenInactive: delete, quarantine: 7 days }", "1");
        engine.safeguards(new Safeguards(new Safeguards.Limit(50, 0), null, null, 10));
        engine.clock.turnTo("2026-03-09T06:00:00Z");
        RunSummary held = company(person("1").status(EmploymentStatus.INACTIVE).title("Cook"));
        assertThat(held.counts().held()).isEqualTo(1);

        engine.keepUsers("hr");
        RunSummary again = engine.clockRun().getFirst();

        assertThat(again.counts().held()).isEqualTo(1);
        assertThat(access(id)).isEqualTo(AccessState.QUARANTINED);
        engine.decisions().release(again.run());
        assertThat(access(id)).isEqualTo(AccessState.DEPROVISIONED);
        assertThat(engine.clockRun()).isEmpty();
    }

    @Test
    @Acceptance(127)
    void whoeverHasOrAwaitsAccessStaysAsHeIsWhateverDayComes() {
        company(person("1").ends("2026-03-10"), person("2").starts("2026-03-10"));

        engine.keepUsers("hr");
        engine.clock.turnTo("2026-06-01T06:00:00Z");

        assertThat(engine.clockRun()).isEmpty();
        assertThat(engine.active()).hasSize(10).contains("1@example.com");
        assertThat(engine.user("2@example.com").access()).isEqualTo(AccessState.PRE_HIRE);
        assertThat(engine.sql.queryForObject(
                        "SELECT count(*) FROM employee WHERE directory = ?", Long.class, engine.directory))
                .isZero();
    }

    @Test
    @Acceptance({90, 127})
    void whoeverReturnsThroughAnotherSourceInTheQuarantineIsTheSameUser() {
        UUID id = leaver("lifecycle: { whenInactive: delete, quarantine: 7 days }", "1");
        engine.keepUsers("hr").source("payroll", Scope.EVERYBODY, "1");

        engine.full("payroll", List.of(person("p1").email("1@example.com").mapped()));

        assertThat(engine.user("payroll:p1").id()).isEqualTo(id);
        assertThat(access(id)).isEqualTo(AccessState.ACTIVE);
        engine.clock.turnTo("2026-06-01T06:00:00Z");
        assertThat(engine.clockRun()).isEmpty();

        engine.keepUsers("payroll");
        assertThat(engine.clockRun()).isEmpty();
        assertThat(access(id)).isEqualTo(AccessState.ACTIVE);
        assertThat(engine.user("1@example.com").id()).isEqualTo(id);
    }

    /** Ann went from payroll to hr, which knows nine more; payroll has nine of its own. */
    private UUID transferred() {
        engine.source("payroll", Scope.EVERYBODY, "1");
        payroll(person("a"));
        company();
        UUID id = engine.user("payroll:a").id();
        payroll();
        company(person("7").email("a@example.com"));
        assertThat(engine.user("hr:7").id()).isEqualTo(id);
        assertThat(access(id)).isEqualTo(AccessState.ACTIVE);
        return id;
    }

    private RunSummary payroll(Person... people) {
        List<MappingResult> all = new ArrayList<>(List.of(Person.company(20, 29)));
        for (Person person : people) {
            all.add(person.mapped());
        }
        return engine.full("payroll", all);
    }

    @Test
    @Acceptance(127)
    void whoeverHadComeFromAnotherSourceKeepsAccess() {
        UUID id = transferred();

        engine.keepUsers("hr");
        payroll();
        engine.clock.turnTo("2026-06-01T06:00:00Z");
        engine.clockRun();

        assertThat(access(id)).isEqualTo(AccessState.ACTIVE);
        assertThat(engine.user("a@example.com").id()).isEqualTo(id);
        assertThat(engine.sql.queryForObject("SELECT count(*) FROM employee WHERE user_id = ?", Long.class, id))
                .isZero();
    }

    @Test
    @Acceptance({72, 127})
    void whoeverHadComeFromAnotherSourceIsGivenAccessAgainByHandForGood() {
        UUID id = transferred();
        engine.decisions().release(engine.removeUsers("hr").run());
        assertThat(access(id)).isEqualTo(AccessState.DEACTIVATED);

        engine.byHand().set(engine.directory, id, true, null);
        payroll();
        engine.clockRun();

        assertThat(access(id)).isEqualTo(AccessState.ACTIVE);
    }

    @Test
    @Acceptance(127)
    void whoeverIsBothSourcesBelongsToTheOneThatStays() {
        engine.source("payroll", Scope.EVERYBODY, "1").directory("precedence: { '*': [hr, payroll] }");
        payroll(person("a"));
        company(person("7").email("a@example.com"));
        UUID id = engine.user("hr:7").id();

        engine.keepUsers("hr");
        payroll(person("a").title("Cook"));
        assertThat(engine.user("payroll:a").id()).isEqualTo(id);
        payroll();

        assertThat(access(id)).isEqualTo(AccessState.DEACTIVATED);
    }

    @Test
    @Acceptance({30, 127})
    void whoeverTheCalendarHeldBecomesNoUserOfASourceThatIsGone() {
        company();
        engine.directory("lifecycle: { preHires: wait }\nsafeguards: { creates: { count: 1 } }");
        company(person("1").starts("2026-03-10"), person("2").starts("2026-03-10"));
        engine.clock.turnTo("2026-03-10T00:00:00Z");
        RunSummary held = engine.clockRun().getFirst();
        assertThat(held.counts().held()).isEqualTo(2);

        engine.keepUsers("hr");

        assertThatThrownBy(() -> engine.decisions().release(held.run()))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("SUPERSEDED");
        assertThat(engine.active()).hasSize(9);
    }
}
