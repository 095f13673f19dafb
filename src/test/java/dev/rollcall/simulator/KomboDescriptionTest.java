package dev.rollcall.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.simulator.KomboSimulator.Fault;
import dev.rollcall.source.Outline;
import dev.rollcall.source.RunId;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiRequest;
import dev.rollcall.source.api.Secret;
import dev.rollcall.source.kombo.KomboFetch;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked of Kombo, and what its simulator answers, against the vendor's own description. */
class KomboDescriptionTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final KomboSimulator KOMBO = KomboSimulator.start(0);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeEach
    void people() {
        List<Person> people = new ArrayList<>(People.of(7, 320, "K"));
        KOMBO.reset();
        KOMBO.people(people);
        people.removeLast();
        people.set(1, people.get(1).leaving(LocalDate.of(2026, 3, 31)));
        KOMBO.people(people);
    }

    @AfterAll
    static void stop() {
        KOMBO.close();
    }

    @Test
    void everyPageIsAskedForAndAnsweredAsKomboDescribesIt() throws IOException, InterruptedException {
        for (Instant since : new Instant[] {null, Instant.EPOCH, Instant.parse("2026-11-22T02:00:00.123456Z")}) {
            for (int size : new int[] {0, 100, 9999}) {
                KomboFetch fetch = fetch(size, since);
                while (fetch.hasNext()) {
                    ApiRequest request = fetch.next();
                    assertThat(KomboDescription.complaints(
                                    HttpExchanges.pairs(request.uri().getRawQuery())))
                            .isEmpty();
                    assertThat(request.headers()).containsKeys("Authorization", "X-Integration-Id");
                    ApiAnswer answer = ask(request);
                    assertThat(answer.status()).isEqualTo(200);
                    if (size == 0) {
                        break;
                    }
                    fetch.read(answer);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNAUTHORIZED", "PENDING", "TOO_MANY"})
    void errorsAreAsKomboDescribesThem(Fault fault) throws IOException, InterruptedException {
        KOMBO.fail(1, fault);

        assertThat(ask(fetch(100, null).next()).status()).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"page_size, 251", "page_size, all", "updated_after, yesterday", "include_deleted, 1", "since, 2026"})
    void aParameterThatKomboDoesNotKnowIsSeen(String name, String value) {
        assertThat(KomboDescription.complaints(Map.of(name, value))).isNotEmpty();
    }

    @Test
    void anAnswerWithoutWhatKomboPromisesIsSeen() throws IOException, InterruptedException {
        JsonNode answer = body(fetch(100, null).next());

        ((ObjectNode) answer.at("/data/results/0")).remove("termination_date");
        ((ObjectNode) answer.at("/data/results/1")).put("work_email", "nobody");
        ((ObjectNode) answer.at("/data")).remove("next");

        assertThat(KomboDescription.complaints(200, answer)).hasSize(3);
    }

    private static KomboFetch fetch(int pageSize, @Nullable Instant since) {
        return new KomboFetch(
                new RunId("run"),
                "kombo",
                KOMBO.url(),
                Secret.fixed(KomboSimulator.API_KEY),
                KomboSimulator.INTEGRATION,
                pageSize,
                Outline.EVERYTHING,
                since,
                Instant.EPOCH);
    }

    /** The simulator's answer, of which nothing is wrong. */
    private static ApiAnswer ask(ApiRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(request);
        assertThat(KomboDescription.complaints(response.statusCode(), JSON.readTree(response.body())))
                .isEmpty();
        return ApiAnswer.whole("kombo", response.statusCode(), "application/json", Map.of(), response.body());
    }

    private static JsonNode body(ApiRequest request) throws IOException, InterruptedException {
        return JSON.readTree(send(request).body());
    }

    private static HttpResponse<byte[]> send(ApiRequest request) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri());
        request.headers().forEach(builder::header);
        return CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
