package dev.rollcall.run;

import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.store.Links;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Vocabulary;
import dev.rollcall.scope.Scope;
import dev.rollcall.source.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Users whom a person or a release gave their external id, while nothing is known yet of what their source says. */
class UploadedTest extends AmongOthers {
    private UUID uploaded(Person person, AccessState access) {
        UUID id = UUID.randomUUID();
        new Links(engine.sql, engine.directory)
                .create(
                        List.of(new Links.Made(id, "hr", person.key(), access, person.profile())),
                        Vocabulary.NONE,
                        engine.clock.instant());
        return id;
    }

    private AccessState access(UUID id) {
        return AccessState.valueOf(Optional.ofNullable(
                        engine.sql.queryForObject("SELECT access FROM directory_user WHERE id = ?", String.class, id))
                .orElseThrow());
    }

    @Test
    @Acceptance({122, 141})
    void whoeverIsToStartLaterWaitsForWhatHisSourceSaysWhateverRunsBefore() {
        company();
        UUID id = uploaded(person("1"), AccessState.PRE_HIRE);
        engine.byHand().edit(engine.directory, id, person("1").title("Cook").profile());

        engine.clockRun();
        engine.delta(person("p3").title("Cook").mapped());
        engine.run("hr", Trigger.SCHEDULE, new Snapshot.Unproven("no done file"), List.of(Person.company(0, 9)), 100);
        assertThat(access(id)).isEqualTo(AccessState.PRE_HIRE);

        company(person("1").starts("2026-03-10"));
        assertThat(access(id)).isEqualTo(AccessState.PRE_HIRE);
        engine.clock.turnTo("2026-03-10T06:00:00Z");
        engine.clockRun();
        assertThat(access(id)).isEqualTo(AccessState.ACTIVE);
        assertThat(engine.user("hr:1").id()).isEqualTo(id);
    }

    @Test
    @Acceptance({19, 122})
    void anotherSourceAddsWhatItKnowsAndTakesNothing() {
        engine.source("idp", Scope.EVERYBODY, "1").directory("", "idp");
        company();
        UUID id = uploaded(person("1").department("Kitchen"), AccessState.ACTIVE);

        engine.full(
                "idp", List.of(person("i1").email("1@example.com").title("Cook").mapped()));
        engine.full(
                "idp", List.of(person("i1").email("1@example.com").title("Chef").mapped()));

        assertThat(access(id)).isEqualTo(AccessState.ACTIVE);
        assertThat(engine.user("hr:1").profile().text(Attribute.TITLE)).contains("Chef");
        assertThat(engine.user("hr:1").profile().text(Attribute.DEPARTMENT)).contains("Kitchen");
        company(person("1").title("Cook"));
        company();
        assertThat(access(id)).isEqualTo(AccessState.DEACTIVATED);
    }

    @Test
    @Acceptance(16)
    void anotherEmployerOfHisWaits() {
        engine.source("payroll", Scope.EVERYBODY, "1");
        company();
        UUID id = uploaded(person("1"), AccessState.ACTIVE);

        engine.full(
                "payroll",
                List.of(person("a77").email("1@example.com").title("Cook").mapped()));

        assertThat(engine.user("hr:1").id()).isEqualTo(id);
        company();
        engine.full(
                "payroll",
                List.of(person("a77").email("1@example.com").title("Cook").mapped()));
        assertThat(engine.user("payroll:a77").id()).isEqualTo(id);
        assertThat(access(id)).isEqualTo(AccessState.ACTIVE);
    }

    @Test
    void aRecordThatWaitsIsHisToo() {
        engine.directory("safeguards: { creates: { count: 0 } }");
        company(person("1").title("Cook"));
        UUID id = uploaded(person("1"), AccessState.ACTIVE);

        company(person("1").title("Cook"));
        assertThat(engine.user("hr:1").id()).isEqualTo(id);
        assertThat(engine.user("hr:1").profile().text(Attribute.TITLE)).contains("Cook");
    }

    @Test
    @Acceptance({36, 98, 122})
    void hisExternalIdDecidesWhateverTheDirectoryMatchesBy() {
        engine.directory("match: [employeeNumber, email]");
        company();
        UUID moved = uploaded(person("1"), AccessState.ACTIVE);
        UUID stayed = uploaded(person("2"), AccessState.ACTIVE);
        // as uploads left it before they wrote employees down
        engine.sql.update("DELETE FROM employee WHERE user_id IN (?, ?)", moved, stayed);

        RunSummary run =
                company(person("1").email("new@example.com"), person("2").title("Cook"));

        assertThat(run.counts().withheld()).isZero();
        assertThat(engine.user("hr:1").id()).isEqualTo(moved);
        assertThat(engine.user("hr:1").email()).isEqualTo("new@example.com");
        assertThat(engine.user("hr:2").id()).isEqualTo(stayed);
        assertThat(engine.user("hr:2").profile().text(Attribute.TITLE)).contains("Cook");
    }

    private UUID hiredAgain(Person again) {
        engine.directory("lifecycle: { whenInactive: delete, quarantine: 0 days }");
        company(person("1"));
        company(person("1").status(EmploymentStatus.INACTIVE));
        engine.directory(
                "lifecycle: { whenInactive: delete, quarantine: 0 days }\n" + "safeguards: { creates: { count: 0 } }");
        RunSummary held = company(again);
        assertThat(held.counts().held()).isEqualTo(1);
        assertThat(engine.decisions().release(held.run()).decided()).isEqualTo(1);
        return engine.user("hr:1").id();
    }

    @Test
    @Acceptance({75, 107})
    void whoeverIsReleasedWhenHiredAgainIsSeenLeavingAgain() {
        UUID id = hiredAgain(person("1"));
        assertThat(access(id)).isEqualTo(AccessState.ACTIVE);

        company();

        assertThat(access(id)).isEqualTo(AccessState.DEACTIVATED);
    }

    @Test
    @Acceptance({107, 141})
    void whoeverIsReleasedForALaterDayHasAccessOnIt() {
        UUID id = hiredAgain(person("1").starts("2026-03-10"));
        assertThat(access(id)).isEqualTo(AccessState.PRE_HIRE);

        engine.clock.turnTo("2026-03-10T06:00:00Z");
        engine.clockRun();

        assertThat(access(id)).isEqualTo(AccessState.ACTIVE);

        engine.delta(person("1").starts("2026-03-10").mapped());
        assertThat(access(id)).isEqualTo(AccessState.ACTIVE);
        engine.delta(person("1").gone());
        assertThat(access(id)).isNotEqualTo(AccessState.ACTIVE);
    }
}
