package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.plan.Safeguards.Limit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits beyond which people decide (acceptance D3, row 107). */
class SafeguardsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // percent | count | affected | of | passed
                "50 | -   | 50   | 100  | false",
                "50 | -   | 51   | 100  | true",
                "50 | -   | 1    | 2    | false",
                "50 | -   | 2    | 3    | true",
                "0  | -   | 0    | 100  | false",
                "0  | -   | 1    | 100  | true",
                "50 | -   | 0    | 0    | false",
                "50 | -   | 1    | 0    | true",
                "100| -   | 100  | 100  | false",
                "-  | 100 | 100  | 100  | false",
                "-  | 100 | 101  | 5000 | true",
                "-  | 0   | 1    | 5000 | true",
                "50 | 100 | 101  | 5000 | true",
                "50 | 100 | 6    | 10   | true",
                "50 | 100 | 100  | 5000 | false",
                "-  | -   | 5000 | 5000 | false"
            })
    void aLimitIsPassedByOneMoreAndNotByExactlySoMany(
            @Nullable Integer percent, @Nullable Integer count, long affected, long base, boolean passed) {
        assertThat(new Limit(percent, count).isPassedBy(affected, base)).isEqualTo(passed);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 1, 2",
        "50, 3, 6",
        "33, 1, 4",
        "10, 500, 5000",
        "100, 7, 7",
        "0, 1, 9223372036854775807",
        "50, 0, 0"
    })
    void aShareIsKeptFromTheLeastBaseOnOfWhichItIsNotPassed(int percent, long affected, long base) {
        Limit limit = new Limit(percent, null);

        assertThat(limit.keptFrom(affected)).isEqualTo(base);
        assertThat(affected > 0 && percent > 0 && limit.isPassedBy(affected, base))
                .isFalse();
        assertThat(affected == 0 || limit.isPassedBy(affected, base - 1)).isTrue();
        assertThat(new Limit(null, 3).keptFrom(affected)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"50 | - | 50 %", "- | 100 | 100", "50 | 100 | 50 % or 100", "- | - | ''"})
    void aLimitStandsInASentence(@Nullable Integer percent, @Nullable Integer count, String text) {
        assertThat(new Limit(percent, count).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "100, true", "-1, false", "101, false"})
    void aShareIsAPercentage(int share, boolean valid) {
        if (valid) {
            assertThat(new Limit(share, null).percent()).isEqualTo(share);
            assertThat(new Safeguards(50, share).rejectedPercent()).isEqualTo(share);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> new Limit(share, null));
            assertThatIllegalArgumentException().isThrownBy(() -> new Safeguards(50, share));
        }
    }

    @Test
    void aNumberIsNotNegative() {
        assertThat(new Limit(null, 0).count()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(null, -1));
    }

    @Test
    void unlessToldOtherwiseHalfOfTheUsersMayGoAndATenthOfTheRecordsMayBeWrong() {
        assertThat(Safeguards.DEFAULT).isEqualTo(new Safeguards(new Limit(50, null), null, null, 10));
    }
}
