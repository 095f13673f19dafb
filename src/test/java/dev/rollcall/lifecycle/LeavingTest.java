package dev.rollcall.lifecycle;

import static dev.rollcall.directory.AccessState.ACTIVE;
import static dev.rollcall.directory.AccessState.DEACTIVATED;
import static dev.rollcall.directory.AccessState.DEPROVISIONED;
import static dev.rollcall.directory.AccessState.PRE_HIRE;
import static dev.rollcall.directory.AccessState.QUARANTINED;
import static dev.rollcall.employee.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.KnownUser;
import dev.rollcall.employee.Profile;
import dev.rollcall.lifecycle.LifecyclePolicy.OnLeaving;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a user who does not work here any more; it is noon of 31 March in Brussels. */
class LeavingTest {
    private static final String NOON = "2026-03-31T10:00:00Z";
    private static final Instant A_WEEK_ON = Instant.parse("2026-04-06T22:00:00Z");

    private static Wanted becomes(KnownUser user, Evidence evidence, String says, Policies policies, String at) {
        Instant now = Instant.parse(at);
        Profile profile = profile(says);
        LifecyclePolicy policy = policies.policy();
        Standing standing = Lifecycle.standing(evidence, "hr", profile, policy, now);
        return Lifecycle.remains(standing, profile, user.user(), policy, now);
    }

    private static Wanted inactive(KnownUser user, Policies policies, String at) {
        return becomes(user, Evidence.PRESENT, "employmentStatus: inactive", policies, at);
    }

    private static Wanted absent(KnownUser user, Policies policies, String at) {
        return becomes(user, Evidence.ABSENT, "employmentStatus: active", policies, at);
    }

