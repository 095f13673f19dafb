package dev.rollcall.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.source.Outline;
import dev.rollcall.source.RunId;
import dev.rollcall.source.api.ApiAnswer;
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
import org.jspecify.annotations.Nullable;

/** An API and what it answers, without a server. */
final class JsonApiAnswers {
    static final Instant BEGAN = Instant.parse("2026-11-22T02:15:07Z");
    static final Records COUNTED = new Records("data", "", "id", "meta.total", "");

    private JsonApiAnswers() {}

    static JsonApi api(String path, Records records, Paging paging) {
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

    static JsonApiFetch fetch(JsonApi api) {
        return fetch(api, null);
    }

    static JsonApiFetch fetch(JsonApi api, @Nullable Instant since) {
        return new JsonApiFetch(new RunId("run-1"), "acme", api, Outline.of(Set.of("name")), since, BEGAN);
    }

    /** Lets the fetch read these answers, after which it is at its end; what it asked for. */
    static List<String> read(JsonApiFetch fetch, String... answers) {
        List<String> asked = new ArrayList<>();
        for (String answer : answers) {
            assertThat(fetch.hasNext()).isTrue();
            URI uri = fetch.next().uri();
            asked.add(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
            fetch.read(answer(answer, "")).forEachRemaining(page -> {});
        }
        assertThat(fetch.hasNext()).isFalse();
        return asked;
    }

    static ApiAnswer answer(String body, String link) {
        return answer(body, "link", link);
    }

    static ApiAnswer answer(String body, String header, String value) {
        return ApiAnswer.whole(
                "acme", 200, "application/json", Map.of(header, value), body.getBytes(StandardCharsets.UTF_8));
    }

    static String people(int total, int... ids) {
        List<String> list = new ArrayList<>();
        for (int id : ids) {
            list.add("{\"id\":" + id + "}");
        }
        return "{\"data\":[" + String.join(",", list) + "],\"meta\":{\"total\":" + total + "}}";
    }
}
