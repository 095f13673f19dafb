package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.RunningRollcall;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;

/** Talks to the running server over REST, as an administrator does; every test has a directory of its own. */
abstract class RollcallTest extends RunningRollcall {
    private final HttpClient client = HttpClient.newHttpClient();

    /** A directory nobody else uses, and its one source, which is called the same. */
    protected final String source = freshDirectory();

    @Autowired
    protected ObjectMapper json;

    /** An answer of the server. */
    protected record Answer(int status, String body, JsonNode json, HttpHeaders headers) {
        String location() {
            return header("location");
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    protected Answer get(String path) {
        return send(request(path).GET());
    }

    /** Of the port for health and metrics. */
    protected Answer getManaged(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                .GET());
    }

    protected Answer getFromManagement(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path)));
    }

    protected Answer post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    protected Answer put(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    protected Answer patch(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        String basic = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + basic);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean isJson =
                    response.headers().firstValue("content-type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    isJson ? json.readTree(response.body()) : json.createObjectNode(),
                    response.headers());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Imports the rows as everybody the source has. */
    protected JsonNode imports(Row... rows) {
        return imports(false, Row.csv(rows));
    }

    protected JsonNode imports(List<Row> rows) {
        return imports(false, Row.csv(rows));
    }

    protected JsonNode dryRun(Row... rows) {
        return imports(true, Row.csv(rows));
    }

    protected JsonNode imports(boolean dryRun, String csv) {
        return importsInto(source, dryRun, csv);
    }

    protected Answer upload(String directory, String file) {
        return upload(directory, file.getBytes(StandardCharsets.UTF_8));
    }

    protected Answer upload(String directory, byte[] file) {
        return send(request("/api/directories/" + directory + "/upload").POST(BodyPublishers.ofByteArray(file)));
    }

    /** A workbook as everybody the source has. */
    protected JsonNode importsInto(String into, byte[] workbook) {
        Answer answer = send(request("/api/sources/" + into + "/import").POST(BodyPublishers.ofByteArray(workbook)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    protected Answer importAnswer(String into, boolean dryRun, String csv) {
        return send(request("/api/sources/" + into + "/import?dryRun=" + dryRun)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
    }

    /** A file sent as something of this kind. */
    protected Answer sendFile(String path, String contentType, String file) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(file)));
    }

    protected JsonNode importsInto(String into, boolean dryRun, String csv) {
        Answer answer = importAnswer(into, dryRun, csv);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.location())
                .isEqualTo("/api/runs/" + answer.json().path("id").asText());
        return answer.json();
    }

    /** The one user with this key of the source. */
    protected JsonNode user(String key) {
        JsonNode found = users("externalId=" + encoded(source + ":" + key));
        assertThat(found).as("user " + key).hasSize(1);
        return found.get(0);
    }

    protected JsonNode users(String filter) {
        Answer answer = get("/api/directories/" + source + "/users?limit=1000&" + filter);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items");
    }

    protected List<String> activeKeys() {
        List<String> keys = new ArrayList<>();
        users("active=true").forEach(user -> keys.add(user.path("externalId").asText()));
        return keys.stream()
                .map(id -> id.substring(id.indexOf(':') + 1))
                .sorted()
                .toList();
    }

    protected JsonNode plan(JsonNode run) {
        return get("/api/runs/" + run.path("id").asText() + "/plan?limit=1000")
                .json()
                .path("items");
    }

    protected Answer csv(JsonNode run, String category) {
        return get("/api/runs/" + run.path("id").asText() + "/" + category + ".csv");
    }

    protected JsonNode changes() {
        return get("/api/directories/" + source + "/changes?limit=1000").json().path("items");
    }

    /** Waits until the run has ended. */
    protected JsonNode ended(String location) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> get(location).json(), run -> !run.path("endedAt").isNull());
    }

    protected static List<Row> company(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> Row.person(Integer.toString(number)))
                .toList();
    }

    protected static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
