package dev.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.TestDatabase;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.mapping.MappedPage;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.plan.Action;
import dev.rollcall.plan.Safeguards;
import dev.rollcall.scope.Scope;
import dev.rollcall.source.Problem;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The invariants of the design over random companies; the seed stands in the test's name. */
class InvariantsTest {
    private static final Snapshot COMPLETE = new Snapshot.Full(new Proof.DoneFile("x"));
    private static final Problem CUT = new Problem("test", "TEST-1", "cut on purpose");

    private final Engine engine = new Engine(TestDatabase.shared()).safeguards(new Safeguards(100, 100));

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    /** A random night: some left, some joined, some moved, one or the other record damaged. */
    private static List<MappingResult> night(Random random) {
        List<MappingResult> people = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            if (random.nextInt(5) == 0) {
                continue;
            }
            Person person = Person.person("p" + i)
                    .title("Title " + random.nextInt(3))
                    .department("Unit " + random.nextInt(4))
                    .email("p" + (random.nextInt(20) == 0 ? i + 1 : i) + "@example.com")
                    .managedBy("p" + random.nextInt(70));
            if (random.nextInt(8) == 0) {
                person = person.status(EmploymentStatus.INACTIVE);
            }
            if (random.nextInt(8) == 0) {
                person = person.ends("2026-0" + (1 + random.nextInt(6)) + "-15");
            }
            people.add(random.nextInt(25) == 0 ? person.rejected() : person.mapped());
        }
        return people;
    }

    private static SortedMap<String, List<Object>> visible(Engine engine) {
        SortedMap<String, List<Object>> users = new TreeMap<>();
        engine.users()
                .forEach((id, user) -> users.put(
                        id,
                        List.of(
                                user.access(),
                                user.version(),
                                String.valueOf(user.email()),
                                String.valueOf(user.manager()),
                                user.profile().without("manager"))));
        return users;
    }

    private static List<List<Object>> shown(Engine engine, RunSummary run) {
        return engine.plan(run.run()).stream()
                .map(action -> List.<Object>of(
                        action.kind(),
                        action.externalId(),
                        action.state(),
                        action.reason(),
                        action.access(),
                        action.changed()))
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aPlanShownIsThePlanAppliedAndAppliedAgainIsNoAction(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
            List<MappingResult> people = night(random);

            RunSummary dry = engine.dry(people.toArray(new MappingResult[0]));
            RunSummary real = engine.full("hr", people);
            assertThat(shown(engine, real)).isEqualTo(shown(engine, dry));

            SortedMap<String, List<Object>> after = visible(engine);
            RunSummary again = engine.full("hr", people);
            assertThat(shown(engine, again))
                    .as("only what a conflict withholds is planned again")
                    .allMatch(action -> action.get(2) == Action.State.WITHHELD);
            assertThat(visible(engine)).isEqualTo(after);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void theOrderOfRecordsAndPagesTheLocaleAndTheZoneDoNotMatter(long seed) throws SQLException {
        Random random = new Random(seed);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try (Engine other = new Engine(TestDatabase.shared()).safeguards(new Safeguards(100, 100))) {
            for (int round = 0; round < 3; round++) {
                List<MappingResult> people = night(random);
                engine.run("hr", Trigger.SCHEDULE, COMPLETE, people, 7 + random.nextInt(50));

                List<MappingResult> shuffled = new ArrayList<>(people);
                Collections.shuffle(shuffled, random);
                Locale.setDefault(Locale.forLanguageTag("tr-TR"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                other.run("hr", Trigger.SCHEDULE, COMPLETE, shuffled, 1 + random.nextInt(100));
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);

                assertThat(visible(other)).isEqualTo(visible(engine));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void aFailedPartialRepeatedOrUnprovenFetchTakesNobodysAccess(long seed) {
        Random random = new Random(seed);
        engine.full("hr", night(random));
        List<String> before = engine.active();
        List<MappingResult> few = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> few.add(Person.person("new" + i).mapped()));

        Run cut = engine.open("hr", Trigger.SCHEDULE);
        engine.runs().stage(new MappedPage(cut.id(), 0, few));
        engine.runs().abort(cut.id(), CUT);

        Run repeated = engine.open("hr", Trigger.SCHEDULE);
        engine.runs().stage(new MappedPage(repeated.id(), 0, few));
        assertThatThrownBy(() -> engine.runs().stage(new MappedPage(repeated.id(), 0, few)))
                .hasMessageContaining("expected page 1");
        engine.runs().abort(repeated.id(), CUT);

        Run lost = engine.open("hr", Trigger.SCHEDULE);
        engine.runs().stage(new MappedPage(lost.id(), 0, few));
        assertThatThrownBy(() -> engine.runs().accept(new SnapshotEnd(lost.id(), 2, 10, COMPLETE, null)))
                .hasMessageContaining("staged were 1 pages with 5");
        engine.runs().abort(lost.id(), CUT);

        Run broken = engine.open("hr", Trigger.SCHEDULE);
        assertThatThrownBy(
                        () -> engine.runs().accept(new SnapshotEnd(broken.id(), 0, 0, new Snapshot.Broken(CUT), null)))
                .hasMessageContaining("cut on purpose");
        engine.runs().abort(broken.id(), CUT);

        assertThat(engine.active()).isEqualTo(before);
        engine.run("hr", Trigger.SCHEDULE, new Snapshot.Unproven("no proof"), few, 2);
        assertThat(engine.active()).containsAll(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void aSourceTouchesNeitherAnotherSourcesUsersNorUsersMadeByHand(long seed) {
        Random random = new Random(seed);
        engine.source("payroll", Scope.EVERYBODY, "1");
        List<MappingResult> paid = new ArrayList<>();
        IntStream.range(0, 10)
                .forEach(i -> paid.add(Person.person("p" + i)
                        .email("paid" + i + "@example.com")
                        .mapped()));
        engine.full("payroll", paid);
        engine.sql.update(
                "INSERT INTO directory_user (id, directory, version, access, email, email_key, profile, created_at,"
                        + " updated_at) VALUES (gen_random_uuid(), ?, 1, 'ACTIVE', 'p3@example.com', 'p3@example.com',"
                        + " '{}', now(), now())",
                engine.directory);
        SortedMap<String, List<Object>> others = visible(engine);

        for (int round = 0; round < 3; round++) {
            engine.full("hr", night(random));
        }

        assertThat(visible(engine)).containsAllEntriesOf(others);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43})
    void everyChangeIsWrittenOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
            engine.full("hr", night(random));
        }
        assertThat(engine.sql.queryForList("""
                        SELECT u.external_id FROM directory_user u LEFT JOIN change c ON c.user_id = u.id
                        WHERE u.directory = ? GROUP BY u.id
                        HAVING count(c.id) <> u.version OR max(c.user_version) <> u.version
                            OR array_agg(c.user_version ORDER BY c.id) <> array_agg(c.user_version ORDER BY c.user_version)""", String.class, engine.directory)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53})
    void aRefusedRecordNeverRaisesTheNumberOfRemovalsButLeavingIsHeard(long seed) throws SQLException {
        Random random = new Random(seed);
        List<Person> people = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> people.add(Person.person("p" + i)));
        List<MappingResult> everybody = people.stream().map(Person::mapped).toList();
        engine.full("hr", everybody);
        List<MappingResult> damaged = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Person person : people) {
            boolean leaves = random.nextInt(6) == 0;
            Person now = leaves ? person.status(EmploymentStatus.INACTIVE) : person;
            if (leaves) {
                left.add("hr:" + person.key());
            }
            damaged.add(random.nextBoolean() ? now.rejected() : now.mapped());
        }

        engine.full("hr", damaged);

        assertThat(engine.active()).hasSize(40 - left.size()).doesNotContainAnyElementsOf(left);
    }
}
