package dev.rollcall.correlation;

import static dev.rollcall.correlation.MatchKey.EMAIL;
import static dev.rollcall.correlation.MatchKey.EMPLOYEE_NUMBER;
import static dev.rollcall.correlation.MatchKey.EXTERNAL_ID;
import static dev.rollcall.correlation.MatchKey.MEMBERSHIP_NUMBER;
import static dev.rollcall.correlation.MatchKey.USER_NAME;
import static dev.rollcall.employee.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.employee.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a record without a link is compared by (acceptance D2). */
class MatchKeyTest {
    private static final Profile AN =
            profile("employeeNumber: 007a, membershipNumber: M-1, userName: AN.Peeters, emails: an@example.com");

    @Test
    void aPersonIsComparedByTheKeysTheDirectoryNamesInItsOrderFolded() {
        assertThat(MatchKey.of(AN, List.of(USER_NAME, EMPLOYEE_NUMBER, MEMBERSHIP_NUMBER)))
                .containsExactly("USER_NAME:an.peeters", "EMPLOYEE_NUMBER:007a", "MEMBERSHIP_NUMBER:m-1");
        assertThat(MatchKey.of(AN, List.of(EMPLOYEE_NUMBER))).containsExactly("EMPLOYEE_NUMBER:007a");
    }

    @Test
    void externalIdsAndAddressesAreComparedInColumnsOfTheirOwn() {
        assertThat(MatchKey.of(AN, List.of(EXTERNAL_ID, EMAIL))).isEmpty();
    }

    @Test
    void aNumberThatIsMissingOrEmptyIsNobodys() {
        assertThat(MatchKey.of(profile("employeeNumber:"), List.of(EMPLOYEE_NUMBER, USER_NAME)))
                .isEmpty();
    }
}
