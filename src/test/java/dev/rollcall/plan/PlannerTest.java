package dev.rollcall.plan;

import static dev.rollcall.employee.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Employment.Tie;
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
                        new Outcome(
                                "hr:1",
                                AccessState.ACTIVE,
                                true,
                                null,
                                null,
                                profile("title: Chef, department: Kitchen, grade: 7, costCenter: 12"),
                                "hr",
                                null),
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
    void anotherSourceThatHasHimIsLinked() {
        Employment hr = Said.by("hr", "title: Cook");
        Employment idp = Said.complementBy("idp", Tie.JOINED, "teams: Red");

        Action link = Planning.usual().runOf("idp").action(KnownUser.active().has("title: Cook"), hr, idp);

        assertThat(link.kind()).isEqualTo(Action.Kind.LINK);
        assertThat(link.cause()).isEqualTo(new Cause("idp", "1", Evidence.PRESENT, "linked", null, "idp.csv:2"));
        assertThat(link.after().externalId()).isEqualTo("hr:1");
        assertThat(link.after().profile()).isEqualTo(profile("title: Cook, teams: Red"));
    }

    @Test
    void anotherSourceThatHasNothingToAddIsLinkedAllTheSame() {
        Action link = Planning.usual()
                .action(
                        KnownUser.active().has("title: Cook"),
                        Said.by("hr", "title: Cook"),
                        Said.complementBy("idp", Tie.JOINED, "title: Cook"));

        assertThat(link.kind()).isEqualTo(Action.Kind.LINK);
        assertThat(link.changed()).isEmpty();
    }

    @Test
    void somebodyWhoMovesToAnotherPayrollIsTransferred() {
        Action transfer = Planning.usual()
                .runOf("payroll")
                .action(KnownUser.active(), Said.now(Evidence.ABSENT, Said.by("hr", "")), Said.by("payroll", ""));

        assertThat(transfer.kind()).isEqualTo(Action.Kind.UPDATE);
        assertThat(transfer.cause().reason()).isEqualTo("transferred");
        assertThat(transfer.after().externalId()).isEqualTo("payroll:1");
    }

    @Test
    void twoSourcesThatBothEmployHimAreAConflictInTheRunOfTheSecondAndNeverAFlipFlop() {
        Employment hr = Said.by("hr", "title: Cook");
        Employment payroll = Said.by("payroll", Tie.JOINED, "title: Chef");
        KnownUser cook = KnownUser.active().has("title: Cook").managedAs("hr").turnsAt("2026-05-01T22:00:00Z");

        Plan ofPayroll = Planning.usual().runOf("payroll").plan(cook, hr, payroll);
        assertThat(ofPayroll.waiting()).isTrue();
        assertThat(ofPayroll.actions())
                .containsExactly(new Action(
                        Action.Kind.LINK,
                        Action.State.WITHHELD,
                        Obstacle.TWO_SOURCES,
                        KnownUser.ID,
                        cook.user(),
                        new Outcome(
                                "hr:1",
                                AccessState.ACTIVE,
                                true,
                                null,
                                null,
                                profile("title: Cook"),
                                "hr",
                                Instant.parse("2026-05-01T22:00:00Z")),
                        new Cause("payroll", "1", Evidence.PRESENT, "linked", null, "payroll.csv:2"),
                        List.of(),
                        null));

        assertThat(Planning.usual().plan(cook, hr, payroll)).isEqualTo(new Plan(List.of(), null, true));
        assertThat(Planning.usual()
                        .precedence("payroll", "hr")
                        .plan(cook, hr, payroll)
                        .waiting())
                .isFalse();
    }

    @Test
    void ofTwoSourcesThatClaimAUserMadeByHandOneIsLinkedAndTheOtherWaits() {
        Plan plan = Planning.usual()
                .adoptsAutomatically()
                .plan(
                        KnownUser.active().unlinked(),
                        Said.by("hr", Tie.ADOPTABLE, "title: Cook"),
                        Said.by("payroll", Tie.ADOPTABLE, "title: Chef"));

        assertThat(plan.actions().getFirst().after().externalId()).isEqualTo("hr:1");
        assertThat(plan.actions().getFirst().after().profile()).isEqualTo(profile("title: Cook"));
        assertThat(plan.waiting()).isTrue();
    }

    @Test
    void aUserMadeByHandIsLinkedByAPersonOrWhereTheDirectorySaysSoAtOnce() {
        KnownUser byHand = KnownUser.active().unlinked().has("title: Cook");
        Employment hr = Said.by("hr", Tie.ADOPTABLE, "title: Chef, endDate: 2026-03-31");

        Plan review = Planning.usual().plan(byHand, hr);
        assertThat(review.next()).isNull();
        assertThat(review.waiting()).isFalse();
        assertThat(review.actions()).singleElement().satisfies(link -> {
            assertThat(link.kind()).isEqualTo(Action.Kind.LINK);
            assertThat(link.state()).isEqualTo(Action.State.WITHHELD);
            assertThat(link.obstacle()).isEqualTo(Obstacle.REVIEW);
        });

        Plan automatic = Planning.usual().adoptsAutomatically().plan(byHand, hr);
        assertThat(automatic.next()).isEqualTo(TOMORROW);
        assertThat(automatic.actions()).singleElement().satisfies(link -> {
            assertThat(link.kind()).isEqualTo(Action.Kind.LINK);
            assertThat(link.state()).isEqualTo(Action.State.PLANNED);
            assertThat(link.after().externalId()).isEqualTo("hr:1");
            assertThat(link.after().profile()).isEqualTo(profile("title: Chef, endDate: 2026-03-31"));
        });
    }

    @Test
    void anAdoptionThatTurnsAccessIsALinkAllTheSame() {
        assertThat(Planning.usual()
                        .adoptsAutomatically()
                        .action(
                                KnownUser.deactivated("2026-03-01T23:00:00Z").unlinked(),
                                Said.by("hr", Tie.ADOPTABLE, ""))
                        .kind())
                .isEqualTo(Action.Kind.LINK);
    }

    @Test
    void aUserIsAdoptedByASourceHeWorksForAndNotByOneHeLeftOrThatOnlyComplements() {
        KnownUser byHand = KnownUser.active().unlinked();
        Planning automatic = Planning.usual().adoptsAutomatically();

        assertThat(automatic.plan(byHand, Said.by("hr", Tie.ADOPTABLE, "employmentStatus: inactive")))
                .isEqualTo(Plan.NOTHING);
        assertThat(automatic.plan(byHand, Said.now(Evidence.GONE, Said.by("hr", Tie.ADOPTABLE, ""))))
                .isEqualTo(Plan.NOTHING);
        assertThat(automatic.plan(byHand, Said.complementBy("idp", Tie.ADOPTABLE, "teams: Red")))
                .isEqualTo(Plan.WAITING);
        assertThat(automatic
                        .plan(byHand, Said.by("hr", Tie.ADOPTABLE, "startDate: 2026-04-01"))
                        .actions())
                .hasSize(1);
    }

    @Test
    void anActionIsListedUnderTheRunsOwnEmployeeAndInAClockRunUnderTheLeadingOne() {
        KnownUser user = KnownUser.active().has("title: Cook");
        Employment hr = Said.by("hr", "title: Cook");
        Employment idp = Said.complementBy("idp", "title: Agent, teams: Red");

        assertThat(Planning.usual().runOf("idp").action(user, hr, idp).cause().source())
                .isEqualTo("idp");
        assertThat(Planning.usual().runOf("hr").action(user, idp, hr).cause().source())
                .isEqualTo("hr");
        assertThat(Planning.usual().clockRun().action(user, idp, hr).cause().source())
                .isEqualTo("hr");
        assertThat(Planning.usual()
                        .runOf("payroll")
                        .action(user, idp, hr)
                        .cause()
                        .source())
                .as("of neither")
                .isEqualTo("hr");
    }

    @Test
    void somebodyOfWhomOnlyComplementsSpeakStaysAsHeIs() {
        KnownUser user = KnownUser.active()
                .linkedTo("old:1")
                .has("title: Cook, teams: Red")
                .managedAs("old")
                .takesPartFrom("2026-04-01T22:00:00Z")
                .turnsAt("2026-04-01T22:00:00Z");

        Plan plan = Planning.usual().plan(user, Said.complementBy("idp", "teams: Blue"));
        assertThat(plan.next()).isEqualTo("2026-04-01T22:00:00Z");
        assertThat(plan.actions()).singleElement().satisfies(update -> {
            assertThat(update.kind()).isEqualTo(Action.Kind.UPDATE);
            assertThat(update.cause().reason()).isEqualTo("changed");
            assertThat(update.cause().source()).isEqualTo("idp");
            assertThat(update.after())
                    .isEqualTo(new Outcome(
                            "old:1",
                            AccessState.ACTIVE,
                            false,
                            Instant.parse("2026-04-01T22:00:00Z"),
                            null,
                            profile("title: Cook, teams: Blue"),
                            "idp",
                            Instant.parse("2026-04-01T22:00:00Z")));
        });
    }

    @Test
    void theManagerIsTheWordOfTheSourceThatHasOneAndStaysWhereNobodySpeaks() {
        KnownUser user = KnownUser.active().managedAs("idp");

        assertThat(Planning.usual()
                        .action(user, Said.by("hr", "title: Cook"), Said.complementBy("idp", "manager: 7"))
                        .after()
                        .managerSource())
                .isEqualTo("idp");
        assertThat(Planning.usual()
                        .action(user, Said.now(Evidence.ABSENT, Said.by("hr", "manager: 7")))
                        .after()
                        .managerSource())
                .isEqualTo("idp");
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
