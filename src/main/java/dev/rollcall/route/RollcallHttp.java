package dev.rollcall.route;

import dev.rollcall.source.SourceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The Java of {@code direct:rollcall-http}: nothing but the call's own headers goes out, and none of the answer's stays. */
@Component("rollcallHttp")
public class RollcallHttp {
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(429, 500, 502, 503, 504);
    /** Camel counts the tries in headers; without them it would never give up. */
    private static final String TRIES = "CamelRedeliver*";

    private static final String CALL = "rollcallHttpCall";

    private final Duration longestWait;
    private final int largestAnswer;
    private final Clock clock = Clock.systemUTC();

    RollcallHttp(
            @Value("${rollcall.http.longest-wait:5m}") Duration longestWait,
            @Value("${rollcall.http.largest-answer:67108864}") int largestAnswer) {
        this.longestWait = longestWait;
        this.largestAnswer = largestAnswer;
    }

    /** Turns the body into a request. */
    public void request(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        HttpCall call = message.getMandatoryBody(HttpCall.class);
        URI uri = call.uri();
        exchange.setProperty(CALL, call);
        exchange.setProperty("rollcallHttpServer", call.server());
        message.removeHeaders("*", TRIES);
        message.setBody(null);
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(Exchange.HTTP_PATH, uri.getRawPath());
        message.setHeader(Exchange.HTTP_QUERY, uri.getRawQuery());
        message.setHeader("Accept", "application/json");
        call.headers().forEach(message::setHeader);
    }

    /**
     * Turns the response into an answer, read to its end.
     *
     * @throws HttpRefusal when it is worth another try
     * @throws SourceFailure when it is not
     */
    public void answer(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        HttpCall call = exchange.getProperty(CALL, HttpCall.class);
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        String type = message.getHeader(Exchange.CONTENT_TYPE, "", String.class);
        long wait = millisToWait(message);
        byte[] content = content(message);
        exchange.removeProperty(CALL);
        message.removeHeaders("*", TRIES);
        HttpAnswer answer = new HttpAnswer(call.source(), status, type, content);
        message.setBody(answer);
        if (WORTH_ANOTHER_TRY.contains(status) && wait <= longestWait.toMillis()) {
            throw new HttpRefusal(call.explain().apply(answer), wait);
        }
        if (!answer.isSuccess()) {
            throw new SourceFailure(call.explain().apply(answer));
        }
    }

    private byte[] content(Message message) throws IOException {
        try (InputStream in = message.getBody(InputStream.class)) {
            if (in == null) {
                return new byte[0];
            }
            byte[] read = in.readNBytes(largestAnswer);
            if (in.read() >= 0) {
                throw new IOException("an answer of more than " + largestAnswer + " bytes");
            }
            return read;
        }
    }

    /** Before another try: as long as the server asked for, else as long as the route's policy says. */
    static void delay(Exchange exchange) {
        if (exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof HttpRefusal refusal
                && refusal.millisToWait() > 0) {
            exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, refusal.millisToWait());
        } else {
            exchange.getMessage().removeHeader(Exchange.REDELIVERY_DELAY);
        }
    }

    /** What the route refers to by name. */
    @Configuration
    static class Names {
        @Bean
        Processor rollcallHttpWait() {
            return RollcallHttp::delay;
        }

        /** Left alone, the client sleeps for as long as a server asks, and tries again behind the route's back. */
        @Bean
        HttpClientConfigurer rollcallHttpClient() {
            return builder -> builder.disableAutomaticRetries()
                    .disableCookieManagement()
                    .disableRedirectHandling()
                    .disableAuthCaching();
        }
    }

    private long millisToWait(Message message) {
        @Nullable String after = message.getHeader("Retry-After", String.class);
        @Nullable String reset = message.getHeader("ratelimit-reset", String.class);
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
}
