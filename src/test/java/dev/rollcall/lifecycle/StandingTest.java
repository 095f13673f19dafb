package dev.rollcall.lifecycle;

import static dev.rollcall.employee.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.directory.Evidence;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Vocabulary;
import dev.rollcall.employee.Vocabulary.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one employment stands at a moment: it is noon of 31 March in Brussels unless a test says otherwise. */
class StandingTest {
    private static final Instant NOON = Instant.parse("2026-03-31T10:00:00Z");
    private static final LifecyclePolicy POLICY = Policies.usual().policy();

    private static Standing standing(Evidence evidence, String profile, LifecyclePolicy policy, Instant now) {
        return Lifecycle.standing(evidence, "hr", profile(profile), policy, now);
    }

    private static String said(Standing standing) {
        return switch (standing) {
            case Standing.Employed employed -> "works";
            case Standing.Awaited awaited -> "awaited";
            case Standing.Left left ->
                left.departure().label() + (left.endedOn() == null ? "" : ", ended on " + left.endedOn());
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "never",
            value = {
                "''                                                                       | works | never",
                "employmentStatus: active                                                 | works | never",
                "employmentStatus: leave                                                  | works | never",
                "employmentStatus: pending                                                | awaited | never",
                "employmentStatus: pending, startDate: 2026-03-31                         | works | never",
                "employmentStatus: pending, startDate: 2026-04-01                         | awaited | 2026-03-31T22:00:00Z",
                "employmentStatus: active, startDate: 2026-04-01                          | awaited | 2026-03-31T22:00:00Z",
                "employmentStatus: inactive                                               | status-inactive | never",
                "employmentStatus: active, endDate: 2026-03-31                            | works | 2026-03-31T22:00:00Z",
                "employmentStatus: active, endDate: 2026-03-30                            | 'end-date-passed, ended on 2026-03-30' | never",
                "employmentStatus: inactive, endDate: 2026-03-30                          | 'status-inactive, ended on 2026-03-30' | never",
                "employmentStatus: inactive, endDate: 2026-04-30                          | status-inactive | 2026-04-30T22:00:00Z",
                "employmentStatus: active, startDate: 2026-03-01, endDate: 2026-02-28     | works | never",
                "employmentStatus: inactive, startDate: 2026-03-01, endDate: 2026-02-28   | status-inactive | never",
                "employmentStatus: active, startDate: 2026-03-30, endDate: 2026-03-30     | 'end-date-passed, ended on 2026-03-30' | never",
                "employmentStatus: active, startDate: 2026-04-01, endDate: 2026-09-30     | awaited | 2026-03-31T22:00:00Z"
            })
    void statusAndDatesOfSomebodyInTheFeedDecide(String person, String standing, Instant turnsAt) {
        Standing found = standing(Evidence.PRESENT, person, POLICY, NOON);

        assertThat(said(found)).isEqualTo(standing);
        assertThat(found.turnsAt()).isEqualTo(turnsAt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "never",
            value = {
                "GONE         | employmentStatus: active                        | gone | never",
                "ABSENT       | employmentStatus: active                        | absent | never",
                "OUT_OF_SCOPE | employmentStatus: active                        | out-of-scope | never",
                "ABSENT       | employmentStatus: inactive                      | absent | never",
                "ABSENT       | employmentStatus: active, startDate: 2026-04-01 | absent | never",
                "GONE         | employmentStatus: active, endDate: 2026-03-30   | 'gone, ended on 2026-03-30' | never",
                "ABSENT       | employmentStatus: active, endDate: 2026-04-30   | absent | 2026-04-30T22:00:00Z"
            })
    void whoeverIsNotInTheFeedHasLeftWhateverItSaidLast(
            Evidence evidence, String person, String standing, Instant turnsAt) {
        Standing found = standing(evidence, person, POLICY, NOON);

        assertThat(said(found)).isEqualTo(standing);
        assertThat(found.turnsAt()).isEqualTo(turnsAt);
    }

    @Test
    void accessEndsWithTheLastSecondOfTheLastDayAndBeginsWithTheFirstOfTheFirst() {
        Instant midnight = Instant.parse("2026-03-31T22:00:00Z");

        assertThat(said(standing(Evidence.PRESENT, "endDate: 2026-03-31", POLICY, midnight.minusSeconds(1))))
                .isEqualTo("works");
        assertThat(said(standing(Evidence.PRESENT, "endDate: 2026-03-31", POLICY, midnight)))
                .isEqualTo("end-date-passed, ended on 2026-03-31");
        assertThat(said(standing(Evidence.PRESENT, "startDate: 2026-04-01", POLICY, midnight.minusSeconds(1))))
                .isEqualTo("awaited");
        assertThat(said(standing(Evidence.PRESENT, "startDate: 2026-04-01", POLICY, midnight)))
                .isEqualTo("works");
    }

    @Test
    void aDayBeginsWhereThePersonWorksElseWhereTheDirectoryIs() {
        LifecyclePolicy offices = POLICY.withVocabulary(new Vocabulary(
                Map.of(
                        "tokyo", new Place("Tokyo", ZoneId.of("Asia/Tokyo")),
                        "ghent", new Place("Ghent", null)),
                Map.of(),
                Profile.EMPTY,
                "department",
                Set.of()));

        assertThat(standing(Evidence.PRESENT, "location: Tokyo, endDate: 2026-03-31", offices, NOON)
                        .turnsAt())
                .isEqualTo("2026-03-31T15:00:00Z");
        assertThat(standing(Evidence.PRESENT, "location: Ghent, endDate: 2026-03-31", offices, NOON)
                        .turnsAt())
                .isEqualTo("2026-03-31T22:00:00Z");
        assertThat(standing(Evidence.PRESENT, "endDate: 2026-03-31", offices, NOON)
                        .turnsAt())
                .isEqualTo("2026-03-31T22:00:00Z");
    }

    @Test
    void somebodyOnLeaveWorksHereUnlessTheDirectoryCountsLeaveAsInactive() {
        LifecyclePolicy leaveIsInactive = Policies.usual().leaveIsInactive().policy();

        assertThat(said(standing(Evidence.PRESENT, "employmentStatus: leave", POLICY, NOON)))
                .isEqualTo("works");
        assertThat(said(standing(Evidence.PRESENT, "employmentStatus: leave", leaveIsInactive, NOON)))
                .isEqualTo("status-inactive");
        assertThat(said(standing(Evidence.PRESENT, "employmentStatus: active", leaveIsInactive, NOON)))
                .isEqualTo("works");
    }
}
