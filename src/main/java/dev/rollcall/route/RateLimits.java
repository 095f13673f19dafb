package dev.rollcall.route;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A token bucket for each source, shared by all its runs: what the source says of its limit is kept to before it has to
 * refuse.
 *
 * <p>A refusal for too many requests halves the rate; {@code ratelimit-remaining} and {@code ratelimit-reset} spread what
 * is left over the time that is left. {@code Retry-After} stops every run of the source, not only the one that was told.
 */
@Component
public class RateLimits {
    private static final double SLOWEST = 0.1;
    /** How fast the rate grows back with each answer that says nothing of limits. */
    private static final double RECOVERY = 1.05;

    private final Map<String, Share> shares = new ConcurrentHashMap<>();
    private final double perSecond;
    private final Duration longestPause;
    private final Clock clock = Clock.systemUTC();

    RateLimits(
            @Value("${rollcall.http.requests-per-second:10}") double perSecond,
            @Value("${rollcall.http.longest-wait:5m}") Duration longestPause) {
        this.perSecond = perSecond;
        this.longestPause = longestPause;
    }

    /** How many requests a second a source is asked for now. */
    public double perSecond(String source) {
        return share(source).perSecond();
    }

    void await(String source) {
        share(source).await();
    }

    void learn(String source, int status, Map<String, String> headers) {
        share(source).learn(status, headers, millisToWait(headers));
    }

    private Share share(String source) {
        return shares.computeIfAbsent(source, name -> new Share(perSecond, longestPause));
    }

    /** How long the source asks to be left alone; 0 when it says nothing. */
    long millisToWait(Map<String, String> headers) {
        String after = headers.get("retry-after");
        String reset = headers.get("ratelimit-reset");
        String told = after != null ? after : reset != null ? reset : "0";
        try {
            return Math.max(0, Math.multiplyExact(Long.parseLong(told.strip()), 1000L));
        } catch (NumberFormatException | ArithmeticException notSeconds) {
            return millisUntil(told);
        }
    }

    private long millisUntil(String date) {
        try {
            Instant at = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Math.max(0, Duration.between(clock.instant(), at).toMillis());
        } catch (DateTimeParseException neither) {
            return 0;
        }
    }

    private static Optional<Double> number(Map<String, String> headers, String name) {
        try {
            // "100, 100;w=60" as well as "100"
            String told = headers.getOrDefault(name, "").split("[,;]", 2)[0].strip();
            return told.isEmpty() ? Optional.empty() : Optional.of(Double.parseDouble(told));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** One source's bucket, and the rate it is filled at. */
    private static final class Share {
        private final Bucket bucket;
        private final double configured;
        private final Duration longestPause;
        private double perSecond;

        Share(double perSecond, Duration longestPause) {
            this.longestPause = longestPause;
            this.configured = perSecond;
            this.perSecond = perSecond;
            this.bucket = Bucket.builder().addLimit(bandwidth(perSecond)).build();
        }

        private static Bandwidth bandwidth(double perSecond) {
            long burst = Math.max(1, Math.round(perSecond));
            return Bandwidth.builder()
                    .capacity(burst)
                    .refillGreedy(burst, Duration.ofNanos(Math.round(burst / perSecond * 1e9)))
                    .build();
        }

        synchronized double perSecond() {
            return perSecond;
        }

        void await() {
            BlockingBucket blocking = bucket.asBlocking();
            try {
                blocking.consume(1);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the runtime stops", stopped);
            }
        }

        synchronized void learn(int status, Map<String, String> headers, long wait) {
            Optional<Double> remaining = number(headers, "ratelimit-remaining");
            if (status == 429) {
                refill(Math.max(SLOWEST, perSecond / 2));
            } else if (remaining.isPresent() && wait > 0) {
                refill(Math.clamp(remaining.get() * 1000 / wait, SLOWEST, configured));
            } else {
                refill(Math.min(configured, perSecond * RECOVERY));
            }
            if (wait > 0 && remaining.orElse(status == 429 ? 0.0 : 1.0) <= 0) {
                long pause = Math.min(wait, longestPause.toMillis());
                // what is saved up is taken too; who waits already does not wait longer for it
                long tokens = bucket.getAvailableTokens() + Math.round(perSecond * pause / 1000);
                if (tokens > 0) {
                    bucket.consumeIgnoringRateLimits(tokens);
                }
            }
        }

        private void refill(double rate) {
            if (Math.abs(rate - perSecond) > perSecond / 100) {
                perSecond = rate;
                bucket.replaceConfiguration(
                        BucketConfiguration.builder().addLimit(bandwidth(rate)).build(),
                        TokensInheritanceStrategy.AS_IS);
            }
        }
    }
}
