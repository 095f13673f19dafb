package dev.rollcall.plan;

import static dev.rollcall.employee.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.KnownUser;
import dev.rollcall.directory.Said;
import dev.rollcall.employee.Profile;
import dev.rollcall.lifecycle.LifecyclePolicy.OnLeaving;
import dev.rollcall.lifecycle.Policies;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is planned for a user; it is noon of 31 March in Brussels, and {@code hr} has been read. */
class PlannerTest {
    private static final Instant TOMORROW = Instant.parse("2026-03-31T22:00:00Z");
    private static final Policies DELETES = Policies.usual().whenInactive(OnLeaving.DELETE);

    @Test
    void nothingIsPlannedForSomebodyWhoIsWhatHisSourceSaysAndTheCalendarKnowsWhenToLookAgain() {
        assertThat(Planning.usual()
                        .plan(
                                KnownUser.active().has("title: Cook, endDate: 2026-03-31"),
                                Said.by("hr", "title: Cook, endDate: 2026-03-31, grade:")))
                .isEqualTo(new Plan(List.of(), TOMORROW, false));
    }

    @Test
    void aMoverIsUpdatedInWhatChanged() {
        KnownUser cook = KnownUser.active().has("title: Cook, department: Kitchen, grade: 7");

        Action update =
                Planning.usual().action(cook, Said.by("hr", "title: Chef, department: Kitchen, costCenter: 12"));

        assertThat(update)
                .isEqualTo(new Action(
                        Action.Kind.UPDATE,
                        Action.State.PLANNED,
                        null,
                        KnownUser.ID,
                        cook.user(),
                        Planning.worker("title: Chef, department: Kitchen, grade: 7, costCenter: 12", null),
                        new Cause("hr", "1", Evidence.PRESENT, "changed", null, "hr.csv:2"),
                        List.of("costCenter", "title"),
                        null));
    }

    @Test
    void aLeaverLosesAccessAndHisTeamsAndTheRuleAndItsDateAreNamed() {
        Action action = Planning.usual()
                .action(
                        KnownUser.active().has("title: Cook, teams: Red+Blue"),
                        Said.by("hr", "title: Cook, teams: Red+Blue, endDate: 2026-03-30"));

        assertThat(action.kind()).isEqualTo(Action.Kind.DEACTIVATE);
        assertThat(action.after().access()).isEqualTo(AccessState.DEACTIVATED);
        assertThat(action.after().profile()).isEqualTo(profile("title: Cook, endDate: 2026-03-30"));
        assertThat(action.changed()).containsExactly("endDate", "teams");
        assertThat(action.cause().signature()).isEqualTo("end-date-passed:endDate 2026-03-30");
    }

    @Test
    void aLeaverWithoutTeamsHasNoneToLose() {
        assertThat(Planning.usual()
                        .action(
                                KnownUser.active().has("title: Cook"),
                                Said.by("hr", "title: Cook, employmentStatus: inactive"))
                        .changed())
                .containsExactly("employmentStatus");
    }

    @Test
    void whoeverAFilterKeepsOutIsRemovedByTheClauseOfIt() {
        Action action = Planning.usual()
                .action(KnownUser.active(), Said.filteredOut("exclude title [Cook]", Said.by("hr", "title: Cook")));

        assertThat(action.kind()).isEqualTo(Action.Kind.QUARANTINE);
        assertThat(action.cause().signature()).isEqualTo("out-of-scope:exclude title [Cook]");
        assertThat(action.changed())
                .as("nothing of what a filter keeps out is taken")
                .isEmpty();
    }

