package dev.rollcall.plan;

import static dev.rollcall.employee.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.KnownUser;
import dev.rollcall.directory.User;
import dev.rollcall.employee.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an action means for a person's access, data and working life. */
class ActionTest {
    private static final UUID FORMER = UUID.fromString("00000000-0000-4000-8000-0000000000ff");

    private static Action action(
            @Nullable User before,
            AccessState after,
            boolean participates,
            String becomes,
            List<String> changed,
            @Nullable UUID previousUser) {
        return new Action(
                Action.Kind.UPDATE,
                Action.State.PLANNED,
                null,
                KnownUser.ID,
                before,
                new Outcome("hr:1", after, participates, null, null, profile(becomes), null, null),
                new Cause("hr", "1", Evidence.PRESENT, "end-date-passed", "endDate 2026-03-30", null),
                changed,
                previousUser);
    }

    private static Action turns(@Nullable User before, AccessState after) {
        return action(before, after, before == null || before.participates(), "", List.of(), null);
    }

    private static @Nullable User user(@Nullable AccessState access) {
        return access == null
                ? null
                : switch (access) {
                    case PRE_HIRE -> KnownUser.preHire().user();
                    case ACTIVE -> KnownUser.active().managedAs("hr").user();
                    case DEACTIVATED ->
                        KnownUser.deactivated("2026-03-01T23:00:00Z")
                                .managedAs("hr")
                                .user();
                    case QUARANTINED ->
                        KnownUser.quarantined("2026-04-01T22:00:00Z")
                                .managedAs("hr")
                                .user();
                    case DEPROVISIONED -> KnownUser.deprovisioned().user();
                };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nobody",
            value = {
                // before     | after         | loses | gains | removes | events
                "nobody       | ACTIVE        | false | true  | false   | joined welcome",
                "nobody       | PRE_HIRE      | false | false | false   | ''",
                "PRE_HIRE     | ACTIVE        | false | true  | false   | joined welcome",
                "PRE_HIRE     | DEACTIVATED   | false | false | false   | ''",
                "ACTIVE       | ACTIVE        | false | false | false   | ''",
                "ACTIVE       | PRE_HIRE      | true  | false | false   | left",
                "ACTIVE       | DEACTIVATED   | true  | false | false   | left",
                "ACTIVE       | QUARANTINED   | true  | false | true    | left",
                "ACTIVE       | DEPROVISIONED | true  | false | true    | left",
                "DEACTIVATED  | ACTIVE        | false | true  | false   | returned",
                "DEACTIVATED  | QUARANTINED   | false | false | true    | ''",
                "QUARANTINED  | ACTIVE        | false | true  | false   | returned",
                "QUARANTINED  | QUARANTINED   | false | false | false   | ''",
                "QUARANTINED  | DEPROVISIONED | false | false | true    | ''"
            })
    void whatAccessTurnsIntoIsALossAGainARemovalAndAnEvent(
            @Nullable AccessState before,
            AccessState after,
            boolean loses,
            boolean gains,
            boolean removes,
            String events) {
        Action action = turns(user(before), after);

        assertThat(action.losesAccess()).isEqualTo(loses);
        assertThat(action.gainsAccess()).isEqualTo(gains);
        assertThat(action.removes()).isEqualTo(removes);
        assertThat(action.changes()).isEqualTo(before != after);
        assertThat(String.join(" ", action.events())).isEqualTo(events);
    }

    @Test
    void participationSwitchedOffCountsAsLossAndSwitchedOnDoesNot() {
        assertThat(action(user(AccessState.ACTIVE), AccessState.ACTIVE, false, "", List.of(), null)
                        .losesAccess())
                .isTrue();
        assertThat(action(KnownUser.active().takesNoPart().user(), AccessState.ACTIVE, true, "", List.of(), null)
                        .losesAccess())
                .isFalse();
    }

    @Test
    void whoeverHadAccessOnceReturnsAndWhoeverNeverHadItJoins() {
        User back = KnownUser.preHire().hadAccess(true).user();
        User calledOff =
                KnownUser.deactivated("2026-03-01T23:00:00Z").hadAccess(false).user();

        assertThat(turns(back, AccessState.ACTIVE).events()).containsExactly("returned");
        assertThat(turns(calledOff, AccessState.ACTIVE).events()).containsExactly("joined", "welcome");
    }

    @Test
    void teamsThatGoAndComeWithAccessAreNoMove() {
        List<String> teams = List.of("teams");

        assertThat(action(user(AccessState.ACTIVE), AccessState.DEACTIVATED, true, "", teams, null)
                        .events())
                .containsExactly("left");
        assertThat(action(user(AccessState.DEACTIVATED), AccessState.ACTIVE, true, "", teams, null)
                        .events())
                .containsExactly("returned");
        assertThat(action(user(AccessState.DEACTIVATED), AccessState.ACTIVE, true, "", List.of("teams", "title"), null)
                        .events())
                .containsExactly("returned", "moved");
    }

    @Test
    void whoeverIsAnonymisedHasNotMoved() {
        assertThat(action(user(AccessState.QUARANTINED), AccessState.DEPROVISIONED, false, "", List.of("title"), null)
                        .events())
                .isEmpty();
    }

    @Test
    void whoeverIsANewUserAfterHisDataWentReturnsAndIsNotWelcomedAgain() {
        assertThat(action(null, AccessState.ACTIVE, true, "", List.of(), FORMER).events())
                .containsExactly("returned");
    }

