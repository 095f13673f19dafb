package dev.rollcall.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home with only some of the repository's routes. */
final class TestHome {
    private TestHome() {}

    static String with(String... routes) {
        try {
            Path home = Files.createTempDirectory("rollcall-home");
            Files.createDirectories(home.resolve("routes"));
            for (String route : routes) {
                Path file = Path.of("routes", route + ".camel.yaml");
                Files.copy(file, home.resolve(file));
            }
            return home.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
