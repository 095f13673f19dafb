package dev.rollcall.api.command;

import dev.rollcall.api.ApiCode;
import dev.rollcall.api.Operations;
import dev.rollcall.api.RuntimeOperations;
import dev.rollcall.api.security.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** The way to the directory for as long as a command takes. */
record Connection(Operations operations, Runnable end) implements AutoCloseable {
    static Connection open(RollcallCommand command) {
        URI named = command.server();
        if (named != null) {
            return remote(new ServerCalls(named, password()));
        }
        Optional<ServerCalls> running = running(command.data());
        return running.filter(ServerCalls::answers).map(Connection::remote).orElseGet(() -> {
            ConfigurableApplicationContext runtime = command.runtime().quietly();
            return new Connection(runtime.getBean(RuntimeOperations.class), runtime::close);
        });
    }

    private static Connection remote(ServerCalls server) {
        return new Connection(new RemoteOperations(server), () -> {});
    }

    private static Optional<ServerCalls> running(Path data) {
        try {
            return RunningServer.find(data)
                    .map(server -> new ServerCalls(
                            server.url(), "Bearer " + server.token().text()));
        } catch (IOException e) {
            throw ApiCode.NO_SERVER.at(
                    data.toString(), "the server's address cannot be read. Run the command as the server's user.");
        }
    }

    private static String password() {
        String password = System.getenv().getOrDefault("ROLLCALL_ADMIN_PASSWORD", "");
        return "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        end.run();
    }
}