    @ParameterizedTest
    @CsvSource({
        "title, true",
        "department, true",
        "division, true",
        "company, true",
        "costCenter, true",
        "location, true",
        "teams, true",
        "manager, true",
        "grade, true",
        "emails, false",
        "familyName, false",
        "participation, false"
    })
    void aMoveIsAChangeOfWorkAndNotOfName(String attribute, boolean moves) {
        List<String> changed = List.of("custom.desk", attribute);

        assertThat(action(user(AccessState.ACTIVE), AccessState.ACTIVE, true, "", changed, null)
                        .events())
                .isEqualTo(moves ? List.of("moved") : List.of());
        assertThat(action(KnownUser.active().user(), AccessState.ACTIVE, true, "", changed, null)
                        .events())
                .as("whoever is heard of for the first time has not moved")
                .isEmpty();
        assertThat(action(null, AccessState.PRE_HIRE, false, "", changed, null).events())
                .as("a joiner has not moved")
                .isEmpty();
    }

    @Test
    void aNewLinkOrAChangedValueIsAChangeOfTheUser() {
        User payrolls = KnownUser.active().linkedTo("payroll:1").user();

        assertThat(turns(payrolls, AccessState.ACTIVE).changes()).isTrue();
        assertThat(action(user(AccessState.ACTIVE), AccessState.ACTIVE, true, "", List.of("title"), null)
                        .changes())
                .isTrue();
    }

    @Test
    void onlyAnActionThatChangesTheAddressMovesIt() {
        User an = KnownUser.active().has("emails: an@example.com").user();

        assertThat(action(null, AccessState.ACTIVE, true, "emails: an@example.com", List.of(), null)
                        .movesEmail())
                .isTrue();
        assertThat(action(null, AccessState.ACTIVE, true, "title: Cook", List.of(), null)
                        .movesEmail())
                .isFalse();
        assertThat(action(an, AccessState.ACTIVE, true, "emails: an@example.com", List.of(), null)
                        .movesEmail())
                .isFalse();
        assertThat(action(an, AccessState.ACTIVE, true, "emails: an@example.org", List.of(), null)
                        .movesEmail())
                .isTrue();
        assertThat(action(an, AccessState.DEPROVISIONED, false, "", List.of(), null)
                        .movesEmail())
                .isTrue();
    }

    @Test
    void theUserIsKnownByHisVersionAndWhatTheChangedAttributesHeldBefore() {
        User cook = KnownUser.active().has("title: Cook, grade: 7").user();
        Action update = action(cook, AccessState.ACTIVE, true, "title: Chef", List.of("title", "department"), null);

        assertThat(update.userVersion()).isEqualTo(3);
        assertThat(update.known()).isEqualTo(profile("title: Cook"));
        assertThat(turns(null, AccessState.ACTIVE).userVersion()).isZero();
        assertThat(turns(null, AccessState.ACTIVE).known()).isEqualTo(Profile.EMPTY);
    }

    @Test
    void aRejectedLossIsKnownByItsReasonAndAnythingElseByWhatItSays() {
        User an = user(AccessState.ACTIVE);
        assertThat(turns(an, AccessState.DEACTIVATED).signature())
                .isEqualTo(turns(an, AccessState.QUARANTINED).signature())
                .isEqualTo("end-date-passed:endDate 2026-03-30");

        String chef = becomes(an, AccessState.ACTIVE, "title: Chef").signature();
        assertThat(becomes(an, AccessState.ACTIVE, "title: Chef").signature()).isEqualTo(chef);
        assertThat(becomes(an, AccessState.ACTIVE, "title: Cook").signature()).isNotEqualTo(chef);
        assertThat(becomes(user(AccessState.DEACTIVATED), AccessState.ACTIVE, "title: Chef")
                        .signature())
                .as("what he was before is not what is said")
                .isEqualTo(chef);
        assertThat(becomes(user(AccessState.DEACTIVATED), AccessState.DEACTIVATED, "title: Chef")
                        .signature())
                .isNotEqualTo(chef);
    }

    @Test
    void aRejectedCreateIsKnownByTheRecordWhetherOrNotItsDayHasCome() {
        String ahead = becomes(null, AccessState.PRE_HIRE, "title: Chef").signature();

        assertThat(becomes(null, AccessState.ACTIVE, "title: Chef").signature()).isEqualTo(ahead);
        assertThat(becomes(null, AccessState.ACTIVE, "title: Cook").signature()).isNotEqualTo(ahead);
        assertThat(new Outcome("hr:2", AccessState.ACTIVE, true, null, null, profile("title: Chef"), null, null)
                        .fingerprint())
                .as("of another person")
                .isNotEqualTo(ahead);
    }

    private static Action becomes(@Nullable User before, AccessState after, String profile) {
        return action(before, after, true, profile, List.of("title"), null);
    }

    @Test
    void anActionAndItsCausePrintNothingPersonal() {
        Action action = action(
                KnownUser.active().has("title: Cook").user(), AccessState.ACTIVE, true, "title: Chef", List.of(), null);

        assertThat(action).hasToString("Action[UPDATE " + KnownUser.ID + ", PLANNED, end-date-passed]");
        assertThat(action.cause()).hasToString("Cause[hr, end-date-passed]");
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void everyObstacleSaysWhatIsInTheWay(Obstacle obstacle) {
        assertThat(obstacle.text()).isNotBlank();
        assertThat(Arrays.stream(Obstacle.values()).map(Obstacle::text)).doesNotHaveDuplicates();
    }
}
