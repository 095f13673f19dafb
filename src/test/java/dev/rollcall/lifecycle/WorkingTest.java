package dev.rollcall.lifecycle;

import static dev.rollcall.directory.AccessState.ACTIVE;
import static dev.rollcall.directory.AccessState.PRE_HIRE;
import static dev.rollcall.employee.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.KnownUser;
import dev.rollcall.employee.Profile;
import dev.rollcall.lifecycle.LifecyclePolicy.OnLeaving;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Joiners, those who work here and those who are awaited; it is noon of 31 March in Brussels. */
class WorkingTest {
    private static final Instant NOON = Instant.parse("2026-03-31T10:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-03-31T22:00:00Z");

    private static Policies toggle() {
        return Policies.usual().whenInactive(OnLeaving.TOGGLE_PARTICIPATION);
    }

    private static Optional<Wanted> joins(Evidence evidence, String says, Policies policies) {
        Profile profile = profile(says);
        LifecyclePolicy policy = policies.policy();
        return Lifecycle.joins(Lifecycle.standing(evidence, "hr", profile, policy, NOON), profile, policy, NOON);
    }

    private static Wanted joins(String says, Policies policies) {
        return joins(Evidence.PRESENT, says, policies).orElseThrow();
    }

    private static Wanted remains(KnownUser user, String says, Policies policies) {
        Profile profile = profile(says);
        LifecyclePolicy policy = policies.policy();
        return Lifecycle.remains(
                Lifecycle.standing(Evidence.PRESENT, "hr", profile, policy, NOON), profile, user.user(), policy, NOON);
    }

    private static Wanted employed(boolean participates, @Nullable Instant at, @Nullable Instant next) {
        return new Wanted(ACTIVE, participates, at, null, next, "employed", null);
    }

    @Test
    void whoeverWorksHereJoinsWithAccessAndTakesPart() {
        assertThat(joins("", Policies.usual())).isEqualTo(employed(true, null, null));
        assertThat(joins("startDate: 2026-03-31", Policies.usual())).isEqualTo(employed(true, null, null));
        assertThat(joins("endDate: 2026-03-31", Policies.usual())).isEqualTo(employed(true, null, TOMORROW));
    }

    @Test
    void whoeverHasLeftDoesNotJoin() {
        assertThat(joins(Evidence.PRESENT, "employmentStatus: inactive", Policies.usual()))
                .isEmpty();
        assertThat(joins(Evidence.ABSENT, "employmentStatus: active", Policies.usual()))
                .isEmpty();
    }

    @Test
    void aPreHireJoinsWithoutAccessAndWithTheDayItBegins() {
        assertThat(joins("startDate: 2026-04-01", Policies.usual()))
                .isEqualTo(new Wanted(
                        PRE_HIRE, false, TOMORROW, null, TOMORROW, "start-date-ahead", "startDate 2026-04-01"));
        assertThat(joins("employmentStatus: pending", Policies.usual()))
                .isEqualTo(new Wanted(PRE_HIRE, false, null, null, null, "start-date-ahead", null));
    }

    @Test
    void wherePreHiresWaitOnlyOneWithoutAFirstDayJoinsBeforeIt() {
        Policies waiting = Policies.usual().preHiresWait();

        assertThat(joins(Evidence.PRESENT, "startDate: 2026-04-01", waiting)).isEmpty();
        assertThat(joins(Evidence.PRESENT, "startDate: 2026-03-31", waiting)).isPresent();
        assertThat(joins("employmentStatus: pending", waiting).access()).isEqualTo(PRE_HIRE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2026-02-28 | P1M | true  | -",
                "2026-03-01 | P1M | false | 2026-03-31T22:00:00Z",
                "2026-03-30 | P1D | true  | -",
                "2026-03-31 | P1D | false | 2026-03-31T22:00:00Z"
            })
    void participationBeginsItsMonthsAfterTheFirstDay(String start, String after, boolean participates, Instant at) {
        assertThat(joins("startDate: " + start, Policies.usual().participationAfter(after)))
                .isEqualTo(employed(participates, at, at));
    }

    @Test
    void whateverComesFirstIsWhatTheCalendarChangesNext() {
        Policies aMonth = Policies.usual().participationAfter("P1M");
        Instant lastDay = Instant.parse("2026-04-10T22:00:00Z");
        Instant begins = Instant.parse("2026-04-14T22:00:00Z");

        assertThat(joins("startDate: 2026-03-15, endDate: 2026-04-10", aMonth).next())
                .isEqualTo(lastDay);
        assertThat(joins("startDate: 2026-03-15, endDate: 2026-04-20", aMonth).next())
                .isEqualTo(begins);
    }