    private static Wanted ended(KnownUser user, String lastDay, Policies policies, String at) {
        return becomes(user, Evidence.PRESENT, "employmentStatus: active, endDate: " + lastDay, policies, at);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // when inactive      | when absent | the source says                 | becomes     | takes part |
                // because of, and its date
                "NOTHING              | DELETE  | PRESENT, employmentStatus: inactive | ACTIVE      | true  | status-inactive | -",
                "TOGGLE_PARTICIPATION | DELETE  | PRESENT, employmentStatus: inactive | ACTIVE      | false | status-inactive | -",
                "DEACTIVATE           | DELETE  | PRESENT, employmentStatus: inactive | DEACTIVATED | true  | status-inactive | -",
                "DELETE               | NOTHING | PRESENT, employmentStatus: inactive | QUARANTINED | true  | status-inactive | -",
                "DELETE               | NOTHING | ABSENT                              | ACTIVE      | true  | absent | -",
                "DELETE               | NOTHING | GONE                                | ACTIVE      | true  | gone | -",
                "NOTHING              | DEACTIVATE | ABSENT                           | DEACTIVATED | true  | absent | -",
                "NOTHING              | DELETE  | ABSENT                              | QUARANTINED | true  | absent | -",
                "NOTHING              | DELETE  | GONE                                | QUARANTINED | true  | gone | -",
                "NOTHING              | NOTHING | OUT_OF_SCOPE                        | QUARANTINED | true  | out-of-scope | -",
                "DELETE               | DELETE  | PRESENT, endDate: 2026-03-30        | DEACTIVATED | true  | end-date-passed | endDate 2026-03-30"
            })
    void theDirectorysAnswerToHowSomebodyLeft(
            OnLeaving whenInactive,
            OnLeaving whenAbsent,
            String says,
            AccessState access,
            boolean participates,
            String reason,
            String detail) {
        String[] said = says.split(",", 2);
        Wanted wanted = becomes(
                KnownUser.active(),
                Evidence.valueOf(said[0]),
                said.length == 1 ? "" : said[1],
                Policies.usual().whenInactive(whenInactive).whenAbsent(whenAbsent),
                NOON);

        assertThat(wanted.access()).isEqualTo(access);
        assertThat(wanted.participates()).isEqualTo(participates);
        assertThat(wanted.reason()).isEqualTo(reason);
        assertThat(wanted.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "NOTHING, DEACTIVATED, end-date-passed",
        "TOGGLE_PARTICIPATION, DEACTIVATED, end-date-passed",
        "DEACTIVATE, DEACTIVATED, status-inactive",
        "DELETE, QUARANTINED, status-inactive"
    })
    void ofStatusAndEndDateTheStrongerAnswerCounts(OnLeaving whenInactive, AccessState access, String reason) {
        Wanted wanted = becomes(
                KnownUser.active(),
                Evidence.PRESENT,
                "employmentStatus: inactive, endDate: 2026-03-30",
                Policies.usual().whenInactive(whenInactive),
                NOON);

        assertThat(wanted.access()).isEqualTo(access);
        assertThat(wanted.reason()).isEqualTo(reason);
        assertThat(wanted.detail()).isEqualTo("endDate 2026-03-30");
    }

    @Test
    void nothingKeepsAccessAndParticipationAsTheyAreUntilAnEndDateAhead() {
        Policies nothing = Policies.usual().whenInactive(OnLeaving.NOTHING);
        String says = "employmentStatus: inactive, endDate: 2026-04-30";
        Instant endsAt = Instant.parse("2026-04-30T22:00:00Z");
        Instant begins = Instant.parse("2026-04-14T22:00:00Z");

        assertThat(becomes(
                        KnownUser.active().takesPartFrom("2026-04-14T22:00:00Z"),
                        Evidence.PRESENT,
                        says,
                        nothing,
                        NOON))
                .isEqualTo(new Wanted(ACTIVE, false, begins, null, endsAt, "status-inactive", null));
        assertThat(becomes(KnownUser.preHire(), Evidence.PRESENT, says, nothing, NOON)
                        .access())
                .isEqualTo(PRE_HIRE);
        assertThat(becomes(KnownUser.deactivated(NOON), Evidence.PRESENT, says, nothing, NOON)
                        .access())
                .isEqualTo(DEACTIVATED);
    }

    @Test
    void whoeverIsInactiveUnderToggleAwaitsNoParticipation() {
        assertThat(inactive(
                        KnownUser.active().takesPartFrom("2026-04-14T22:00:00Z"),
                        Policies.usual().whenInactive(OnLeaving.TOGGLE_PARTICIPATION),
                        NOON))
                .isEqualTo(new Wanted(ACTIVE, false, null, null, null, "status-inactive", null));
    }

    @Test
    void whoeverIsDeactivatedForGoodIsLeftAloneByTheCalendar() {
        assertThat(inactive(KnownUser.active(), Policies.usual(), NOON))
                .isEqualTo(new Wanted(DEACTIVATED, true, null, null, null, "status-inactive", null));
    }

    @Test
    void removalComesItsMonthsAfterTheLastDayClampedToTheMonthsEnd() {
        Policies aMonth = Policies.usual().removalAfter("P1M");
        KnownUser leaver = KnownUser.deactivated("2026-01-31T23:00:00Z");
        Instant removal = Instant.parse("2026-02-28T23:00:00Z");

        assertThat(ended(leaver, "2026-01-31", aMonth, "2026-02-28T22:59:59Z"))
                .isEqualTo(new Wanted(DEACTIVATED, true, null, null, removal, "end-date-passed", "endDate 2026-01-31"));
        assertThat(ended(leaver, "2026-01-31", aMonth, "2026-02-28T23:00:00Z"))
                .isEqualTo(new Wanted(
                        QUARANTINED,
                        true,
                        null,
                        Instant.parse("2026-03-07T23:00:00Z"),
                        Instant.parse("2026-03-07T23:00:00Z"),
                        "removal-due",
                        "endDate 2026-01-31"));
    }

    @Test
    void removalDirectlyIsTheFirstMomentAfterTheLastDay() {
        Wanted wanted = ended(KnownUser.active(), "2026-03-30", Policies.usual().removalAfter("P0D"), NOON);

        assertThat(wanted.access()).isEqualTo(QUARANTINED);
        assertThat(wanted.reason()).isEqualTo("end-date-passed");
    }

    @Test
    void aLastDayThatMovesTakesTheRemovalWithIt() {
        Policies aMonth = Policies.usual().removalAfter("P1M");
        KnownUser leaver = KnownUser.deactivated("2026-03-10T23:00:00Z");

        assertThat(ended(leaver, "2026-03-10", aMonth, NOON).next()).isEqualTo("2026-04-10T22:00:00Z");
        assertThat(ended(leaver, "2026-03-20", aMonth, NOON).next()).isEqualTo("2026-04-20T22:00:00Z");
        assertThat(ended(leaver, "2026-02-20", aMonth, NOON).access()).isEqualTo(QUARANTINED);
    }

    @Test
    void removalOfSomebodyInactiveBeforeHisLastDayIsCountedFromThatDay() {
        Wanted wanted = becomes(
                KnownUser.active(),
                Evidence.PRESENT,
                "employmentStatus: inactive, endDate: 2026-04-30",
                Policies.usual().removalAfter("P1M"),
                NOON);

        assertThat(wanted.access()).isEqualTo(DEACTIVATED);
        assertThat(wanted.next()).isEqualTo("2026-05-30T22:00:00Z");
    }

    @Test
    void withoutALastDayRemovalIsCountedFromTheLossOfAccess() {
        Policies twoMonths = Policies.usual().removalAfter("P2M");

        assertThat(inactive(KnownUser.active(), twoMonths, NOON).next()).isEqualTo("2026-05-30T22:00:00Z");
        assertThat(inactive(KnownUser.deactivated("2026-02-10T09:00:00Z"), twoMonths, NOON)
                        .next())
                .isEqualTo("2026-04-09T22:00:00Z");
        assertThat(inactive(KnownUser.deactivated("2026-02-10T09:00:00Z"), twoMonths, "2026-04-09T22:00:00Z"))
                .extracting(Wanted::access, Wanted::reason)
                .containsExactly(QUARANTINED, "removal-due");
    }

    @Test
    void theQuarantineLastsItsDaysAndItsEndIsWrittenDown() {
        assertThat(inactive(KnownUser.active(), Policies.usual().whenInactive(OnLeaving.DELETE), NOON))
                .isEqualTo(new Wanted(QUARANTINED, true, null, A_WEEK_ON, A_WEEK_ON, "status-inactive", null));
    }

    @Test
    void theDateWrittenDownHoldsWhateverQuarantineTheDirectoryHasByNow() {
        KnownUser leaver = KnownUser.quarantined("2026-04-10T22:00:00Z");

        for (String quarantine : new String[] {"P0D", "P1D", "P90D"}) {
            Wanted wanted = inactive(
                    leaver, Policies.usual().whenInactive(OnLeaving.DELETE).quarantine(quarantine), NOON);

            assertThat(wanted.access()).isEqualTo(QUARANTINED);
            assertThat(wanted.deprovisionsAt()).isEqualTo("2026-04-10T22:00:00Z");
            assertThat(wanted.next()).isEqualTo("2026-04-10T22:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource(OnLeaving.class)
    void whoeverIsInQuarantineIsDeprovisionedOnItsDateWhateverTheAnswerIsByNow(OnLeaving answer) {
        KnownUser leaver = KnownUser.quarantined("2026-04-10T22:00:00Z");
        Policies policies = Policies.usual().whenInactive(answer).whenAbsent(answer);

        assertThat(absent(leaver, policies, "2026-04-10T21:59:59Z").access()).isEqualTo(QUARANTINED);
        assertThat(absent(leaver, policies, "2026-04-10T22:00:00Z"))
                .isEqualTo(new Wanted(DEPROVISIONED, false, null, null, null, "quarantine-over", null));
        assertThat(inactive(leaver, policies, "2026-04-10T22:00:00Z").access()).isEqualTo(DEPROVISIONED);
    }

    @ParameterizedTest
    @EnumSource(OnLeaving.class)
    void whoeverIsDeprovisionedStaysSo(OnLeaving answer) {
        Policies policies = Policies.usual().whenInactive(answer).whenAbsent(answer);

        assertThat(inactive(KnownUser.deprovisioned(), policies, NOON))
                .isEqualTo(new Wanted(DEPROVISIONED, false, null, null, null, "status-inactive", null));
    }

    @Test
    void withoutAQuarantineHisDataGoesAtOnce() {
        assertThat(inactive(
                        KnownUser.active(),
                        Policies.usual().whenInactive(OnLeaving.DELETE).quarantine("P0D"),
                        NOON))
                .isEqualTo(new Wanted(DEPROVISIONED, false, null, null, null, "status-inactive", null));
    }
}
