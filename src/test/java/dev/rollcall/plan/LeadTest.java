package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.KnownUser;
import dev.rollcall.directory.Said;
import dev.rollcall.directory.User;
import dev.rollcall.lifecycle.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose status, dates and values count of somebody whom several sources have (acceptance D20). */
class LeadTest {
    private static final Employment CONTRACTOR = Said.by("contractors", "startDate: 2025-01-01");
    private static final Employment EMPLOYEE = Said.by("hr", "startDate: 2026-01-01");
    private static final Employment LEFT_2024 = Said.by("payroll", "startDate: 2023-01-01, endDate: 2024-12-31");
    private static final Employment LEFT_2025 = Said.by("agency", "startDate: 2025-01-01, endDate: 2025-12-31");
    private static final Employment FROM_MAY = Said.by("spain", "startDate: 2026-05-01");

    private static Lead lead(Planning planning, @Nullable User user, List<Employment> employments) {
        Rules rules = planning.rules();
        return Lead.of(user, employments, rules.lifecycle(), rules.precedence(), Planning.NOON);
    }

    /** Whatever the order in which they are given. */
    private static Lead lead(Planning planning, @Nullable User user, Employment... employments) {
        List<Employment> given = new ArrayList<>(List.of(employments));
        Lead lead = lead(planning, user, given);
        Collections.reverse(given);
        assertThat(lead(planning, user, given).employment()).isEqualTo(lead.employment());
        return lead;
    }

    private static String leading(Planning planning, @Nullable User user, Employment... employments) {
        return Objects.requireNonNull(lead(planning, user, employments).employment())
                .source();
    }

    @Test
    void theEmployedOneLeadsWhereverElseThePersonLeftOrIsAwaited() {
        assertThat(leading(Planning.usual(), null, LEFT_2025, CONTRACTOR, FROM_MAY))
                .isEqualTo("contractors");
        assertThat(leading(Planning.usual(), null, Said.now(Evidence.ABSENT, EMPLOYEE), CONTRACTOR))
                .isEqualTo("contractors");
    }

    @Test
    void ofSeveralThatAreOverTheOneThatBeganLastLeads() {
        assertThat(leading(Planning.usual().precedence("payroll", "agency"), null, LEFT_2024, LEFT_2025))
                .isEqualTo("agency");
        assertThat(leading(Planning.usual(), null, LEFT_2025, FROM_MAY)).isEqualTo("spain");
        assertThat(leading(Planning.usual(), null, Said.by("hr", "employmentStatus: inactive"), LEFT_2024))
                .as("one without a first day began before all others")
                .isEqualTo("payroll");
    }

    @Test
    void ofTwoThatBeganOnOneDayPrecedenceThenTheUsersOwnThenTheNameDecides() {
        Employment agency = Said.by("agency", "employmentStatus: inactive");
        Employment payroll = Said.by("payroll", "employmentStatus: inactive");
        User ofPayroll = KnownUser.active().linkedTo("payroll:1").user();

        assertThat(leading(Planning.usual().precedence("payroll", "agency"), null, agency, payroll))
                .isEqualTo("payroll");
        assertThat(leading(Planning.usual().precedence("agency", "payroll"), ofPayroll, agency, payroll))
                .isEqualTo("agency");
        assertThat(leading(Planning.usual(), ofPayroll, agency, payroll)).isEqualTo("payroll");
        assertThat(leading(Planning.usual(), null, agency, payroll)).isEqualTo("agency");
    }

    @Test
    void ofTwoRecordsOfOneSourceTheKeyDecidesAtLast() {
        Employment one = Said.by("hr", "employmentStatus: inactive");
        Employment other = Said.underKey("2", one);

        assertThat(lead(Planning.usual(), null, one, other).employment()).isEqualTo(one);
    }

    @Test
    void ofTwoRecordsOfOneHireAheadTheOneStillSentLeadsAndNotTheOneTheUserIsLinkedTo() {
        Employment gone = Said.now(Evidence.ABSENT, FROM_MAY);
        Employment sent = Said.underKey("2", FROM_MAY);
        User linked = KnownUser.preHire().linkedTo("spain:1").user();

        assertThat(lead(Planning.usual(), linked, gone, sent).employment()).isEqualTo(sent);
    }

    @Test
    void twoThatEmployHimAtOnceAreAConflictUnlessPrecedenceRanksThem() {
        User ofHr = KnownUser.active().user();

        Lead conflict = lead(Planning.usual(), ofHr, CONTRACTOR, EMPLOYEE, LEFT_2024);
        assertThat(conflict.employment()).isEqualTo(EMPLOYEE);
        assertThat(conflict.challengers()).containsExactly(CONTRACTOR);
        assertThat(conflict.values()).containsExactly(EMPLOYEE);

        Lead ranked = lead(Planning.usual().precedence("contractors", "hr"), ofHr, CONTRACTOR, EMPLOYEE);
        assertThat(ranked.employment()).isEqualTo(CONTRACTOR);
        assertThat(ranked.challengers()).isEmpty();
        assertThat(ranked.values()).containsExactly(CONTRACTOR, EMPLOYEE);
    }

    @Test
    void oneThatEmploysHimBesideOneThatWillIsNoConflict() {
        Lead lead = lead(Planning.usual(), null, EMPLOYEE, FROM_MAY);

        assertThat(lead.challengers()).isEmpty();
        assertThat(lead.values()).containsExactly(EMPLOYEE, FROM_MAY);
    }

    @Test
    void valuesAreOfThoseInTheFeedWhoHaveNotLeftAndComplementsComeLast() {
        Employment complement = Said.complementBy("idp", "teams: Red");
        Employment complementGone = Said.now(Evidence.ABSENT, Said.complementBy("phones", "grade: 7"));

        assertThat(lead(Planning.usual(), null, complementGone, complement, LEFT_2025, EMPLOYEE)
                        .values())
                .containsExactly(EMPLOYEE, complement);
    }

    @Test
    void aLeaversValuesAreStillHisSourcesAsLongAsItHasHim() {
        assertThat(lead(Planning.usual(), null, LEFT_2025, LEFT_2024).values()).containsExactly(LEFT_2025);
        assertThat(lead(Planning.usual(), null, Said.now(Evidence.ABSENT, LEFT_2025))
                        .values())
                .isEmpty();
    }

    @Test
    void aComplementLeadsNobody() {
        Lead lead = lead(Planning.usual(), null, Said.complementBy("idp", "startDate: 2026-01-01"));

        assertThat(lead.employment()).isNull();
        assertThat(lead.standing()).isNull();
        assertThat(lead.turnsAt()).isNull();
        assertThat(lead.values()).hasSize(1);
    }

    @Test
    void whatTheCalendarChangesNextMayBeAnyOfThem() {
        Lead lead = lead(
                Planning.usual(),
                null,
                Said.by("hr", "startDate: 2026-01-01, endDate: 2026-06-30"),
                FROM_MAY,
                LEFT_2024);

        assertThat(lead.standing()).isEqualTo(new Standing.Employed(Instant.parse("2026-06-30T22:00:00Z")));
        assertThat(lead.turnsAt()).isEqualTo("2026-04-30T22:00:00Z");
    }
}
