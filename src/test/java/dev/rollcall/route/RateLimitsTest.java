package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rollcall.Acceptance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final Duration LONGEST = Duration.ofMillis(300);

    private final RateLimits limits = new RateLimits(100, LONGEST);

    @Test
    @Acceptance(13)
    void aRefusalForTooManyRequestsHalvesTheRateAndEachGoodAnswerBringsSomeOfItBack() {
        limits.learn("kombo", 429, Map.of());
        assertThat(limits.perSecond("kombo")).isEqualTo(50);

        limits.learn("kombo", 200, Map.of());
        assertThat(limits.perSecond("kombo")).isEqualTo(52.5);
        for (int i = 0; i < 50; i++) {
            limits.learn("kombo", 200, Map.of());
        }
        assertThat(limits.perSecond("kombo")).isCloseTo(100, within(1.0)).isLessThanOrEqualTo(100);
    }

    @Test
    void whatIsLeftIsSpreadOverTheTimeThatIsLeft() {
        limits.learn("kombo", 200, Map.of("ratelimit-remaining", "30", "ratelimit-reset", "10"));

        assertThat(limits.perSecond("kombo")).isEqualTo(3);
    }

    @Test
    void theRateIsNeverRaisedAboveWhatIsConfiguredNorDownToNothing() {
        limits.learn("kombo", 200, Map.of("ratelimit-remaining", "9000", "ratelimit-reset", "1"));
        assertThat(limits.perSecond("kombo")).isEqualTo(100);

        limits.learn("kombo", 200, Map.of("ratelimit-remaining", "0", "ratelimit-reset", "1"));
        assertThat(limits.perSecond("kombo")).isEqualTo(0.1);
    }

    @Test
    void aLimitWithItsPolicyBehindItIsReadToo() {
        limits.learn("kombo", 200, Map.of("ratelimit-remaining", "20, 100;w=60", "ratelimit-reset", "10"));

        assertThat(limits.perSecond("kombo")).isEqualTo(2);
    }

    @Test
    void retryAfterIsSecondsOrADateAndNonsenseIsNothing() {
        String inAMinute = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(60).atOffset(ZoneOffset.UTC));

        assertThat(limits.millisToWait(Map.of("retry-after", "7"))).isEqualTo(7000);
        assertThat(limits.millisToWait(Map.of("retry-after", inAMinute))).isBetween(50_000L, 60_000L);
        assertThat(limits.millisToWait(Map.of("retry-after", "-3"))).isZero();
        assertThat(limits.millisToWait(Map.of("retry-after", "9999999999999999999")))
                .isZero();
        assertThat(limits.millisToWait(Map.of("retry-after", "soon"))).isZero();
        assertThat(limits.millisToWait(Map.of("ratelimit-reset", "2"))).isEqualTo(2000);
        assertThat(limits.millisToWait(Map.of())).isZero();
    }

    @Test
    @Acceptance(13)
    void aPauseStopsEveryRunOfTheSourceAndNoOther() {
        limits.learn("kombo", 429, Map.of("retry-after", "3600"));

        Instant before = Instant.now();
        limits.await("bamboohr");
        assertThat(Duration.between(before, Instant.now())).isLessThan(LONGEST);

        limits.await("kombo");
        // never longer than configured, whatever the source asks for
        assertThat(Duration.between(before, Instant.now())).isBetween(LONGEST.dividedBy(4), Duration.ofSeconds(5));
    }
}
