package dev.rollcall.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.Acceptance;
import dev.rollcall.source.Outline;
import dev.rollcall.source.Page;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiRequest;
import dev.rollcall.source.api.Secret;
import dev.rollcall.source.json.JsonApi.PageForm;
import dev.rollcall.source.json.JsonApi.Records;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The protocol of {@code json-api-source}, answer by answer, without a server. */
class JsonApiFetchTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T02:15:07Z");
    private static final Records COUNTED = new Records("data", "", "id", "meta.total", "");

    private final List<String> asked = new ArrayList<>();

    @Test
    void aTotalThatAsManyDifferentPeopleCameToIsTheProof() {
        JsonApiFetch fetch = fetch(api("/people", COUNTED, new Paging.Offset("offset")));

        read(fetch, people(3, 1, 2), people(3, 3));

        assertThat(asked).containsExactly("/people?limit=2&offset=0", "/people?limit=2&offset=2");
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(3)));
    }

    @Test
    void aPageSmallerThanAskedForSkipsNobody() {
        JsonApiFetch fetch = fetch(api("/people", COUNTED, new Paging.Offset("offset")));

        read(fetch, people(3, 1), people(3, 2), people(3, 3));

        assertThat(asked).last().isEqualTo("/people?limit=2&offset=2");
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(3)));
    }

    @Test
    void whoIsMissingFromTheTotalLeavesTheSnapshotUnproven() {
        JsonApiFetch fetch = fetch(api("/people", COUNTED, new Paging.Offset("offset")));

        read(fetch, people(3, 1, 2), people(3));

        assertThat(fetch.end().snapshot())
                .isInstanceOfSatisfying(
                        Snapshot.Unproven.class,
                        unproven -> assertThat(unproven.why()).contains("has 3 people", "2 different ones"));
    }

    @Test
    void aTotalThatMovesLeavesTheSnapshotUnproven() {
        JsonApiFetch fetch = fetch(api("/people", COUNTED, new Paging.Offset("offset")));

        read(fetch, people(4, 1, 2), people(3, 4));

        assertThat(fetch.end().snapshot()).isInstanceOf(Snapshot.Unproven.class);
    }

    @Test
    void somebodyWhoCameTwiceStandsForSomebodyWhoDidNotCome() {
        JsonApiFetch fetch =
                fetch(api("/people", new Records("data", "", "id", "", ""), new Paging.Numbered("page", 1, "")));

        read(fetch, people(0, 1, 2), people(0, 2, 3), people(0));

        assertThat(asked).last().isEqualTo("/people?limit=2&page=3");
        assertThat(fetch.end().snapshot()).isInstanceOf(Snapshot.Unproven.class);
    }

    @Test
    void alongCursorsTooSomebodyWhoCameTwiceStandsForSomebodyWhoDidNotCome() {
        JsonApiFetch fetch =
                fetch(api("/people", new Records("data", "", "id", "", ""), new Paging.Cursor("after", "meta.next")));

        read(
                fetch,
                "{\"data\":[{\"id\":1},{\"id\":2}],\"meta\":{\"next\":\"a\"}}",
                "{\"data\":[{\"id\":2},{\"id\":3}],\"meta\":{}}");

        assertThat(fetch.end().snapshot()).isInstanceOf(Snapshot.Unproven.class);
    }

    @Test
    void recordsOfWhichNoneHasTheIdentifierAreRefusedByItsName() {
        JsonApiFetch fetch =
                fetch(api("/people", new Records("data", "", "uuid", "meta.total", ""), new Paging.Offset("offset")));

        assertThatThrownBy(() -> read(fetch, people(3, 1, 2)))
                .hasMessageContaining("none of 2 records has anything at uuid")
                .hasMessageContaining("See whether `id` is right");
    }

    @Test
    void aRecordWithoutTheIdentifierLeavesTheSnapshotUnproven() {
        JsonApiFetch fetch = fetch(api("/people", COUNTED, new Paging.Offset("offset")));

        read(fetch, people(3, 1, 2), "{\"data\":[{\"id\":null},{\"id\":2}],\"meta\":{\"total\":3}}");

        assertThat(fetch.end().snapshot()).isInstanceOf(Snapshot.Unproven.class);
    }

    @Test
    void aNumberOfPagesEndsThePagesAndProvesNothingByItself() {
        JsonApiFetch fetch = fetch(
                api("/people", new Records("data", "", "id", "", ""), new Paging.Numbered("page", 0, "meta.pages")));

        read(fetch, "{\"data\":[{\"id\":1}],\"meta\":{\"pages\":2}}", "{\"data\":[{\"id\":2}],\"meta\":{\"pages\":2}}");

        assertThat(asked).containsExactly("/people?limit=2&page=0", "/people?limit=2&page=1");
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
    }

    @Test
    void aChainOfCursorsWithAnEndIsTheProof() {
        JsonApiFetch fetch =
                fetch(api("/people", new Records("data", "", "id", "", ""), new Paging.Cursor("after", "meta.next")));

        read(fetch, "{\"data\":[{\"id\":1}],\"meta\":{\"next\":\"a+b\"}}", "{\"data\":[{\"id\":2}],\"meta\":{}}");

        assertThat(asked).containsExactly("/people?limit=2", "/people?limit=2&after=a%2Bb");
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.CursorChain(2)));
    }

    @Test
    void aCursorThatWasNeverThereProvesNothing() {
        JsonApiFetch fetch =
                fetch(api("/people", new Records("data", "", "id", "", ""), new Paging.Cursor("after", "meta.nxet")));

        read(fetch, "{\"data\":[{\"id\":1}],\"meta\":{\"next\":\"a\"}}");

        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
    }

    @Test
    void aCursorBesideAnEndThatIsSaidInWordsIsNotFollowed() {
        JsonApiFetch fetch = fetch(api(
                "/people",
                new Records("data", "", "id", "", "meta.has_next_page"),
                new Paging.Cursor("after_id", "meta.end_cursor")));

        read(fetch, "{\"data\":[{\"id\":1}],\"meta\":{\"has_next_page\":false,\"end_cursor\":\"x\"}}");

        assertThat(fetch.hasNext()).isFalse();
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.CursorChain(1)));
    }

    @Test
    void aCursorOrAPageThatComesTwiceEndsTheRun() {
        JsonApiFetch looping =
                fetch(api("/people", new Records("data", "", "id", "", ""), new Paging.Cursor("after", "next")));
        JsonApiFetch repeating = fetch(api("/people", COUNTED, new Paging.Offset("start")));

        assertThatThrownBy(() -> read(
                        looping, "{\"data\":[{\"id\":1}],\"next\":\"a\"}", "{\"data\":[{\"id\":2}],\"next\":\"a\"}"))
                .hasMessageContaining("API-006");
        assertThatThrownBy(() -> read(repeating, people(9, 1, 2), people(9, 1, 2)))
                .hasMessageContaining("API-006");
    }

    @Test
    void aLinkIsFollowedOnItsOwnServerAndOnNoOther() {
        JsonApiFetch fetch = fetch(api("/people", new Records("", "", "id", "", ""), new Paging.Link("")), null);

        fetch.read(answer("[{\"id\":1}]", "</people?after=7>; rel=\"next\", </people>; rel=\"first\""));

        assertThat(fetch.next().uri()).hasToString("https://api.example.com/people?after=7");
        assertThatThrownBy(() -> fetch.read(answer("[{\"id\":2}]", "<https://evil.example.org/people>; rel=\"next\"")))
                .hasMessageContaining("API-005")
                .hasMessageContaining("another server");
    }

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

        read(fetch, people(1, 1));

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

    private static JsonApi api(String path, Records records, Paging paging) {
        PageForm page = paging instanceof Paging.None ? PageForm.ONE : new PageForm(paging, "limit", 2);
        return new JsonApi(
                URI.create("https://api.example.com" + path),
                false,
                "",
                Map.of(),
                List.of(),
                List.of(),
                "",
                page,
                records,
                Optional.empty());
    }

    private static JsonApiFetch fetch(JsonApi api) {
        return fetch(api, null);
    }

    private static JsonApiFetch fetch(JsonApi api, @Nullable Instant since) {
        return new JsonApiFetch(new RunId("run-1"), "acme", api, Outline.of(Set.of("name")), since, BEGAN);
    }

    private void read(JsonApiFetch fetch, String... answers) {
        for (String answer : answers) {
            assertThat(fetch.hasNext()).isTrue();
            URI uri = fetch.next().uri();
            asked.add(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
            fetch.read(answer(answer, "")).forEachRemaining(page -> {});
        }
        assertThat(fetch.hasNext()).isFalse();
    }

    private static ApiAnswer answer(String body, String link) {
        return ApiAnswer.whole(
                "acme", 200, "application/json", Map.of("link", link), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String people(int total, int... ids) {
        List<String> list = new ArrayList<>();
        for (int id : ids) {
            list.add("{\"id\":" + id + "}");
        }
        return "{\"data\":[" + String.join(",", list) + "],\"meta\":{\"total\":" + total + "}}";
    }
}
