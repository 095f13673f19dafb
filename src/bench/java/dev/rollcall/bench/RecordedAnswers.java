package dev.rollcall.bench;

import dev.rollcall.mapping.Mapping;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.source.Page;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiFetch;
import dev.rollcall.source.api.ApiRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The answers a fetch got, to be read again and again without a network. */
record RecordedAnswers(List<byte[]> answers, String type) {
    /** The answers that the fetch gets from its simulator over HTTP. */
    static RecordedAnswers of(ApiFetch fetch) throws IOException, InterruptedException {
        List<byte[]> answers = new ArrayList<>();
        String type = "";
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (fetch.hasNext()) {
                HttpResponse<byte[]> response = client.send(request(fetch.next()), BodyHandlers.ofByteArray());
                type = response.headers().firstValue("Content-Type").orElse("");
                answers.add(response.body());
                fetch.read(ApiAnswer.whole("bench", response.statusCode(), type, Map.of(), response.body()))
                        .forEachRemaining(page -> {});
            }
        }
        return new RecordedAnswers(answers, type);
    }

    private static HttpRequest request(ApiRequest asked) {
        HttpRequest.Builder request = HttpRequest.newBuilder(asked.uri());
        asked.headers().forEach(request::header);
        return request.method(
                        asked.method(),
                        asked.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(asked.body()))
                .build();
    }

    int bytes() {
        return answers.stream().mapToInt(answer -> answer.length).sum();
    }

    /** Reads and maps all of them with a fetch that has asked for nothing yet; how many records became employees. */
    long replay(ApiFetch fetch, Mapping mapping) {
        long mapped = 0;
        for (byte[] answer : answers) {
            Iterator<Page> pages = fetch.read(ApiAnswer.whole("bench", 200, type, Map.of(), answer));
            while (pages.hasNext()) {
                mapped += map(mapping, pages.next());
            }
        }
        return mapped;
    }

    static long map(Mapping mapping, Page page) {
        long mapped = 0;
        for (SourceRecord record : page.records()) {
            mapped += mapping.map(record) instanceof MappingResult.Mapped ? 1 : 0;
        }
        return mapped;
    }
}
