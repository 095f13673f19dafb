package dev.rollcall.api.command;

import static dev.rollcall.api.command.ServerCalls.encoded;
import static dev.rollcall.api.command.ServerCalls.json;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.api.ApiCode;
import dev.rollcall.api.ConsentView;
import dev.rollcall.api.DecisionView;
import dev.rollcall.api.DisconnectionView;
import dev.rollcall.api.Discovery;
import dev.rollcall.api.NoticeOperations;
import dev.rollcall.api.Operations;
import dev.rollcall.api.Refusal;
import dev.rollcall.api.RunRequest;
import dev.rollcall.api.RunView;
import dev.rollcall.api.SourceView;
import dev.rollcall.api.UploadView;
import dev.rollcall.api.UserOperations;
import dev.rollcall.run.Plans.Category;
import dev.rollcall.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The operations of a server that runs elsewhere, or beside us, over its REST addresses. */
final class RemoteOperations implements Operations {
    private final ServerCalls server;

    RemoteOperations(ServerCalls server) {
        this.server = server;
    }

    @Override
    public RunView importFile(String source, String name, InputStream content, boolean dryRun) {
        String query = "?dryRun=" + dryRun + "&name=" + encoded(name);
        return server.read(
                server.send(server.post(
                        "sources/" + encoded(source) + "/import" + query, BodyPublishers.ofInputStream(() -> content))),
                new TypeReference<>() {});
    }

    @Override
    public UploadView upload(String directory, String name, InputStream content) {
        return server.read(
                server.send(server.post(
                        "directories/" + encoded(directory) + "/upload?name=" + encoded(name),
                        BodyPublishers.ofInputStream(() -> content))),
                new TypeReference<>() {});
    }

    @Override
    public RunView run(String source, RunRequest request) {
        HttpResponse<InputStream> begun =
                server.send(server.post("sources/" + encoded(source) + "/runs", json(request)));
        JsonNode answer = server.read(begun, new TypeReference<>() {});
        if (!answer.has("id")) {
            throw ApiCode.BAD_REQUEST.at(
                    "source=" + source,
                    "a run of this source is under way; one more follows it. See the source's runs.");
        }
        String address = "runs/" + encoded(answer.path("id").asText());
        RunView run = server.get(address, new TypeReference<>() {});
        while (!run.hasEnded()) {
            pause();
            run = server.get(address, new TypeReference<>() {});
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
        return server.read(
                server.send(server.post("sources/" + encoded(source) + "/discover" + query, BodyPublishers.noBody())),
                new TypeReference<>() {});
    }

    @Override
    public DecisionView release(String run, List<String> users) {
        return server.read(
                server.send(server.post("runs/" + encoded(run) + "/release", these(users))), new TypeReference<>() {});
    }

    @Override
    public DecisionView reject(String run, List<String> users) {
        return server.read(
                server.send(server.post("runs/" + encoded(run) + "/reject", these(users))), new TypeReference<>() {});
    }

    private static BodyPublisher these(List<String> users) {
        return users.isEmpty() ? BodyPublishers.noBody() : json(Map.of("users", users));
    }

    @Override
    public List<SourceView> sources() {
        return server.get("sources", new TypeReference<>() {});
    }

    @Override
    public SourceView enable(String source, boolean untested, boolean unadopted) {
        return server.read(
                ask(source, "enable?untested=" + untested + "&unadopted=" + unadopted), new TypeReference<>() {});
    }

    @Override
    public SourceView pause(String source) {
        return server.read(ask(source, "pause"), new TypeReference<>() {});
    }

    @Override
    public SourceView resume(String source) {
        return server.read(ask(source, "resume"), new TypeReference<>() {});
    }

    @Override
    public DisconnectionView disconnect(String source, boolean removeUsers) {
        return server.read(
                ask(source, "disconnect?users=" + (removeUsers ? "remove" : "keep")), new TypeReference<>() {});
    }

    @Override
    public ConsentView consent(String source) {
        return server.get("sources/" + encoded(source) + "/consent", new TypeReference<>() {});
    }

    @Override
    public ConsentView accept(String source, String by) {
        return server.read(ask(source, "consent?by=" + encoded(by)), new TypeReference<>() {});
    }

    private HttpResponse<InputStream> ask(String source, String what) {
        return server.send(server.post("sources/" + encoded(source) + "/" + what, BodyPublishers.noBody()));
    }

    @Override
    public boolean writePlan(String run, Category category, OutputStream out) throws IOException {
        String file = category.name().toLowerCase(Locale.ROOT) + ".csv";
        HttpResponse<InputStream> response = server.send(
                server.request("runs/" + encoded(run) + "/" + file).GET().build());
        try (InputStream body = response.body()) {
            if (response.statusCode() == 404) {
                Refusal refusal = server.refusal(response.statusCode(), body);
                if (refusal.problem().code().equals(ApiCode.EMPTY_CATEGORY.id())) {
                    return false;
                }
                throw refusal;
            }
            if (response.statusCode() >= 400) {
                throw server.refusal(response.statusCode(), body);
            }
            body.transferTo(out);
            return true;
        }
    }

    @Override
    public List<Problem> rejections(String run) {
        return server.get("runs/" + encoded(run) + "/rejections", new TypeReference<>() {});
    }

    @Override
    public UserOperations users() {
        return new RemoteUsers(server);
    }

    @Override
    public NoticeOperations notices() {
        return new RemoteNotices(server);
    }
}