    @Test
    void fromItsFirstDayOnParticipationIsAPersonsMatter() {
        assertThat(remains(KnownUser.active().takesNoPart(), "startDate: 2026-01-01", Policies.usual()))
                .isEqualTo(employed(false, null, null));
        assertThat(remains(KnownUser.active(), "startDate: 2026-01-01", Policies.usual()))
                .isEqualTo(employed(true, null, null));
    }

    @Test
    void aParticipationThatIsAwaitedBeginsOnItsDayAndMovesWithIt() {
        KnownUser awaiting = KnownUser.active().takesPartFrom("2026-03-20T23:00:00Z");

        assertThat(remains(awaiting, "startDate: 2026-03-21", Policies.usual())).isEqualTo(employed(true, null, null));
        assertThat(remains(awaiting, "startDate: 2026-03-31", Policies.usual().participationAfter("P1D")))
                .isEqualTo(employed(false, TOMORROW, TOMORROW));
    }

    @Test
    void aFirstDayThatMovesAheadTakesNobodysParticipationOnceItHasBegun() {
        Policies aMonth = Policies.usual().participationAfter("P1M");

        assertThat(remains(KnownUser.active(), "startDate: 2026-03-15", aMonth)).isEqualTo(employed(true, null, null));
    }

    @Test
    void underToggleTheStatusDecidesAtEveryRun() {
        assertThat(remains(KnownUser.active().takesNoPart(), "employmentStatus: active", toggle()))
                .isEqualTo(employed(true, null, null));
        assertThat(remains(KnownUser.active(), "startDate: 2026-03-31", toggle().participationAfter("P1D")))
                .isEqualTo(employed(false, TOMORROW, TOMORROW));
    }

    @Test
    void somebodyWhoReturnsIsEmployedAgain() {
        assertThat(remains(KnownUser.deactivated("2026-03-01T23:00:00Z"), "", Policies.usual()))
                .isEqualTo(employed(true, null, null));
        assertThat(remains(KnownUser.quarantined("2026-04-01T22:00:00Z"), "", Policies.usual()))
                .isEqualTo(employed(true, null, null));
    }

    @Test
    void somebodyHiredAgainForALaterDateIsAPreHireAndWhatAPersonDecidedStays() {
        assertThat(remains(KnownUser.deactivated("2026-03-01T23:00:00Z"), "startDate: 2026-04-01", Policies.usual()))
                .isEqualTo(
                        new Wanted(PRE_HIRE, true, null, null, TOMORROW, "start-date-ahead", "startDate 2026-04-01"));
        assertThat(remains(
                        KnownUser.deactivated("2026-03-01T23:00:00Z").takesNoPart(),
                        "startDate: 2026-04-01",
                        Policies.usual()))
                .extracting(Wanted::participates, Wanted::participationAt)
                .containsExactly(false, null);
        assertThat(remains(KnownUser.deactivated("2026-03-01T23:00:00Z"), "startDate: 2026-04-01", toggle()))
                .extracting(Wanted::participates, Wanted::participationAt)
                .containsExactly(false, TOMORROW);
    }

    @Test
    void aPreHireWhoAwaitsHisDayTakesPartFromThenOn() {
        assertThat(remains(
                        KnownUser.preHire().takesPartFrom("2026-03-31T22:00:00Z"),
                        "startDate: 2026-04-01",
                        Policies.usual().participationAfter("P1M")))
                .isEqualTo(new Wanted(
                        PRE_HIRE,
                        false,
                        Instant.parse("2026-04-30T22:00:00Z"),
                        null,
                        TOMORROW,
                        "start-date-ahead",
                        "startDate 2026-04-01"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -",
                "2026-03-01T00:00:00Z, -, 2026-03-01T00:00:00Z",
                "-, 2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z",
                "2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z, 2026-03-01T00:00:00Z",
                "2026-03-02T00:00:00Z, 2026-03-01T00:00:00Z, 2026-03-01T00:00:00Z"
            })
    void ofTwoMomentsTheEarlierComesNext(@Nullable Instant one, @Nullable Instant other, @Nullable Instant next) {
        assertThat(Wanted.earliest(one, other)).isEqualTo(next);
    }
}
