package dev.rollcall.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.lifecycle.LifecyclePolicy.OnLeaving;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a directory does when somebody joins and leaves. */
class LifecyclePolicyTest {
    @Test
    void aTimeToWaitIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policies.usual().participationAfter("P-1D").policy());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policies.usual().removalAfter("P-1D").policy());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policies.usual().quarantine("P-1D").policy());
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, DEACTIVATE", "TOGGLE_PARTICIPATION, DEACTIVATE", "DEACTIVATE, DEACTIVATE", "DELETE, DELETE"})
    void aSourceThatIsLeftTakesAccessAtLeast(OnLeaving whenAbsent, OnLeaving atLeast) {
        LifecyclePolicy policy = Policies.usual()
                .whenInactive(OnLeaving.NOTHING)
                .whenAbsent(whenAbsent)
                .policy();

        assertThat(policy.whereAbsenceTakesAccess())
                .isEqualTo(Policies.usual()
                        .whenInactive(OnLeaving.NOTHING)
                        .whenAbsent(atLeast)
                        .policy());
    }

    @Test
    void theStatusOfASourceMayLeadUnlessItsDatesDo() {
        LifecyclePolicy policy = Policies.usual().policy().withDatesLead(Set.of("early"));

        assertThat(policy.statusMayLead("early")).isFalse();
        assertThat(policy.statusMayLead("prompt")).isTrue();
    }
}
