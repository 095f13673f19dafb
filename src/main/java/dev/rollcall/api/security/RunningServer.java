package dev.rollcall.api.security;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * How this machine's command line reaches the server that runs on the same data folder.
 *
 * <p>A server that was killed leaves its file behind: whoever finds nobody at the address takes it for not running.
 */
public record RunningServer(URI url, Secret token) {
    static final String FILE = "server";

    /** What the running server wrote; empty when there is none. */
    public static Optional<RunningServer> find(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        String url = lines.getProperty("url");
        String token = lines.getProperty("token");
        return url == null || token == null
                ? Optional.empty()
                : Optional.of(new RunningServer(URI.create(url), new Secret(token)));
    }

    String lines() {
        return "url=" + url + "\ntoken=" + token.text() + "\n";
    }
}
