package dev.rollcall.source.json;

import static dev.rollcall.source.json.JsonApiAnswers.BEGAN;
import static dev.rollcall.source.json.JsonApiAnswers.COUNTED;
import static dev.rollcall.source.json.JsonApiAnswers.answer;
import static dev.rollcall.source.json.JsonApiAnswers.api;
import static dev.rollcall.source.json.JsonApiAnswers.fetch;
import static dev.rollcall.source.json.JsonApiAnswers.people;
import static dev.rollcall.source.json.JsonApiAnswers.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.Acceptance;
import dev.rollcall.source.Page;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.api.ApiRequest;
import dev.rollcall.source.api.Secret;
import dev.rollcall.source.json.JsonApi.PageForm;
import dev.rollcall.source.json.JsonApi.Records;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The protocol of {@code json-api-source}, answer by answer, without a server. */
class JsonApiFetchTest {
    @Test
    void aPostAsksInItsBody() {
        JsonApi api = new JsonApi(
                URI.create("https://api.example.com/search"),
                true,
                "{\"showInactive\": true}",
                Map.of(),
                List.of(),
                List.of("id", "name"),
                "fields",
                new PageForm(new Paging.Numbered("paging.number", 1, ""), "paging.size", 50),
                COUNTED,
                Optional.empty());

        ApiRequest request = fetch(api).next();

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body())
                .isEqualTo(
                        "{\"showInactive\":true,\"paging\":{\"size\":50,\"number\":1},\"fields\":[\"id\",\"name\"]}");
    }

    @Test
    void changesAreADeltaAndTheNextWatermarkIsTheBeginOfTheFetch() {
        JsonApi api = api("/people?updated_since=1900-01-01", COUNTED, new Paging.None());
        JsonApi changes = new JsonApi(
                api.url(),
                false,
                "",
                Map.of(),
                List.of(),
                List.of(),
                "",
                PageForm.ONE,
                COUNTED,
                Optional.of(new ChangedSince("updated_since", ChangedSince.Form.DATE)));
        JsonApiFetch fetch = fetch(changes, Instant.parse("2026-11-21T02:15:00Z"));

        List<String> asked = read(fetch, people(1, 1));

        assertThat(asked).containsExactly("/people?updated_since=2026-11-20");
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Delta());
        assertThat(fetch.end().watermark()).isEqualTo(BEGAN);
    }

    @Test
    void aRecordIsUnwrapped() {
        JsonApiFetch fetch = fetch(api("/people", new Records("data", "attributes", "id", "", ""), new Paging.None()));

        Page page = fetch.read(answer("{\"data\":[{\"type\":\"Employee\",\"attributes\":{\"id\":7}}]}", ""))
                .next();

        assertThat(page.records())
                .singleElement()
                .isInstanceOfSatisfying(
                        SourceRecord.Json.class,
                        json -> assertThat(json.node().path("id").asInt()).isEqualTo(7));
    }

    @Test
    void ofARecordOnlyWhatIsMappedIsKeptAndWhatItIsKnownBy() {
        String body = "{\"data\":[{\"kind\":1,\"of\":{\"id\":{\"no\":7},\"name\":\"An\",\"ssn\":\"078-05-1120\"}}]}";

        assertThat(kept(new Records("data", "of", "id.no", "", ""), body))
                .isEqualTo("{\"id\":{\"no\":7},\"name\":\"An\"}");
        assertThat(kept(new Records("data", "of", "id", "", ""), body))
                .isEqualTo("{\"id\":{\"no\":7},\"name\":\"An\"}");
        assertThat(kept(new Records("data", "of", "", "", ""), body)).contains("ssn");
        assertThat(kept(new Records("data", "of", "@id", "", ""), body.replace("\"ssn\"", "\"@id\":1,\"ssn\"")))
                .contains("ssn");
    }

    private static String kept(Records records, String body) {
        SourceRecord record = fetch(api("/people", records, new Paging.None()))
                .read(answer(body, ""))
                .next()
                .records()
                .getFirst();
        Map<String, Object> sorted = new TreeMap<>();
        ((SourceRecord.Json) record).node().properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return new ObjectMapper().valueToTree(sorted).toString();
    }

    @Test
    @Acceptance(130)
    void secretsAreAskedForAnewWithEachRequestAndGivenUpTogether() {
        List<String> keys = new ArrayList<>(List.of("old", "new"));
        Secret rotating = new Secret() {
            @Override
            public String value() {
                return keys.getFirst();
            }

            @Override
            public boolean refused() {
                keys.removeFirst();
                return true;
            }
        };
        JsonApi api = new JsonApi(
                URI.create("https://api.example.com/people"),
                false,
                "",
                Map.of("X-Partner", "acme"),
                List.of(
                        new Signature.Basic(Secret.fixed("An"), Secret.fixed("geheim")),
                        new Signature.Key("X-Api-Key", rotating)),
                List.of(),
                "",
                PageForm.ONE,
                COUNTED,
                Optional.empty());
        JsonApiFetch fetch = fetch(api);

        assertThat(fetch.next().headers())
                .containsEntry("Authorization", "Basic QW46Z2VoZWlt")
                .containsEntry("X-Api-Key", "old")
                .containsEntry("X-Partner", "acme");
        assertThat(fetch.secret().refused()).isTrue();
        assertThat(fetch.next().headers()).containsEntry("X-Api-Key", "new");
        assertThat(fetch.next().toString() + api.signatures()).doesNotContain("geheim", "new");
    }

    @Test
    void anAnswerOfAnotherFormIsRefusedByName() {
        assertThatThrownBy(() -> read(fetch(api("/people", COUNTED, new Paging.None())), "{\"items\":[]}"))
                .hasMessageContaining("API-005")
                .hasMessageContaining("no list at data");
        assertThatThrownBy(() -> read(fetch(api("/people", COUNTED, new Paging.None())), "{\"data\":[\"An\"]}"))
                .hasMessageContaining("no object");
        assertThatThrownBy(() -> read(fetch(api("/people", COUNTED, new Paging.None())), "{\"data\":[]}"))
                .hasMessageContaining("no number of records at meta.total");
    }
}
