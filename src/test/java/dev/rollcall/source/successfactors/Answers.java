package dev.rollcall.source.successfactors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.simulator.successfactors.PerPerson;
import dev.rollcall.source.Page;
import dev.rollcall.source.RunId;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches and answers to try on them. */
final class Answers {
    static final String URL = "https://api4.example.com/odata/v2";
    static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    private Answers() {}

    static SuccessFactorsFetch fetch(@Nullable Instant changedSince) {
        return fetch(changedSince, ReadFields.with("", ""), "");
    }

    static SuccessFactorsFetch fetch(@Nullable Instant changedSince, ReadFields fields, String filter) {
        return new SuccessFactorsFetch(
                new RunId("run"),
                "successfactors",
                new PeopleQuery(URL + "/", fields, filter, 0, ZoneId.of("UTC"), true),
                Credentials.token(Secret.fixed("token")),
                changedSince,
                NOW);
    }

    /** A page of an answer. */
    static String page(@Nullable Integer count, @Nullable String next, ObjectNode... people) {
        ObjectNode answer = new ObjectMapper().createObjectNode();
        ObjectNode data = answer.putObject("d");
        if (count != null) {
            data.put("__count", count.toString());
        }
        data.putArray("results").addAll(List.of(people));
        if (next != null) {
            data.put("__next", next);
        }
        return answer.toString();
    }

    static ApiAnswer answer(String body) {
        return answer(200, "application/json;charset=utf-8", body, Map.of());
    }

    static ApiAnswer answer(int status, String type, String body, Map<String, String> headers) {
        return ApiAnswer.whole("successfactors", status, type, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static Page read(SuccessFactorsFetch fetch, String body) {
        return fetch.read(answer(body)).next();
    }

    /** The record made of a person who is the only one. */
    static JsonNode record(PerPerson person) {
        return ((SourceRecord.Json) only(person.json())).node();
    }

    static SourceRecord only(ObjectNode person) {
        return read(fetch(null), page(1, null, person)).records().getFirst();
    }
}
