package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedFilesTest {
    @TempDir
    Path home;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("mappings")).resolve("a.yaml"), "a");
        Files.writeString(home.resolve("mappings/b.yaml"), "b");
        Files.writeString(Files.createDirectories(home.resolve("routes")).resolve("a.camel.yaml"), "a");
    }

    private SavedFiles now() {
        return SavedFiles.of(home.resolve("mappings"), home.resolve("routes"), home.resolve("missing"));
    }

    @Test
    void aFileThatIsOnlyTouchedOrOfAnotherKindIsInForce() throws IOException {
        SavedFiles files = now();
        Files.setLastModifiedTime(home.resolve("mappings/a.yaml"), FileTime.from(Instant.EPOCH));
        Files.writeString(home.resolve("mappings/a.yaml.swp"), "a");

        assertThat(files.problem()).isEmpty();
    }

    @Test
    @Acceptance(126)
    void whatIsChangedAddedOrTakenAwayIsNamed() throws IOException {
        SavedFiles files = now();
        Files.writeString(home.resolve("mappings/a.yaml"), "changed");
        Files.delete(home.resolve("mappings/b.yaml"));
        Files.writeString(home.resolve("routes/c.camel.yaml"), "c");

        assertThat(files.problem().orElseThrow().toString())
                .isEqualTo(
                        "mappings/a.yaml, mappings/b.yaml, routes/c.camel.yaml  CFG-103  saved after the server started,"
                                + " and not in force. Run `rollcall check`, then restart the server.");
        assertThat(now().problem()).isEmpty();
    }
}
