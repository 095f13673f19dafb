package dev.rollcall.route;

import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiRefusal;
import dev.rollcall.source.api.ApiRefusal.Cure;
import dev.rollcall.source.api.ApiRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The Java of {@code direct:rollcall-http}: nothing but the call's own headers goes out, and none of the answer's stays. */
@Component("rollcallHttp")
public class RollcallHttp {
    /** Camel counts the tries in headers; without them it would never give up. */
    private static final String TRIES = "CamelRedeliver*";

    private static final String CALL = "rollcallHttpCall";

    private final Duration longestWait;
    private final int largestAnswer;
    private final long patience;
    private final long reportPatience;
    private final RateLimits limits;
    private final ClientCertificates certificates;

    RollcallHttp(
            @Value("${rollcall.http.longest-wait:5m}") Duration longestWait,
            @Value("${rollcall.http.largest-answer:67108864}") int largestAnswer,
            @Value("${rollcall.http.response-timeout:60000}") long patience,
            // a report is made before its first byte comes; Workday gives it half an hour
            @Value("${rollcall.http.report-timeout:1800000}") long reportPatience,
            RateLimits limits,
            ClientCertificates certificates) {
        this.certificates = certificates;
        this.limits = limits;
        this.longestWait = longestWait;
        this.largestAnswer = largestAnswer;
        this.patience = patience;
        this.reportPatience = reportPatience;
    }

    /** Turns the body into a request. */
    public void request(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        HttpCall call = message.getMandatoryBody(HttpCall.class);
        ApiRequest request = call.request();
        URI uri = request.uri();
        limits.await(call.source());
        exchange.setProperty(CALL, call);
        exchange.setProperty("rollcallHttpPatience", request.streamed() ? reportPatience : patience);
        exchange.setProperty("rollcallHttpServer", request.server());
        exchange.setProperty("rollcallHttpTls", certificates.option(call.source()));
        message.removeHeaders("*", TRIES);
        message.setBody(request.body());
        message.setHeader(Exchange.HTTP_METHOD, request.method());
        message.setHeader(Exchange.HTTP_PATH, uri.getRawPath());
        message.setHeader(Exchange.HTTP_QUERY, uri.getRawQuery());
        request.headers().forEach(message::setHeader);
    }

    /**
     * Turns the response into an answer, read to its end unless it is streamed.
     *
     * @throws HttpRefusal when it is worth another try
     * @throws SecretRefused when another secret may do
     * @throws SourceFailure when nothing helps
     */
    public void answer(Exchange exchange) throws IOException, InvalidPayloadException {
        Message message = exchange.getMessage();
        HttpCall call = exchange.getProperty(CALL, HttpCall.class);
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        String type = message.getHeader(Exchange.CONTENT_TYPE, "", String.class);
        Map<String, String> headers = headers(message);
        limits.learn(call.source(), status, headers);
        boolean streamed = call.request().streamed() && status >= 200 && status < 300;
        ApiAnswer answer = streamed
                ? new ApiAnswer(call.source(), status, type, headers, message.getMandatoryBody(InputStream.class))
                : ApiAnswer.whole(call.source(), status, type, headers, content(call.source(), message));
        exchange.removeProperty(CALL);
        message.removeHeaders("*", TRIES);
        message.setBody(answer);
        if (!answer.isSuccess()) {
            throw refusal(call.explain().apply(answer), limits.millisToWait(headers));
        }
    }

    private RuntimeException refusal(ApiRefusal refusal, long wait) {
        if (refusal.cure() == Cure.SECRET) {
            return new SecretRefused(refusal.problem());
        }
        return refusal.cure() == Cure.LATER && wait <= longestWait.toMillis()
                ? new HttpRefusal(refusal.problem(), wait)
                : new SourceFailure(refusal.problem());
    }

    /** A header that came several times has a line for each: cookies cannot be put together by commas. */
    private static Map<String, String> headers(Message message) {
        Map<String, String> headers = new HashMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (name.startsWith("Camel")) {
                return;
            }
            if (value instanceof String text) {
                headers.put(name.toLowerCase(Locale.ROOT), text);
            } else if (value instanceof List<?> several) {
                headers.put(
                        name.toLowerCase(Locale.ROOT),
                        several.stream().map(String::valueOf).collect(Collectors.joining("\n")));
            }
        });
        return headers;
    }

    private byte[] content(String source, Message message) throws IOException {
        try (InputStream in = message.getBody(InputStream.class)) {
            if (in == null) {
                return new byte[0];
            }
            byte[] read = in.readNBytes(largestAnswer);
            if (in.read() >= 0) {
                throw new SourceFailure(SourceCode.API_UNEXPECTED.at(
                        source,
                        "an answer of more than " + largestAnswer
                                + " bytes. Ask for smaller pages, or raise `rollcall.http.largest-answer`."));
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
}
