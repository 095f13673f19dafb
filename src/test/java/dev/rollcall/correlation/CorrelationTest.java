package dev.rollcall.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.directory.Employment.Tie;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which user a record without a link is (acceptance D2, D11, D22, D26). */
class CorrelationTest {
    private static final UUID AN = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID BO = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final LocalDate BORN = LocalDate.parse("1990-01-31");

    /** A user nobody manages. */
    private static Hit byHand(MatchKey key, UUID user) {
        return new Hit(key, user, false, false, false, null);
    }

    /** A user another source manages. */
    private static Hit elsewhere(MatchKey key, UUID user) {
        return new Hit(key, user, true, false, false, null);
    }

    /** A user another record of the same source is linked to. */
    private static Hit sameSource(MatchKey key, UUID user, boolean works) {
        return new Hit(key, user, true, true, works, null);
    }

    private static Hit born(@Nullable LocalDate day) {
        return new Hit(MatchKey.EMAIL, AN, true, false, false, day);
    }

    private static Match match(Hit... hits) {
        return Correlation.match(List.of(hits), null);
    }

    @Test
    void whoeverNoKeyLeadsToIsNobody() {
        assertThat(match()).isEqualTo(new Match(Tie.NONE, null));
    }

    @Test
    void aUserMadeByHandIsForPeopleToAdoptAndOneOfAnotherSourceIsJoined() {
        assertThat(match(byHand(MatchKey.EMAIL, AN))).isEqualTo(new Match(Tie.ADOPTABLE, AN));
        assertThat(match(elsewhere(MatchKey.EMAIL, AN))).isEqualTo(new Match(Tie.JOINED, AN));
    }

    @Test
    void whoeverCarriesTheExternalIdIsTheOneWhateverElseLeadsToHim() {
        assertThat(match(byHand(MatchKey.EMAIL, AN), byHand(MatchKey.EXTERNAL_ID, AN)))
                .isEqualTo(new Match(Tie.EXTERNAL_ID, AN));
    }

    @Test
    void keysThatLeadToTwoUsersLeadToNeither() {
        assertThat(match(byHand(MatchKey.EXTERNAL_ID, AN), elsewhere(MatchKey.EMAIL, BO)))
                .isEqualTo(new Match(Tie.CONFLICT, null));
    }

    @Test
    void severalKeysThatLeadToOneUserAreNoConflict() {
        assertThat(match(elsewhere(MatchKey.EMPLOYEE_NUMBER, AN), elsewhere(MatchKey.EMAIL, AN)))
                .isEqualTo(new Match(Tie.JOINED, AN));
    }

    @Test
    void birthDatesThatDifferAreAConflictAndOneThatIsNotKnownIsNot() {
        assertThat(Correlation.match(List.of(born(BORN)), BORN.plusDays(1))).isEqualTo(new Match(Tie.CONFLICT, null));
        assertThat(Correlation.match(List.of(born(BORN)), BORN)).isEqualTo(new Match(Tie.JOINED, AN));
        assertThat(Correlation.match(List.of(born(null)), BORN)).isEqualTo(new Match(Tie.JOINED, AN));
        assertThat(Correlation.match(List.of(born(BORN)), null)).isEqualTo(new Match(Tie.JOINED, AN));
    }

    @Test
    void anAddressOfAColleagueFromTheSameSourceIsNobodysLink() {
        assertThat(match(sameSource(MatchKey.EMAIL, AN, true))).isEqualTo(new Match(Tie.NONE, null));
        assertThat(match(sameSource(MatchKey.EMAIL, AN, true), elsewhere(MatchKey.EMPLOYEE_NUMBER, BO)))
                .isEqualTo(new Match(Tie.JOINED, BO));
    }

    @Test
    void twoRecordsOfOneSourceWithOneNumberAreOnePersonWhoMayWorkThereOnce() {
        assertThat(match(sameSource(MatchKey.EMPLOYEE_NUMBER, AN, true))).isEqualTo(new Match(Tie.TWICE, null));
    }

    @Test
    void aRehireUnderANewKeyIsTheUserHeWas() {
        assertThat(match(sameSource(MatchKey.EMPLOYEE_NUMBER, AN, false))).isEqualTo(new Match(Tie.JOINED, AN));
    }

    @ParameterizedTest
    @EnumSource(Tie.class)
    void aMatchNamesItsUserAndAnythingElseNamesNone(Tie tie) {
        boolean names = tie == Tie.EXTERNAL_ID || tie == Tie.JOINED || tie == Tie.ADOPTABLE;

        assertThat(new Match(tie, names ? AN : null).tie()).isEqualTo(tie);
        assertThatIllegalArgumentException().isThrownBy(() -> new Match(tie, names ? null : AN));
    }

    @Test
    void aHitPrintsNoBirthDate() {
        assertThat(born(BORN)).hasToString("Hit[EMAIL, " + AN + "]");
    }
}
