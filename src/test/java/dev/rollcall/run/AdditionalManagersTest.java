package dev.rollcall.run;

import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import dev.rollcall.scope.Scope;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Matrix, project and mentoring managers are found like the manager (acceptance row 47, D28). */
class AdditionalManagersTest extends AmongOthers {
    private static Person led(Person person, Reference.By by, String... names) {
        return person.with(
                Attribute.ADDITIONAL_MANAGERS,
                new Value.ReferredAll(Arrays.stream(names)
                        .map(name -> new Reference(by, name))
                        .toList()));
    }

    private static Person led(String key, String... keys) {
        return led(person(key), Reference.By.KEY, keys);
    }

    /** By external id, in their order. */
    private List<String> managers(String externalId) {
        return engine.sql.queryForList("""
                SELECT m.external_id FROM directory_user u
                CROSS JOIN unnest(u.additional_manager_ids) WITH ORDINALITY AS each (id, place)
                JOIN directory_user m ON m.id = each.id
                WHERE u.directory = ? AND u.external_id = ? ORDER BY each.place""", String.class, engine.directory, externalId);
    }

    private List<String> changed(RunSummary run) {
        return engine.plan(run.run()).stream()
                .filter(action -> "hr:1".equals(action.externalId()))
                .flatMap(action -> action.changed().stream())
                .toList();
    }

    @Test
    @Acceptance(47)
    void theyAreKnownInTheOrderOfTheSourceAndNobodyLeadsHimself() {
        company(led("1", "3", "1", "2", "3"), person("2"), person("3"));

        assertThat(managers("hr:1")).containsExactly("hr:3", "hr:2");
        assertThat(managers("hr:2")).isEmpty();
        RunSummary again = company(led("1", "3", "1", "2", "3"), person("2"), person("3"));
        assertThat(changed(again)).isEmpty();

        company(led("1", "2"), person("2"), person("3"));
        assertThat(managers("hr:1")).containsExactly("hr:2");
        company(led("1"), person("2"), person("3"));
        assertThat(managers("hr:1")).isEmpty();
    }

    @Test
    @Acceptance({47, 66})
    void whoeverIsNoUserYetIsLeftOutAndAddedAsSoonAsHeIsOne() {
        company(led(person("1").managedBy("4"), Reference.By.KEY, "2", "3"), person("3"));
        assertThat(managers("hr:1")).containsExactly("hr:3");

        RunSummary dry = engine.dry(
                led(person("1").managedBy("4"), Reference.By.KEY, "2", "3").mapped(),
                person("2").mapped(),
                person("3").mapped());
        RunSummary second =
                company(led(person("1").managedBy("4"), Reference.By.KEY, "2", "3"), person("2"), person("3"));
        assertThat(changed(dry)).containsExactly("additionalManagers");
        assertThat(changed(second)).containsExactly("additionalManagers");
        assertThat(managers("hr:1")).containsExactly("hr:2", "hr:3");

        company(led(person("1").managedBy("4"), Reference.By.KEY, "2", "3"), person("2"), person("3"), person("4"));
        assertThat(engine.user("hr:1").manager()).isEqualTo("hr:4");
        assertThat(managers("hr:1"))
                .as("the manager's coming takes nobody away")
                .containsExactly("hr:2", "hr:3");

        company(
                led(person("1").managedBy("4"), Reference.By.KEY, "2", "9", "3"),
                person("2"),
                person("3"),
                person("4"));
        assertThat(managers("hr:1")).containsExactly("hr:2", "hr:3");
    }

    @Test
    @Acceptance(47)
    void aKeyMeansTheSourcesOwnPeopleAndAnAddressAnybodyOfTheDirectory() {
        engine.source("other", Scope.EVERYBODY, "1");
        company(led("1", "x"), led(person("2"), Reference.By.EMAIL, "X@other.example"));
        engine.full("other", List.of(person("x").email("x@other.example").mapped()));

        assertThat(managers("hr:1")).isEmpty();
        company(led("1", "x"), led(person("2"), Reference.By.EMAIL, "X@other.example"));
        assertThat(managers("hr:1")).isEmpty();
        assertThat(managers("hr:2")).containsExactly("other:x");
    }

    @Test
    @Acceptance({47, 91})
    void whoeverIsDeprovisionedLeadsNobodyAndIsLedByNobody() {
        engine.directory("lifecycle: { whenInactive: delete, quarantine: 7 days }");
        company(led("1", "2", "3"), led("2", "3"), person("3"));
        company(
                led("1", "2", "3"),
                led(person("2").status(EmploymentStatus.INACTIVE), Reference.By.KEY, "3"),
                person("3"));
        assertThat(managers("hr:1")).containsExactly("hr:2", "hr:3");

        engine.clock.turnTo("2026-03-08T23:00:00Z");
        engine.clockRun();

        assertThat(managers("hr:1")).containsExactly("hr:3");
        assertThat(engine.sql.queryForList(
                        "SELECT changed::text FROM change WHERE directory = ? AND reason = 'manager-deprovisioned'",
                        String.class,
                        engine.directory))
                .containsExactly("{additionalManagers}");
        assertThat(engine.sql.queryForObject(
                        "SELECT count(*) FROM additional_manager WHERE directory = ?", Long.class, engine.directory))
                .isEqualTo(1);
    }
}
