package dev.rollcall.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.TestDatabase;
import dev.rollcall.company.Rules.Leaving;
import dev.rollcall.run.CompanyDirectory;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A company of 300 from day to day, beside a naive oracle of who should have access.
 *
 * <p>{@code -Dcompany.days=730} lets two years pass, and {@code -Dcompany.seed=7} another life.
 */
class TwoYearsTest {
    private static final int SIZE = 300;
    private static final int DAYS = Integer.getInteger("company.days", 30);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 30);
    private static final List<String> ONE = List.of("hr");
    private static final List<String> BOTH = List.of("hr", "payroll");

    /** One company and the rules of its directory. */
    record Case(long seed, Rules rules) {}

    private static Stream<Case> companies() {
        long seed = Long.getLong("company.seed", 0);
        return Stream.of(
                new Case(seed + 3, rules(Leaving.DEACTIVATE, Leaving.DEACTIVATE, false, "never", ONE)),
                new Case(seed + 5, rules(Leaving.NOTHING, Leaving.DELETE, true, "directly", ONE)),
                new Case(
                        seed + 2,
                        rules(Leaving.TOGGLE, Leaving.NOTHING, false, "{ after: 1 month }", BOTH)
                                .participationAfter(1)),
                new Case(seed + 4, rules(Leaving.DELETE, Leaving.DELETE, true, "{ after: 3 months }", BOTH)),
                new Case(
                        seed + 9,
                        rules(Leaving.DEACTIVATE, Leaving.DEACTIVATE, true, "never", BOTH)
                                .mostLosses(3)
                                .licenses(SIZE - 12)),
                new Case(
                        seed + 7,
                        rules(Leaving.DEACTIVATE, Leaving.DEACTIVATE, false, "never", ONE)
                                .mostLosses(2)
                                .complement("idp")
                                .participationAfter(1)));
    }

    private static Rules rules(
            Leaving whenInactive, Leaving whenAbsent, boolean waits, String removal, List<String> sources) {
        return new Rules(whenInactive, whenAbsent, waits, waits, removal, "7 days", sources);
    }

    @ParameterizedTest
    @MethodSource("companies")
    void whoHasAccessIsWhatTheOracleSaysOnEveryDay(Case one) throws SQLException {
        Company company = new Company(one.seed(), one.rules(), SIZE, FIRST);
        try (CompanyDirectory directory = new CompanyDirectory(TestDatabase.shared(), one.rules())) {
            Life life = new Life(company, one.rules(), directory);
            for (int day = 0; day < DAYS; day++) {
                life.passes(FIRST.plusDays(day));
            }
            life.ends();
        }
        assertThat(company.missing()).as("events that did not occur").isEmpty();
    }
}
