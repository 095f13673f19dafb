package dev.rollcall.api.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.api.ApiCode;
import dev.rollcall.api.ConsentView;
import dev.rollcall.api.DecisionView;
import dev.rollcall.api.DisconnectionView;
import dev.rollcall.api.Discovery;
import dev.rollcall.api.NoticeOperations;
import dev.rollcall.api.NoticeView;
import dev.rollcall.api.Operations;
import dev.rollcall.api.Refusal;
import dev.rollcall.api.RunRequest;
import dev.rollcall.api.RunView;
import dev.rollcall.api.SourceView;
import dev.rollcall.api.UploadView;
import dev.rollcall.api.UserState;
import dev.rollcall.run.Plans.Category;
import dev.rollcall.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The operations of a server that runs elsewhere, or beside us, over its REST addresses. */
final class RemoteOperations implements Operations {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
    private final URI server;
    private final String authorization;

    RemoteOperations(URI server, String authorization) {
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

    @Override
    public RunView importFile(String source, String name, InputStream content, boolean dryRun) {
        String query = "?dryRun=" + dryRun + "&name=" + encoded(name);
        return read(
                send(post(
                        "sources/" + encoded(source) + "/import" + query, BodyPublishers.ofInputStream(() -> content))),
                new TypeReference<>() {});
    }

    @Override
    public UploadView upload(String directory, String name, InputStream content) {
        return read(
                send(post(
                        "directories/" + encoded(directory) + "/upload?name=" + encoded(name),
                        BodyPublishers.ofInputStream(() -> content))),
                new TypeReference<>() {});
    }

    @Override
    public RunView run(String source, RunRequest request) {
        HttpResponse<InputStream> begun =
                send(post("sources/" + encoded(source) + "/runs", BodyPublishers.ofString(json(request))));
        JsonNode answer = read(begun, new TypeReference<>() {});
        if (!answer.has("id")) {
            throw ApiCode.BAD_REQUEST.at(
                    "source=" + source,
                    "a run of this source is under way; one more follows it. See the source's runs.");
        }
        String address = "runs/" + encoded(answer.path("id").asText());
        RunView run = get(address, new TypeReference<>() {});
        while (!run.hasEnded()) {
            pause();
            run = get(address, new TypeReference<>() {});
        }
        return run;
    }

    private static void pause() {
        try {
            boolean never = new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
            assert !never;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiCode.NO_SERVER.at("rollcall", "interrupted; the run goes on in the server.");
        }
    }

    @Override
    public Discovery discover(String source, @Nullable String reference) {
        String query = reference == null ? "" : "?reference=" + encoded(reference);
        return read(
                send(post("sources/" + encoded(source) + "/discover" + query, BodyPublishers.noBody())),
                new TypeReference<>() {});
    }

    @Override
    public DecisionView release(String run, List<String> users) {
        return read(send(post("runs/" + encoded(run) + "/release", these(users))), new TypeReference<>() {});
    }

    @Override
    public DecisionView reject(String run, List<String> users) {
        return read(send(post("runs/" + encoded(run) + "/reject", these(users))), new TypeReference<>() {});
    }

    private static BodyPublisher these(List<String> users) {
        return users.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json(Map.of("users", users)));
    }

    @Override
    public UserState suspend(String directory, String user, boolean suspended, @Nullable String because) {
        Map<String, String> body = because == null ? Map.of("user", user) : Map.of("user", user, "because", because);
        String path = "directories/" + encoded(directory) + (suspended ? "/suspend" : "/unsuspend");
        return read(send(post(path, BodyPublishers.ofString(json(body)))), new TypeReference<>() {});
    }

    @Override
    public List<SourceView> sources() {
        return get("sources", new TypeReference<>() {});
    }

    @Override
    public SourceView enable(String source, boolean untested) {
        return read(ask(source, "enable?untested=" + untested), new TypeReference<>() {});
    }

    @Override
    public SourceView pause(String source) {
        return read(ask(source, "pause"), new TypeReference<>() {});
    }

    @Override
    public SourceView resume(String source) {
        return read(ask(source, "resume"), new TypeReference<>() {});
    }

    @Override
    public DisconnectionView disconnect(String source, boolean removeUsers) {
        return read(ask(source, "disconnect?users=" + (removeUsers ? "remove" : "keep")), new TypeReference<>() {});
    }

    @Override
    public ConsentView consent(String source) {
        return get("sources/" + encoded(source) + "/consent", new TypeReference<>() {});
    }

    @Override
    public ConsentView accept(String source, String by) {
        return read(ask(source, "consent?by=" + encoded(by)), new TypeReference<>() {});
    }

    private HttpResponse<InputStream> ask(String source, String what) {
        return send(post("sources/" + encoded(source) + "/" + what, BodyPublishers.noBody()));
    }

    @Override
    public boolean writePlan(String run, Category category, OutputStream out) throws IOException {
        String file = category.name().toLowerCase(Locale.ROOT) + ".csv";
        HttpResponse<InputStream> response =
                send(request("runs/" + encoded(run) + "/" + file).GET().build());
        try (InputStream body = response.body()) {
            if (response.statusCode() == 404) {
                Refusal refusal = refusal(response.statusCode(), body);
                if (refusal.problem().code().equals(ApiCode.EMPTY_CATEGORY.id())) {
                    return false;
                }
                throw refusal;
            }
            if (response.statusCode() >= 400) {
                throw refusal(response.statusCode(), body);
            }
            body.transferTo(out);
            return true;
        }
    }

    @Override
    public List<Problem> rejections(String run) {
        return get("runs/" + encoded(run) + "/rejections", new TypeReference<>() {});
    }

    @Override
    public NoticeOperations notices() {
        return new NoticeOperations() {
            @Override
            public List<NoticeView> list(String directory, boolean unread, @Nullable Long before, int limit) {
                String query = "?limit=" + limit + "&unread=" + unread + (before == null ? "" : "&after=" + before);
                JsonNode page = get(address(directory) + query, new TypeReference<>() {});
                return Output.JSON.convertValue(page.path("items"), new TypeReference<>() {});
            }

            @Override
            public NoticeView one(String directory, long id) {
                return get(address(directory) + "/" + id, new TypeReference<>() {});
            }

            @Override
            public NoticeView markRead(String directory, long id) {
                return read(
                        send(post(address(directory) + "/" + id + "/read", BodyPublishers.noBody())),
                        new TypeReference<>() {});
            }

            private String address(String directory) {
                return "directories/" + encoded(directory) + "/notices";
            }
        };
    }

    private <T> T get(String path, TypeReference<T> type) {
        return read(send(request(path).GET().build()), type);
    }

    private HttpRequest post(String path, BodyPublisher body) {
        return request(path)
                .header(
                        "Content-Type",
                        path.contains("/import") || path.contains("/upload")
                                ? "application/octet-stream"
                                : "application/json")
                .POST(body)
                .build();
    }

    private HttpRequest.Builder request(String path) {
        String base = server.toString().endsWith("/") ? server.toString() : server + "/";
        return HttpRequest.newBuilder(URI.create(base + "api/" + path)).header("Authorization", authorization);
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
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

    private <T> T read(HttpResponse<InputStream> response, TypeReference<T> type) {
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

    private Refusal refusal(int status, InputStream body) throws IOException {
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

    private static String json(Object value) {
        try {
            return Output.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
