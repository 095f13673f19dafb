package dev.rollcall.api.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.api.ApiCode;
import dev.rollcall.api.Refusal;
import dev.rollcall.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests to a server's REST addresses, and its answers or refusals. */
final class ServerCalls {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
    private final URI server;
    private final String authorization;

    ServerCalls(URI server, String authorization) {
        this.server = server;
        this.authorization = authorization;
    }

    /** Whether somebody is there: a server that was killed leaves its address behind. */
    boolean answers() {
        try {
            client.send(request("sources").GET().build(), BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    <T> T get(String path, TypeReference<T> type) {
        return read(send(request(path).GET().build()), type);
    }

    HttpRequest post(String path, BodyPublisher body) {
        return request(path)
                .header(
                        "Content-Type",
                        path.contains("/import") || path.contains("/upload")
                                ? "application/octet-stream"
                                : "application/json")
                .POST(body)
                .build();
    }

    HttpRequest patch(String path, BodyPublisher body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", body)
                .build();
    }

    HttpRequest.Builder request(String path) {
        String base = server.toString().endsWith("/") ? server.toString() : server + "/";
        return HttpRequest.newBuilder(URI.create(base + "api/" + path)).header("Authorization", authorization);
    }

    HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw ApiCode.NO_SERVER.at(
                    server.toString(),
                    "the server does not answer (" + e.getClass().getSimpleName()
                            + "). Start it, or correct --server.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiCode.NO_SERVER.at(server.toString(), "interrupted while waiting for the server.");
        }
    }

    <T> T read(HttpResponse<InputStream> response, TypeReference<T> type) {
        try (InputStream body = response.body()) {
            if (response.statusCode() >= 400) {
                throw refusal(response.statusCode(), body);
            }
            return Output.JSON.readValue(body, type);
        } catch (IOException e) {
            throw ApiCode.NO_SERVER.at(
                    server.toString(), "the answer cannot be read. Is it a Rollcall server of this version?");
        }
    }

    Refusal refusal(int status, InputStream body) throws IOException {
        if (status == 401) {
            return ApiCode.NOT_ALLOWED.at(
                    server.toString(),
                    "the server wants the administrator's password. Set ROLLCALL_ADMIN_PASSWORD to it.");
        }
        JsonNode problem = Output.JSON.readTree(body);
        return new Refusal(new Problem(
                problem.path("where").asText(server.toString()),
                problem.path("code").asText("HTTP-" + status),
                problem.path("detail").asText("the server refused.")));
    }

    /** The value as the body of a request. */
    static BodyPublisher json(Object value) {
        try {
            return BodyPublishers.ofString(Output.JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
