package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Employment.Tie;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.KnownUser;
import dev.rollcall.directory.Said;
import dev.rollcall.lifecycle.Policies;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is planned for an employee who is no user. */
class JoiningTest {
    private static final Instant TOMORROW = Instant.parse("2026-03-31T22:00:00Z");

    @Test
    void aJoinerBecomesAUserWithEverythingHisSourceSays() {
        Plan plan = Planning.usual().joiner(Said.by("hr", Tie.NONE, "title: Cook, grade:, endDate: 2026-03-31"));

        assertThat(plan)
                .isEqualTo(new Plan(
                        List.of(new Action(
                                Action.Kind.CREATE,
                                Action.State.PLANNED,
                                null,
                                Planning.NEW_USER,
                                null,
                                Planning.worker("title: Cook, endDate: 2026-03-31", TOMORROW),
                                new Cause("hr", "1", Evidence.PRESENT, "employed", null, "hr.csv:2"),
                                List.of("endDate", "title"),
                                null)),
                        null,
                        false));
    }

    @Test
    void aPreHireBecomesAUserWithoutAccessForTheDateInHisRecord() {
        Action create = Planning.usual()
                .joiner(Said.by("hr", "startDate: 2026-04-01"))
                .actions()
                .getFirst();

        assertThat(create.after().access()).isEqualTo(AccessState.PRE_HIRE);
        assertThat(create.after().next()).isEqualTo(TOMORROW);
        assertThat(create.cause().signature()).isEqualTo("start-date-ahead:startDate 2026-04-01");
    }

    @Test
    void wherePreHiresWaitTheFirstDayIsWaitedFor() {
        assertThat(Planning.usual()
                        .policies(Policies.usual().preHiresWait())
                        .joiner(Said.by("hr", "startDate: 2026-04-01")))
                .isEqualTo(new Plan(List.of(), TOMORROW, false));
    }

    @Test
    void whoeverHasLeftBecomesNoUser() {
        assertThat(Planning.usual().joiner(Said.by("hr", "employmentStatus: inactive")))
                .isEqualTo(Plan.NOTHING);
    }

    @Test
    void aComplementMakesNobodyAUserAndIsLookedAtUntilAnotherSourceDoes() {
        assertThat(Planning.usual().joiner(Said.complementBy("idp", Tie.NONE, "teams: Red")))
                .isEqualTo(Plan.WAITING);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"CONFLICT, WITHHELD, SEVERAL_USERS", "TWICE, WITHHELD, SAME_PERSON", "NONE, PLANNED, -"})
    void whoeverMayBeAnotherIsNotCreated(Tie tie, Action.State state, @Nullable Obstacle obstacle) {
        Action create = Planning.usual()
                .joiner(Said.by("hr", tie, "title: Cook"))
                .actions()
                .getFirst();

        assertThat(create.state()).isEqualTo(state);
        assertThat(create.obstacle()).isEqualTo(obstacle);
    }

    @Test
    void whoeverWasRejectedBecomesAUserOnceHisSourceSaysSomethingElse() {
        Employment cook = Said.by("hr", "title: Cook");
        String rejected = Planning.usual().joiner(cook).actions().getFirst().signature();

        assertThat(joiner(cook, rejected).state()).isEqualTo(Action.State.SUPPRESSED);
        assertThat(joiner(Said.by("hr", "title: Chef"), rejected).state()).isEqualTo(Action.State.PLANNED);
        assertThat(joiner(Said.by("hr", Tie.CONFLICT, "title: Cook"), rejected).state())
                .isEqualTo(Action.State.WITHHELD);
    }

    private static Action joiner(Employment says, String keptAgainst) {
        return Planning.usual()
                .plan(new Candidate(null, List.of(says), null, keptAgainst))
                .actions()
                .getFirst();
    }

    @Test
    void whoeverReturnsAfterHisDataWentIsANewUserWhoRemembersTheFormer() {
        Action create = Planning.usual()
                .plan(new Candidate(null, List.of(Said.by("hr", "title: Cook")), KnownUser.ID, null))
                .actions()
                .getFirst();

        assertThat(create.user()).isEqualTo(Planning.NEW_USER);
        assertThat(create.previousUser()).isEqualTo(KnownUser.ID);
        assertThat(create.events()).containsExactly("returned");
    }

    @Test
    void somebodyWhoIsNoUserHasOneEmployment() {
        Employment employment = Said.by("hr", "title: Cook");

        assertThatIllegalArgumentException().isThrownBy(() -> new Candidate(null, List.of(), null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Candidate(null, List.of(employment, employment), null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Candidate(KnownUser.active().user(), List.of(), null, null));
        assertThat(new Candidate(KnownUser.active().user(), List.of(employment, employment), null, null).employments())
                .hasSize(2);
    }
}
