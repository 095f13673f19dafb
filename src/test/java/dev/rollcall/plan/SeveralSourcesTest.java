package dev.rollcall.plan;

import static dev.rollcall.employee.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Employment.Tie;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.KnownUser;
import dev.rollcall.directory.Said;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is planned for a user of whom several sources speak; the day is that of {@link Planning}. */
class SeveralSourcesTest {
    private static final Instant TOMORROW = Instant.parse("2026-03-31T22:00:00Z");

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
                        Planning.worker("title: Cook", Instant.parse("2026-05-01T22:00:00Z")),
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
}
