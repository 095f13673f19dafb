package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Acceptance;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OAuthTokensTest {
    private record Prepared(int status, String body) {}

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Deque<Prepared> answers = new ArrayDeque<>();
    private final List<HttpCall> calls = new ArrayList<>();
    private final SettableClock clock = new SettableClock();

    @TempDir
    private Path folder;

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void start() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:rollcall-http").process(exchange -> {
                    HttpCall call = exchange.getMessage().getMandatoryBody(HttpCall.class);
                    calls.add(call);
                    Prepared prepared = answers.remove();
                    ApiAnswer answer = ApiAnswer.whole(
                            call.source(),
                            prepared.status(),
                            "application/json",
                            Map.of(),
                            prepared.body().getBytes(StandardCharsets.UTF_8));
                    if (!answer.isSuccess()) {
                        var refusal = call.explain().apply(answer);
                        throw refusal.cure() == dev.rollcall.source.api.ApiRefusal.Cure.SECRET
                                ? new SecretRefused(refusal.problem())
                                : new HttpRefusal(refusal.problem(), 0);
                    }
                    exchange.getMessage().setBody(answer);
                });
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private void token(String value, int seconds) {
        answers.add(new Prepared(
                200, "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}"));
    }

    private static OAuthGrant grant(Secret clientSecret, @Nullable String refresh) {
        return new OAuthGrant(
                "hr",
                URI.create("http://localhost/token"),
                "client",
                clientSecret,
                "",
                refresh == null ? null : Secret.fixed(refresh));
    }

    @Test
    @Acceptance(130)
    void aTokenIsKeptForAllRunsUntilAMinuteBeforeItExpires() {
        OAuthTokens tokens = new OAuthTokens(camel.createProducerTemplate(), clock);
        token("one", 3600);
        token("two", 3600);

        assertThat(tokens.of(grant(Secret.fixed("s"), "r")).value()).isEqualTo("one");
        clock.now = clock.now.plus(Duration.ofSeconds(3539));
        assertThat(tokens.of(grant(Secret.fixed("s"), "r")).value()).isEqualTo("one");
        clock.now = clock.now.plusSeconds(1);
        assertThat(tokens.of(grant(Secret.fixed("s"), "r")).value()).isEqualTo("two");
        assertThat(calls).hasSize(2);
    }

    @Test
    void theClientStandsInTheHeaderAndTheRefreshTokenInTheForm() {
        OAuthTokens tokens = new OAuthTokens(camel.createProducerTemplate(), clock);
        token("one", 3600);

        assertThat(tokens.of(grant(Secret.fixed("p+w d"), "r/e=f")).value()).isEqualTo("one");

        var request = calls.getFirst().request();
        assertThat(request.body()).isEqualTo("grant_type=refresh_token&refresh_token=r%2Fe%3Df");
        assertThat(request.headers().get("Authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder().encodeToString("client:p%2Bw+d".getBytes(StandardCharsets.UTF_8)));
        assertThat(calls.getFirst().toString()).doesNotContain("r/e=f", "r%2Fe", "p+w");
    }

    @Test
    void withoutARefreshTokenTheClientsOwnCredentialsAreTheGrant() {
        token("one", 30);

        assertThat(new OAuthTokens(camel.createProducerTemplate(), clock)
                        .of(grant(Secret.fixed("s"), null))
                        .value())
                .isEqualTo("one");
        assertThat(calls.getFirst().request().body()).isEqualTo("grant_type=client_credentials");
    }

    @Test
    @Acceptance(128)
    void aTokenTheSourceRefusesIsFetchedAnewOncePerFetch() {
        OAuthTokens tokens = new OAuthTokens(camel.createProducerTemplate(), clock);
        token("one", 3600);
        token("two", 3600);
        Secret token = tokens.of(grant(Secret.fixed("s"), "r"));

        assertThat(token.value()).isEqualTo("one");
        assertThat(token.refused()).isTrue();
        assertThat(token.value()).isEqualTo("two");
        assertThat(token.refused()).isFalse();
        assertThat(token.toString()).isEqualTo("***");
    }

    @Test
    @Acceptance(128)
    void ofTwoClientSecretsTheOneThatIsAcceptedCounts() throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, "old\nnew\n");
        answers.add(new Prepared(401, "{\"error\":\"invalid_client\"}"));
        token("one", 3600);

        Secret secret = new Secrets().of("hr", "clientSecret", "file:" + file);

        assertThat(new OAuthTokens(camel.createProducerTemplate(), clock)
                        .of(grant(secret, null))
                        .value())
                .isEqualTo("one");
    }

    @Test
    void aRefusedGrantSaysWhatToDoAndNamesNoSecret() {
        answers.add(new Prepared(400, "{\"error\":\"invalid_grant\",\"error_description\":\"token r3fr3sh expired\"}"));
        Secret token =
                new OAuthTokens(camel.createProducerTemplate(), clock).of(grant(Secret.fixed("s3cret"), "r3fr3sh"));

        assertThatThrownBy(token::value)
                .isInstanceOf(SourceFailure.class)
                .hasMessageContaining("hr token")
                .hasMessageContaining("API-001")
                .hasMessageContaining("invalid_grant")
                .hasMessageNotContaining("r3fr3sh")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void anAnswerWithoutATokenIsAFailure() {
        answers.add(new Prepared(200, "{}"));
        Secret token = new OAuthTokens(camel.createProducerTemplate(), clock).of(grant(Secret.fixed("s"), null));

        assertThatThrownBy(token::value).hasMessageContaining("no access_token");
    }
}