    private static Stream<Arguments> turns() {
        KnownUser deactivated = KnownUser.deactivated("2026-03-01T23:00:00Z");
        Employment works = Said.by("hr", "");
        Employment awaited = Said.by("hr", "startDate: 2026-04-01");
        Employment inactive = Said.by("hr", "employmentStatus: inactive");
        return Stream.of(
                Arguments.of(KnownUser.preHire(), works, Action.Kind.REACTIVATE, AccessState.ACTIVE),
                Arguments.of(deactivated, works, Action.Kind.REACTIVATE, AccessState.ACTIVE),
                Arguments.of(
                        KnownUser.quarantined("2026-04-01T22:00:00Z"),
                        works,
                        Action.Kind.REACTIVATE,
                        AccessState.ACTIVE),
                Arguments.of(KnownUser.active(), awaited, Action.Kind.DEACTIVATE, AccessState.PRE_HIRE),
                Arguments.of(deactivated, awaited, Action.Kind.UPDATE, AccessState.PRE_HIRE),
                Arguments.of(KnownUser.active(), inactive, Action.Kind.QUARANTINE, AccessState.QUARANTINED),
                Arguments.of(deactivated, inactive, Action.Kind.QUARANTINE, AccessState.QUARANTINED),
                Arguments.of(
                        KnownUser.quarantined("2026-03-30T22:00:00Z"),
                        inactive,
                        Action.Kind.DEPROVISION,
                        AccessState.DEPROVISIONED));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void anActionIsNamedByWhatItTurnsAccessInto(KnownUser user, Employment says, Action.Kind kind, AccessState access) {
        Action action = Planning.usual().policies(DELETES).action(user, says);

        assertThat(action.kind()).isEqualTo(kind);
        assertThat(action.after().access()).isEqualTo(access);
    }

    @Test
    void nothingOfSomebodyDeprovisionedIsLeft() {
        Action action = Planning.usual()
                .policies(DELETES)
                .action(
                        KnownUser.quarantined("2026-03-30T22:00:00Z").has("title: Cook"),
                        Said.by("hr", "title: Cook, employmentStatus: inactive"));

        assertThat(action.after().profile()).isEqualTo(Profile.EMPTY);
        assertThat(action.changed()).containsExactly("title");
        assertThat(action.cause().reason()).isEqualTo("quarantine-over");
    }

    @Test
    void participationThatEndsOrBeginsIsAChangeAndItsEndHasARule() {
        Planning toggle = Planning.usual().policies(Policies.usual().whenInactive(OnLeaving.TOGGLE_PARTICIPATION));
        String inactive = "employmentStatus: inactive, endDate: 2026-04-30";

        Action ends = toggle.action(KnownUser.active().has(inactive), Said.by("hr", inactive));
        assertThat(ends.changed()).containsExactly(Action.PARTICIPATION);
        assertThat(ends.kind()).isEqualTo(Action.Kind.UPDATE);
        assertThat(ends.losesAccess()).isTrue();

        Action begins = toggle.action(KnownUser.active().takesNoPart(), Said.by("hr", ""));
        assertThat(begins.changed()).containsExactly(Action.PARTICIPATION);
        assertThat(begins.losesAccess()).isFalse();

        assertThat(toggle.plan(KnownUser.preHire().has("startDate: 2026-04-01"), Said.by("hr", "startDate: 2026-04-01"))
                        .actions())
                .as("who has no access takes no part")
                .isEmpty();
    }

    @Test
    void theEndOfAParticipationNamesTheFilterThatIsToBlame() {
        Employment inactive = Said.by("hr", "employmentStatus: inactive");
        Employment byClause = Said.withClause("exclude title [Cook]", inactive);
        Planning toggle = Planning.usual().policies(Policies.usual().whenInactive(OnLeaving.TOGGLE_PARTICIPATION));
        KnownUser user = KnownUser.active().has("employmentStatus: inactive");

        assertThat(toggle.action(user, byClause).cause().detail()).isEqualTo("exclude title [Cook]");
        assertThat(toggle.action(user.takesNoPart().has("title: Cook"), byClause)
                        .cause()
                        .detail())
                .as("nothing ends")
                .isNull();
    }

    @Test
    void aRejectedRemovalKeepsTheUserUntilTheEvidenceChanges() {
        Employment ended = Said.by("hr", "endDate: 2026-03-30");
        KnownUser kept = KnownUser.active().keptAgainst("end-date-passed:endDate 2026-03-30");

        Action suppressed = Planning.usual().configurationChanged().action(kept, ended);
        assertThat(suppressed.state()).isEqualTo(Action.State.SUPPRESSED);
        assertThat(suppressed.obstacle()).isNull();
        assertThat(Planning.usual()
                        .action(kept, Said.by("hr", "endDate: 2026-03-29"))
                        .state())
                .isEqualTo(Action.State.PLANNED);
    }

    @Test
    void aRejectedRemovalKeepsTheDataOfSomebodyWhoHasNoAccessAnyMore() {
        KnownUser kept = KnownUser.deactivated("2026-03-01T23:00:00Z").keptAgainst("removal-due");

        assertThat(Planning.usual()
                        .policies(Policies.usual().removalAfter("P10D"))
                        .action(kept, Said.by("hr", "employmentStatus: inactive"))
                        .state())
                .isEqualTo(Action.State.SUPPRESSED);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "OUT_OF_SCOPE, HELD, CONFIGURATION_CHANGED",
                "PRESENT, HELD, CONFIGURATION_CHANGED",
                "ABSENT, PLANNED, -",
                "GONE, PLANNED, -"
            })
    void afterAConfigurationChangeALossOfSomebodyStillInTheFeedWaits(
            Evidence evidence, Action.State state, @Nullable Obstacle obstacle) {
        Employment leaver = Said.now(evidence, Said.by("hr", "employmentStatus: inactive"));

        Action changed = Planning.usual().configurationChanged().action(KnownUser.active(), leaver);
        assertThat(changed.state()).isEqualTo(state);
        assertThat(changed.obstacle()).isEqualTo(obstacle);

        Action later = Planning.usual().action(KnownUser.active().heldFor("CONFIGURATION_CHANGED"), leaver);
        assertThat(later.state()).as("and goes on waiting").isEqualTo(state);

        assertThat(Planning.usual().action(KnownUser.active(), leaver).state()).isEqualTo(Action.State.PLANNED);
    }

    @Test
    void theChangedConfigurationIsThatOfTheRunOrOfTheSourceThatLeads() {
        Employment payrolls = Said.by("payroll", "employmentStatus: inactive, startDate: 2026-01-01");
        Employment hrs = Said.by("hr", "employmentStatus: inactive, startDate: 2020-01-01");
        Planning changed = Planning.usual().configurationChanged();

        assertThat(changed.action(KnownUser.active(), payrolls, hrs).state()).isEqualTo(Action.State.HELD);
        assertThat(changed.clockRun().action(KnownUser.active(), payrolls, hrs).state())
                .isEqualTo(Action.State.PLANNED);
        assertThat(changed.action(KnownUser.active(), hrs).state()).isEqualTo(Action.State.HELD);
    }

    @Test
    void afterAConfigurationChangeAllThatTakesNoAccessGoesOn() {
        Planning changed = Planning.usual().policies(DELETES).configurationChanged();

        assertThat(changed.action(KnownUser.active(), Said.by("hr", "title: Cook"))
                        .state())
                .isEqualTo(Action.State.PLANNED);
        assertThat(changed.action(
                                KnownUser.deactivated("2026-03-01T23:00:00Z"),
                                Said.by("hr", "employmentStatus: inactive"))
                        .state())
                .isEqualTo(Action.State.PLANNED);
    }
}
