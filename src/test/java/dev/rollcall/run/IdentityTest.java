package dev.rollcall.run;

import static dev.rollcall.run.Person.company;
import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.employee.Attribute;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.plan.Action;
import dev.rollcall.plan.Obstacle;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private final Engine engine = new Engine(TestDatabase.shared());

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    @Test
    void oneKeyWithTwoDifferentRecordsIsNobodysWord() {
        engine.full(company(0, 20));
        List<MappingResult> people = new ArrayList<>(List.of(company(0, 20)));
        people.add(person("p4").title("Another").mapped());
        people.add(person("p5").mapped()); // the same again is one

        RunSummary summary = engine.full("hr", people);

        assertThat(summary.counts().rejected()).isEqualTo(1);
        assertThat(engine.user("hr:p4").version()).isEqualTo(1);
        assertThat(engine.active()).hasSize(20);
    }

    @Test
    void alsoOfMoreKeysThanAnybodyWouldNameTheDoublesAreFound() {
        engine.full(company(0, 20));
        List<MappingResult> people = new ArrayList<>(List.of(company(0, 20)));
        people.add(person("p4").title("Another").mapped());
        IntStream.range(0, 10_001).forEach(number -> {
            people.add(person("former" + number).gone());
            people.add(person("former" + number).gone());
        });

        RunSummary summary = engine.full("hr", people);

        assertThat(summary.counts().rejected()).isEqualTo(1);
        assertThat(engine.user("hr:p4").version()).isEqualTo(1);
        assertThat(engine.active()).hasSize(20);
    }

    @Test
    @Acceptance({98, 119})
    void aRecordWithTheAddressOfAUserNobodyLinkedIsForAPersonToDecide() {
        engine.full(person("1").mapped());
        engine.sql.update(
                "INSERT INTO directory_user (id, directory, version, access, email, email_key, profile, created_at,"
                        + " updated_at) VALUES (gen_random_uuid(), ?, 1, 'ACTIVE', 'Ann@example.com', 'ann@example.com',"
                        + " '{}', now(), now())",
                engine.directory);

        RunSummary summary = engine.full(
                person("1").mapped(), person("2").email("ANN@example.com").mapped());

        assertThat(engine.users()).containsOnlyKeys("hr:1", "Ann@example.com");
        assertThat(summary.counts().withheld()).isEqualTo(1);
        assertThat(engine.plan(summary.run())).singleElement().satisfies(action -> {
            assertThat(action.kind()).isEqualTo(Action.Kind.LINK);
            assertThat(action.obstacle()).isEqualTo(Obstacle.REVIEW);
        });
    }

    @Test
    void anAddressSomebodyElseKeepsWithholdsTheAddressOnly() {
        engine.full(person("1").mapped(), person("2").mapped());

        RunSummary summary = engine.full(
                person("1").email("2@example.com").title("Chief").mapped(),
                person("2").mapped());

        assertThat(engine.user("hr:1").email()).isEqualTo("1@example.com");
        assertThat(engine.user("hr:1").profile().text(Attribute.TITLE)).contains("Chief");
        assertThat(summary.counts().withheld()).isEqualTo(1);

        // the address becomes free: the next run moves it, though the record is the same as before
        engine.full(
                person("1").email("2@example.com").title("Chief").mapped(),
                person("2").email("new@example.com").mapped());
        assertThat(engine.user("hr:1").email()).isEqualTo("2@example.com");
    }

    @Test
    @Acceptance(66)
    void aManagerWhoBecomesKnownLaterIsSetThen() {
        engine.full(
                person("1").managedBy("boss").mapped(),
                person("2").managedByEmail("BOSS@example.com").mapped());
        assertThat(engine.user("hr:1").manager()).isNull();

        RunSummary summary = engine.full(
                person("1").managedBy("boss").mapped(),
                person("2").managedByEmail("BOSS@example.com").mapped(),
                person("boss").mapped());

        assertThat(engine.user("hr:1").manager()).isEqualTo("hr:boss");
        assertThat(engine.user("hr:2").manager()).isEqualTo("hr:boss");
        assertThat(engine.plan(summary.run())).hasSize(3);
    }

    @Test
    @Acceptance(71)
    void whatWasChangedByHandIsRealignedAtTheNextRun() {
        engine.full(person("1").title("Engineer").mapped(), person("2").mapped());
        engine.sql.update(
                "UPDATE directory_user SET profile = convert_to('{\"title\":\"Boss\"}', 'UTF8'), version = version + 1,"
                        + " edited = true WHERE directory = ? AND external_id = 'hr:1'",
                engine.directory);

        engine.full(person("1").title("Engineer").mapped(), person("2").mapped());

        assertThat(engine.user("hr:1").profile().text(Attribute.TITLE)).contains("Engineer");
    }

    @Test
    void aDeltaRemovesNobodyByAbsenceButHearsTombstones() {
        engine.full(company(0, 10));

        RunSummary summary =
                engine.delta(person("p1").title("New").mapped(), person("p2").gone());

        assertThat(summary.counts().updated()).isEqualTo(1);
        assertThat(summary.counts().removed()).isEqualTo(1);
        assertThat(engine.active()).hasSize(9).doesNotContain("hr:p2");
    }

    @Test
    void aTombstoneOfSomebodyUnknownIsStoredNowhere() {
        engine.full(person("1").mapped(), person("ghost").gone());

        assertThat(engine.users()).containsOnlyKeys("hr:1");
        assertThat(engine.sql.queryForObject(
                        "SELECT count(*) FROM employee WHERE directory = ? AND key = 'ghost'",
                        Long.class,
                        engine.directory))
                .isZero();
    }

    @Test
    @Acceptance(99)
    void aSourceNeverTouchesAUserOfAnother() {
        engine.source("payroll", dev.rollcall.scope.Scope.EVERYBODY, "1");
        engine.full(
                "hr",
                List.of(person("1").mapped(), person("2").mapped(), person("3").mapped()));
        engine.full("payroll", List.of(person("1").email("pay@example.com").mapped()));

        engine.full("hr", List.of(person("1").mapped(), person("2").mapped()));

        assertThat(engine.active()).containsExactly("hr:1", "hr:2", "payroll:1");
    }
}
