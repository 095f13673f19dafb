package dev.rollcall.route;

import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The secrets of routes. A value {@code file:/path} names a file that is read whenever the secret is needed, so that a new
 * one counts without a restart.
 *
 * <p>Such a file may hold two secrets, a line each: while a new one is introduced, whichever the source accepts is used.
 */
@Component
public class Secrets {
    private static final String FILE = "file:";

    /**
     * A secret as a Kamelet's parameter gives it.
     *
     * @param name of the parameter, for messages
     */
    public Secret of(String source, String name, String configured) {
        return configured.startsWith(FILE)
                ? new InFile(source, name, Path.of(configured.substring(FILE.length())))
                : Secret.fixed(configured);
    }

    private static final class InFile implements Secret {
        private final String source;
        private final String name;
        private final Path file;
        private int line;

        InFile(String source, String name, Path file) {
            this.source = source;
            this.name = name;
            this.file = file;
        }

        @Override
        public String value() {
            List<String> lines = lines();
            return lines.get(Math.min(line, lines.size() - 1));
        }

        @Override
        public boolean refused() {
            return ++line < lines().size();
        }

        private List<String> lines() {
            try {
                List<String> lines = Files.readString(file)
                        .lines()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
                if (!lines.isEmpty()) {
                    return lines;
                }
            } catch (IOException e) {
                throw new SourceFailure(problem("cannot be read"));
            }
            throw new SourceFailure(problem("is empty"));
        }

        private Problem problem(String why) {
            return RouteCode.SECRET.at(
                    source,
                    "the file of " + name + " " + why + ": " + file + ". Write the secret into its first line.");
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
