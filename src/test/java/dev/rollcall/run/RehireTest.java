package dev.rollcall.run;

import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.plan.Obstacle;
import java.text.Normalizer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same person after all: addresses that move, people who come back, and days that are put off (D6, D24, D26, D34). */
class RehireTest extends AmongOthers {
    @Test
    void anAddressThatMovesAlongAChainEndsWhereTheLastOneSays() {
        company(person("1"), person("2"), person("3"));
        UUID first = engine.user("hr:1").id();

        RunSummary run = company(
                person("1").email("2@example.com"),
                person("2").email("3@example.com"),
                person("3").email("4@example.com"));

        assertThat(run.counts().withheld()).isZero();
        assertThat(engine.user("hr:1").email()).isEqualTo("2@example.com");
        assertThat(engine.user("hr:2").email()).isEqualTo("3@example.com");
        assertThat(engine.user("hr:3").email()).isEqualTo("4@example.com");
        assertThat(engine.user("hr:1").id()).isEqualTo(first);
    }

    @Test
    void aJoinerDoesNotGetTheUserOfTheLeaverWhoseAddressHeHas() {
        company(person("1").title("Chief"));
        company();
        UUID former = engine.user("hr:1").id();

        company(person("2").email("1@example.com"));

        assertThat(engine.user("hr:1").access()).isEqualTo(AccessState.DEACTIVATED);
        assertThat(engine.users().values())
                .filteredOn(user -> user.id().equals(former))
                .noneMatch(user -> user.access() == AccessState.ACTIVE);
    }

    @Test
    void theAddressOfSomebodyDeprovisionedIsFreeForAnother() {
        engine.directory("lifecycle: { whenAbsent: delete, quarantine: 0 days }");
        company(person("1"));
        UUID former = engine.user("hr:1").id();
        company();

        company(person("2").email("1@example.com"));

        assertThat(engine.user("hr:2").access()).isEqualTo(AccessState.ACTIVE);
        assertThat(engine.user("hr:2").id()).isNotEqualTo(former);
    }

    @Test
    void anAddressIsOneHoweverItsLettersAreWrittenAndKeptAsSent() {
        String composed = Normalizer.normalize("Zoë@example.com", Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize("ZOË@EXAMPLE.com", Normalizer.Form.NFD);
        company(person("1").email(composed));

        RunSummary run = company(person("1").email(composed), person("2").email(decomposed));

        assertThat(run.counts().withheld()).isEqualTo(1);
        assertThat(engine.users()).doesNotContainKey("hr:2");
        company(person("1").email(decomposed));
        assertThat(engine.user("hr:1").email()).isEqualTo(decomposed);
    }

    @Test
    @Acceptance(141)
    void whoeverIsAwaitedUnderANewKeyAndAddressIsTheSameUserOnHisFirstDay() {
        engine.directory("match: [externalId, employeeNumber, email]\nlifecycle: { preHires: wait }");
        company(person("1").number("77"));
        UUID id = engine.user("hr:1").id();
        company(person("2").number("77").starts("2026-03-10"));
        assertThat(engine.user("hr:1").access()).isEqualTo(AccessState.DEACTIVATED);

        engine.clock.turnTo("2026-03-09T23:00:00Z");
        engine.clockRun();

        assertThat(engine.users()).hasSize(10);
        assertThat(engine.user("hr:2").id()).isEqualTo(id);
        assertThat(engine.user("hr:2").access()).isEqualTo(AccessState.ACTIVE);
    }

    @Test
    void aNewKeyForSomebodyMissingIsSuspectedAlsoWhereAnOlderRecordOfHisIsLeft() {
        engine.directory("match: [externalId, employeeNumber, email]");
        Person older = person("1").number("77").status(EmploymentStatus.INACTIVE);
        company(person("1").number("77"));
        company(older, person("2").number("77").email("1@example.com"));

        RunSummary run = company(older, person("3").number("77").email("1@example.com"));

        assertThat(engine.plan(run.run()))
                .isNotEmpty()
                .allMatch(action -> action.obstacle() == Obstacle.SUSPECTED_REKEY);
        assertThat(engine.user("hr:2").access()).isEqualTo(AccessState.ACTIVE);
    }

    @Test
    void whoeverWasDeprovisionedAndIsAwaitedOffAndOnAgainIsSeen() {
        engine.directory("lifecycle: { whenInactive: delete, quarantine: 0 days, preHires: wait }");
        Person awaited = person("1").starts("2026-03-10");
        company(person("1"));
        company(person("1").status(EmploymentStatus.INACTIVE));
        company(awaited);
        engine.clock.turnTo("2026-03-11T06:00:00Z");
        company(awaited.status(EmploymentStatus.INACTIVE));

        company(awaited);

        assertThat(engine.user("hr:1").access()).isEqualTo(AccessState.ACTIVE);
    }
}
