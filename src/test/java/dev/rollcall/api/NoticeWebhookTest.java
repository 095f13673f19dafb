package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.Acceptance;
import dev.rollcall.notice.Signature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices as a server of the customer gets them: signed, and until it has taken them. */
class NoticeWebhookTest extends RollcallTest {
    private static final String SECRET = "key-of-the-signature";
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private @Nullable HttpServer server;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Call(byte[] body, String signature, String key) {
        boolean isSignedWith(String secret, Instant now) {
            return Signature.isValid(signature, secret, body, now, OLDEST);
        }

        String text() {
            return new String(body, UTF_8);
        }
    }

    @BeforeEach
    void receiver() throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.createContext("/hook", exchange -> {
            Call call = new Call(
                    exchange.getRequestBody().readAllBytes(),
                    exchange.getRequestHeaders().getFirst(Signature.HEADER),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            if (call.text().contains("\"" + source + "\"")) {
                calls.add(call);
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        started.start();
        server = started;
        System.setProperty("test-notices.secret", SECRET);
        System.setProperty(
                "test-notices.url", "http://127.0.0.1:" + started.getAddress().getPort() + "/hook");
    }

    @AfterEach
    void noReceiver() {
        answer = 200;
        await().until(() -> list().findValues("waiting").stream().allMatch(count -> count.asInt() == 0));
        System.clearProperty("test-notices.url");
        System.clearProperty("test-notices.secret");
        if (server != null) {
            server.stop(0);
        }
    }

    private String notices() {
        return "/api/directories/" + source + "/notices";
    }

    private JsonNode list() {
        return get(notices()).json().path("items");
    }

    @Test
    void aNoticeIsSignedOverItsBytesAndItsMoment() throws IOException {
        dryRun(person("1"));
        await().until(() -> calls.size() == 1);

        Call call = calls.getFirst();
        Instant now = Instant.now();
        assertThat(call.isSignedWith(SECRET, now)).isTrue();
        assertThat(call.isSignedWith("another", now)).isFalse();
        assertThat(call.isSignedWith(SECRET, now.plus(Duration.ofMinutes(10))))
                .as("overheard and made again")
                .isFalse();
        assertThat(new Call((call.text() + " ").getBytes(UTF_8), call.signature(), "").isSignedWith(SECRET, now))
                .as("changed on the way")
                .isFalse();
        assertThat(new Call(call.body(), "t=1,v1=00", "").isSignedWith(SECRET, now))
                .isFalse();
        JsonNode body = json.readTree(call.body());
        assertThat(body.path("title").asText()).isEqualTo("Integration test results ready");
        assertThat(body.path("kind").asText()).isEqualTo("test-results");
        assertThat(body.path("users").asInt()).isEqualTo(1);
        assertThat(body.path("id").asText()).isEqualTo(call.key());
        assertThat(body.path("link").asText()).startsWith("https://rollcall.example.com/api/runs/" + source);
        assertThat(call.text()).doesNotContain("Given1", "p1@");
    }

    @Test
    void whatTheServerRefusesComesAgainWithTheSameKeyAndOnlyUntilItIsTaken() {
        answer = 500;
        dryRun(person("1"));
        await().until(() -> calls.size() >= 2);
        answer = 200;

        await().untilAsserted(() -> assertThat(list().get(0).path("deliveries").toString())
                .contains("\"channel\":\"webhook\",\"delivered\":1,\"waiting\":0"));
        int taken = calls.size();
        assertThat(calls)
                .extracting(Call::key)
                .containsOnly(list().get(0).path("key").asText());
        dryRun(person("2"));
        await().until(() -> calls.size() > taken);
        assertThat(calls).hasSize(taken + 1);
    }

    @Test
    void aServerThatIsNotThereOrThatNobodyCanTrustIsNotCalledInVain() {
        System.setProperty("test-notices.url", "http://192.0.2.1/hook");
        dryRun(person("1"));
        String first = notices() + "/" + list().get(0).path("id").asText();

        await().untilAsserted(() ->
                assertThat(get(first).json().path("deliveries").toString()).contains("\"delivered\":0,\"waiting\":1"));
        assertThat(calls).as("without TLS, only on this machine").isEmpty();
        System.setProperty("test-notices.url", "http://127.0.0.1:" + port() + "/hook");
        await().until(() -> calls.size() == 1);
    }

    private int port() {
        HttpServer started = server;
        return started == null ? 0 : started.getAddress().getPort();
    }

    @Test
    @Acceptance(137)
    void whatIsOffForEverybodyIsNotCalled() {
        Answer off =
                put(notices() + "/preferences", "{\"kind\":\"test-results\",\"channel\":\"webhook\",\"wanted\":false}");
        assertThat(off.status()).isEqualTo(200);

        dryRun(person("1"));

        assertThat(list().get(0).path("deliveries")).isEmpty();
    }
}
