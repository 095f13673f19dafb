package dev.rollcall.api.command;

import static dev.rollcall.api.command.ServerCalls.encoded;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.api.NoticeOperations;
import dev.rollcall.api.NoticeView;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notices of a server that runs elsewhere. */
record RemoteNotices(ServerCalls server) implements NoticeOperations {
    @Override
    public List<NoticeView> list(String directory, boolean unread, @Nullable Long before, int limit) {
        String query = "?limit=" + limit + "&unread=" + unread + (before == null ? "" : "&after=" + before);
        JsonNode page = server.get(address(directory) + query, new TypeReference<>() {});
        return Output.JSON.convertValue(page.path("items"), new TypeReference<>() {});
    }

    @Override
    public NoticeView one(String directory, long id) {
        return server.get(address(directory) + "/" + id, new TypeReference<>() {});
    }

    @Override
    public NoticeView markRead(String directory, long id) {
        return server.read(
                server.send(server.post(address(directory) + "/" + id + "/read", BodyPublishers.noBody())),
                new TypeReference<>() {});
    }

    private String address(String directory) {
        return "directories/" + encoded(directory) + "/notices";
    }
}
