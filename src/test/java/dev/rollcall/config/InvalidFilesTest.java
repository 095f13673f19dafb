package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file under {@code src/test/resources/invalid} has mistakes; the comments it begins with are everything that is said
 * about them.
 */
class InvalidFilesTest {
    private static final Path INVALID = Path.of("src/test/resources/invalid");

    @TempDir
    Path home;

    static List<String> mappings() throws IOException {
        return names("mappings");
    }

    static List<String> directories() throws IOException {
        return names("directories");
    }

    static List<String> routes() throws IOException {
        return names("routes");
    }

    private static List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(INVALID.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void aMappingIsRefusedWithExactlyTheseWords(String name) throws IOException {
        write("mappings/people.directory.yaml", "directory: people\n");
        String content = Files.readString(INVALID.resolve("mappings").resolve(name));
        write("mappings/" + name, content);

        assertThat(said(Check.run(home))).isEqualTo(expected(content));
    }

    @ParameterizedTest
    @MethodSource("directories")
    void aDirectoryIsRefusedWithExactlyTheseWords(String name) throws IOException {
        String content = Files.readString(INVALID.resolve("directories").resolve(name));
        write("mappings/" + name, content);

        assertThat(said(Check.run(home))).isEqualTo(expected(content));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteIsRefusedWithExactlyTheseWords(String name) throws IOException {
        write("mappings/people.directory.yaml", "directory: people\n");
        write("mappings/staff.directory.yaml", "directory: staff\n");
        write("mappings/acme.yaml", """
                source: acme
                directory: people
                format: csv
                key: id
                employee: { givenName: First, familyName: Last, emails: [{ type: work, value: Mail }] }
                """);
        String content = Files.readString(INVALID.resolve("routes").resolve(name));
        write("routes/acme.camel.yaml", content);

        assertThat(said(Check.run(home))).isEqualTo(expected(content));
    }

    private static String said(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private static String expected(String content) {
        return content.lines()
                .takeWhile(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n"));
    }

    private void write(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
