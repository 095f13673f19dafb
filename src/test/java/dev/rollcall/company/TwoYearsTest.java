package dev.rollcall.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.TestDatabase;
import dev.rollcall.company.Rules.Leaving;
import dev.rollcall.run.CompanyDirectory;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A company of 300 from day to day, beside a naive oracle of who should have access.
 *
 * <p>{@code -Dcompany.days=730} lets two years pass.
 */
class TwoYearsTest {
    private static final int SIZE = 300;
    private static final int DAYS = Integer.getInteger("company.days", 40);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 30);
    private static final List<String> BOTH = List.of("hr", "payroll");

    /** One company and the rules of its directory. */
    record Case(long seed, Rules rules) {}

    private static Stream<Case> companies() {
        return Stream.of(
                new Case(1, rules(Leaving.DEACTIVATE, Leaving.DEACTIVATE, false, "never", List.of("hr"))),
                new Case(2, rules(Leaving.NOTHING, Leaving.DELETE, true, "directly", List.of("hr"))),
                new Case(3, rules(Leaving.TOGGLE, Leaving.NOTHING, false, "{ after: 1 month }", BOTH)),
                new Case(4, rules(Leaving.DELETE, Leaving.DELETE, true, "{ after: 3 months }", BOTH)));
    }

    private static Rules rules(
            Leaving whenInactive, Leaving whenAbsent, boolean waits, String removal, List<String> sources) {
        return new Rules(whenInactive, whenAbsent, waits, waits, removal, "7 days", sources);
    }

    @ParameterizedTest
    @MethodSource("companies")
    void whoHasAccessIsWhatTheOracleSaysOnEveryDay(Case one) throws SQLException {
        Company company = new Company(one.seed(), one.rules().sources(), SIZE, FIRST);
        Oracle oracle = new Oracle(one.rules());
        Map<String, Instant> quarantined = Map.of();
        try (CompanyDirectory directory = new CompanyDirectory(TestDatabase.shared(), one.rules())) {
            for (int day = 0; day < DAYS; day++) {
                LocalDate today = FIRST.plusDays(day);
                Instant now = today.atTime(6, 0).toInstant(ZoneOffset.UTC);
                company.day(today);
                oracle.passes(now);
                directory.passes(now);
                same(directory, oracle, today + ", by the calendar, " + one);
                for (String source : one.rules().sources()) {
                    Fetch fetch = company.fetch(source);
                    if (fetch != null) {
                        oracle.hears(fetch, now);
                        directory.hears(fetch, 100);
                        same(directory, oracle, today + ", " + fetch.kind() + " of " + source + ", " + one);
                    }
                }
                Map<String, Instant> still = directory.quarantined();
                quarantineIsKept(quarantined, still, Set.copyOf(directory.deprovisioned()), now);
                quarantined = still;
            }
            assertThat(directory.changesAmiss()).isEmpty();
        }
    }

    private static void same(CompanyDirectory directory, Oracle oracle, String when) {
        SortedSet<String> has = directory.access();
        SortedSet<String> should = oracle.access();
        Set<String> wrong = new TreeSet<>(has);
        wrong.removeAll(should);
        should.stream().filter(address -> !has.contains(address)).forEach(wrong::add);
        assertThat(wrong)
                .as(
                        "%s: what is known of them: %s",
                        when, wrong.stream().map(oracle::about).toList())
                .isEmpty();
    }

    /** Who was in quarantine is there until the day that was written down, or came back. */
    private static void quarantineIsKept(
            Map<String, Instant> before, Map<String, Instant> after, Set<String> deprovisioned, Instant now) {
        before.forEach((user, until) -> {
            assertThat(after.getOrDefault(user, until))
                    .as("quarantine of %s", user)
                    .isAfterOrEqualTo(until);
            if (deprovisioned.contains(user)) {
                assertThat(until).as("end of the quarantine of %s", user).isBeforeOrEqualTo(now);
            }
        });
    }
}
