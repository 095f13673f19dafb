package dev.rollcall.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.TestDatabase;
import dev.rollcall.company.Rules.Leaving;
import dev.rollcall.run.CompanyDirectory;
import dev.rollcall.run.CompanyDirectory.Heard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The invariants of the design over random rules and random companies; the seed stands in the test's name. */
class RandomRulesTest {
    private static final int SIZE = 30;
    private static final int DAYS = 8;
    private static final LocalDate FIRST = LocalDate.of(2028, 2, 20);

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("company.seeds", 3));
    }

    private static Rules rules(Random random) {
        Leaving[] answers = Leaving.values();
        Leaving whenAbsent = answers[random.nextInt(answers.length)];
        return new Rules(
                answers[random.nextInt(answers.length)],
                whenAbsent == Leaving.TOGGLE ? Leaving.NOTHING : whenAbsent, // only a status can be toggled
                random.nextBoolean(),
                random.nextBoolean(),
                List.of("never", "directly", "{ after: 5 days }", "{ after: 1 month }")
                        .get(random.nextInt(4)),
                random.nextInt(10) + " days",
                random.nextBoolean() ? List.of("hr") : List.of("payroll", "hr"));
    }

    private static CompanyDirectory directory(Rules rules) {
        CompanyDirectory directory = new CompanyDirectory(TestDatabase.shared(), rules);
        directory.byHand("admin@example.com");
        return directory;
    }

    /** Everybody has some records; nothing is asked of the calendar but that it goes on. */
    private static Instant morning(int day) {
        return FIRST.plusDays(day).atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void heardTwiceIsHeardOnceAndWhoIsNobodysIsTouchedByNobody(long seed) throws Exception {
        Rules rules = rules(new Random(seed));
        // who comes under a new key is known for certain only when he comes under it again (D23)
        Company company = new Company(seed, rules, SIZE, FIRST).keepsKeys();
        try (CompanyDirectory directory = directory(rules)) {
            List<String> byHand = directory.unmanaged();
            for (int day = 0; day < DAYS; day++) {
                company.day(FIRST.plusDays(day));
                directory.turnsTo(morning(day));
                directory.passes();
                for (String source : rules.sources()) {
                    Fetch fetch = company.fetch(source);
                    if (fetch == null) {
                        continue;
                    }
                    SortedSet<String> before = directory.access();
                    directory.hears(fetch, 100);
                    SortedSet<String> once = directory.access();
                    Heard again = directory.hears(fetch, 100);

                    assertThat(again.applied()).as("day %d, %s", day, rules).isZero();
                    assertThat(directory.access()).isEqualTo(once);
                    absenceTakesNobodysAccessUnlessProved(fetch, before, once);
                }
            }
            assertThat(directory.unmanaged()).isEqualTo(byHand);
            assertThat(directory.changesAmiss()).isEmpty();
        }
    }

    /** Whoever a fetch that is no proof does not name keeps what he has. */
    private static void absenceTakesNobodysAccessUnlessProved(
            Fetch fetch, SortedSet<String> before, SortedSet<String> after) {
        if (fetch.kind() == Fetch.Kind.FULL && !fetch.keyless()) {
            return;
        }
        SortedSet<String> unnamed = new TreeSet<>(before);
        fetch.records().forEach(record -> unnamed.remove(record.email()));
        assertThat(after).containsAll(unnamed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePlanIsTheSameInAnyOrderLocaleAndZoneAndBesideOthers(long seed) throws Exception {
        Rules rules = rules(new Random(seed));
        Company company = new Company(seed, rules, SIZE, FIRST);
        Random order = new Random(seed);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try (CompanyDirectory plain = directory(rules);
                CompanyDirectory strange = directory(rules);
                CompanyDirectory beside = directory(rules);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int day = 0; day < DAYS; day++) {
                company.day(FIRST.plusDays(day));
                List<Fetch> fetches = new ArrayList<>();
                for (String source : rules.sources()) {
                    Fetch fetch = company.fetch(source);
                    if (fetch != null) {
                        fetches.add(fetch);
                    }
                }
                List<String> expected = heard(plain, fetches, morning(day), 100);
                Locale.setDefault(Locale.forLanguageTag("tr-TR"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                Instant now = morning(day);
                Future<List<String>> one = threads.submit(() -> heard(strange, shuffled(fetches, order), now, 7));
                Future<List<String>> other = threads.submit(() -> heard(beside, fetches, now, 13));
                assertThat(one.get()).as("%s", rules).isEqualTo(expected);
                assertThat(other.get()).as("%s", rules).isEqualTo(expected);
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static List<String> heard(CompanyDirectory directory, List<Fetch> fetches, Instant now, int pageSize) {
        directory.turnsTo(now);
        directory.passes();
        List<String> plans = new ArrayList<>();
        fetches.forEach(fetch -> plans.add(directory.hears(fetch, pageSize).plan()));
        return plans;
    }

    /** The records in another order; that of the sources stays. */
    private static List<Fetch> shuffled(List<Fetch> fetches, Random random) {
        List<Fetch> shuffled = new ArrayList<>();
        for (Fetch fetch : fetches) {
            List<Sent> records = new ArrayList<>(fetch.records());
            Collections.shuffle(records, random);
            shuffled.add(new Fetch(fetch.source(), fetch.kind(), records, fetch.keyless()));
        }
        return shuffled;
    }
}
