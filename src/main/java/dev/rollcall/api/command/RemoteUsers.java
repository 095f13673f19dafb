package dev.rollcall.api.command;

import static dev.rollcall.api.command.ServerCalls.encoded;
import static dev.rollcall.api.command.ServerCalls.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rollcall.api.UserEdit;
import dev.rollcall.api.UserOperations;
import dev.rollcall.api.UserState;
import dev.rollcall.api.UserView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users of a server that runs elsewhere. */
record RemoteUsers(ServerCalls server) implements UserOperations {
    @Override
    public UserView show(String directory, String user) {
        return server.get(users(directory) + "/named?user=" + encoded(user), new TypeReference<>() {});
    }

    @Override
    public UserView create(String directory, UserEdit edit) {
        return server.read(server.send(server.post(users(directory), json(edit))), new TypeReference<>() {});
    }

    @Override
    public UserView edit(String directory, String user, UserEdit edit) {
        String address = users(directory) + "/" + encoded(show(directory, user).id());
        return server.read(server.send(server.patch(address, json(edit))), new TypeReference<>() {});
    }

    @Override
    public UserState suspend(String directory, String user, boolean suspended, @Nullable String because) {
        Map<String, String> body = because == null ? Map.of("user", user) : Map.of("user", user, "because", because);
        String path = "directories/" + encoded(directory) + (suspended ? "/suspend" : "/unsuspend");
        return server.read(server.send(server.post(path, json(body))), new TypeReference<>() {});
    }

    private static String users(String directory) {
        return "directories/" + encoded(directory) + "/users";
    }
}
