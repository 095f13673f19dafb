package dev.rollcall.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.Acceptance;
import dev.rollcall.source.kombo.KomboWebhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Kombo's calls, at the address of the source {@code slow}. */
@ExtendWith(OutputCaptureExtension.class)
class WebhookTest extends RollcallTest {
    private static final String SETTING = "slow.webhook-secret";
    private static final String SECRET = "s3cret-of-the-webhook";
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void configured() {
        System.setProperty(SETTING, SECRET);
        handedOver.next(Row.csv()).countDown();
    }

    @AfterEach
    void forget() {
        System.clearProperty(SETTING);
    }

    @Test
    void changedDataIsReadAtOnceAndTheSameCallAgainStartsNothing() {
        String body = changed();
        int before = runs();

        assertThat(call(body, KomboWebhook.sign(body.getBytes(UTF_8), SECRET))).isEqualTo(202);
        await().untilAsserted(() -> assertThat(runs()).isEqualTo(before + 1));

        assertThat(call(body, KomboWebhook.sign(body.getBytes(UTF_8), SECRET))).isEqualTo(200);
        assertThat(runs()).isEqualTo(before + 1);
    }

    @Test
    void aSuccessfulSyncIsReadAndAFailedOneIsShownWithTheSource() {
        int before = runs();

        assertThat(signed(finished("FAILED"))).isEqualTo(200);
        assertThat(get("/api/sources/slow").json().path("lastProblem").asText())
                .contains("API-002", "ended failed", "Kombo");
        assertThat(signed(finished("PARTIALLY_FAILED"))).isEqualTo(200);
        assertThat(runs()).isEqualTo(before);

        assertThat(signed(finished("SUCCEEDED"))).isEqualTo(202);
        await().untilAsserted(() -> assertThat(
                        get("/api/sources/slow").json().path("lastProblem").isNull())
                .isTrue());
        assertThat(runs()).isEqualTo(before + 1);
    }

    @Test
    void whatIsNotForUsIsAcknowledged() {
        int before = runs();

        assertThat(signed("{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"integration-created\",\"data\":{}}"))
                .isEqualTo(200);
        assertThat(signed("not json")).isEqualTo(400);
        assertThat(runs()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "wrong", "====", "\u00e9", "OTHER", "PADDED", "LONGER", "SHORTER"})
    void whateverIsNotSignedIsRefusedAndNothingOfItIsLogged(String kind, CapturedOutput output) {
        String body = changed().replace("HRIS", "very-personal-thing");
        String right = KomboWebhook.sign(body.getBytes(UTF_8), SECRET);
        String signature = switch (kind) {
            case "OTHER" -> KomboWebhook.sign(body.getBytes(UTF_8), "another secret");
            case "PADDED" -> right + "=";
            case "LONGER" -> right + "A";
            case "SHORTER" -> right.substring(1);
            case "\u00e9" -> "%C3%A9";
            default -> kind;
        };
        int before = runs();

        assertThat(call(body, signature)).isEqualTo(401);
        assertThat(runs()).isEqualTo(before);
        assertThat(output).doesNotContain("very-personal-thing").doesNotContain(SECRET);
    }

    @Test
    void aBodyThatWasChangedUnderItsSignatureIsRefused() {
        String body = changed();

        assertThat(call(body + " ", KomboWebhook.sign(body.getBytes(UTF_8), SECRET)))
                .isEqualTo(401);
        assertThat(call(body, null)).isEqualTo(401);
    }

    @Test
    void withoutASecretOrForAnotherSourceNobodyIsLetIn() {
        System.clearProperty(SETTING);

        assertThat(signed(changed())).isEqualTo(401);
    }

    @Test
    void aBodyWithoutEndIsNotReadToItsEnd() {
        assertThat(signed(" ".repeat(300_000))).isEqualTo(413);
    }

    @Test
    @Acceptance(128)
    void theSecretMayBeAFileAndOfTwoInItEitherCounts() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "the-new-one\n" + SECRET + "\n");
        System.setProperty(SETTING, "file:" + file);

        assertThat(signed(finished("FAILED"))).isEqualTo(200);
        Files.writeString(file, "the-new-one\n");
        assertThat(signed(finished("FAILED"))).isEqualTo(401);
    }

    private static String changed() {
        return "{\"id\":\"" + UUID.randomUUID()
                + "\",\"type\":\"data-changed\",\"data\":{\"integration_category\":\"HRIS\","
                + "\"changed_models\":[{\"name\":\"hris_employees\"}]}}";
    }

    private static String finished(String state) {
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"sync-finished\",\"data\":{\"sync_state\":\"" + state
                + "\"}}";
    }

    private int signed(String body) {
        return call(body, KomboWebhook.sign(body.getBytes(UTF_8), SECRET));
    }

    private int call(String body, @Nullable String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/webhooks/slow"))
                .POST(BodyPublishers.ofString(body));
        if (signature != null) {
            request.header(KomboWebhook.SIGNATURE, signature);
        }
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private int runs() {
        return get("/api/directories/slow/runs?limit=1000").json().size();
    }
}
