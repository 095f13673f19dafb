package dev.rollcall.run.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Execution(ExecutionMode.CONCURRENT)
class EmbeddedServerTest {
    @TempDir
    Path temp;

    @Test
    void whatWasCommittedIsThereAfterItsOwnerWasKilled() throws IOException {
        try (OwnerProcess owner = OwnerProcess.start(root())) {
            String url = owner.answer().substring("READY ".length());
            JdbcClient jdbc = jdbc(url, Files.readString(folder().passwordFile()));
            jdbc.sql("CREATE TABLE kept AS SELECT 42 AS n").update();
            owner.kill();
        }
        assertThat(new ServerProcesses(folder().postgres()).postmaster()).isPresent();

        try (EmbeddedServer server = EmbeddedServer.start(folder())) {
            assertThat(jdbc(server)
                            .sql("SELECT n FROM kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
        assertThat(new ServerProcesses(folder().postgres()).postmaster()).isEmpty();
    }

    @Test
    void aSecondProcessIsRefusedAndToldWhy() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(folder());
                OwnerProcess second = OwnerProcess.start(root())) {
            assertThat(second.answer())
                    .startsWith("REFUSED " + root() + " is in use by another Rollcall process.")
                    .contains("rollcall.data");
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void aSecondServerInTheSameProcessIsRefusedToo() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(folder())) {
            assertThat(server.isAlive()).isTrue();
            assertThatThrownBy(() -> EmbeddedServer.start(folder()))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void aPidFileWhoseNumberBelongsToAnotherProgramDoesNotStopTheStart() throws IOException {
        EmbeddedServer.start(folder()).close();
        Path pidFile = folder().postgres().resolve("postmaster.pid");
        Files.writeString(
                pidFile,
                ProcessHandle.current().pid() + "\n" + folder().postgres()
                        + "\n1700000000\n5432\n\n127.0.0.1\n\nready\n");

        try (EmbeddedServer server = EmbeddedServer.start(folder())) {
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void commitsAreOnDiskBeforeTheyAreAcknowledged() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(folder())) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(jdbc(server)
                                .sql("SHOW " + setting)
                                .query(String.class)
                                .single())
                        .as(setting)
                        .isEqualTo("on");
            }
        }
    }

    @Test
    void nobodyEntersWithoutThePassword() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(folder())) {
            assertThatThrownBy(() -> jdbc(server.url(), "wrong")
                            .sql("SELECT 1")
                            .query(Integer.class)
                            .single())
                    .hasRootCauseMessage("FATAL: password authentication failed for user \"postgres\"");
        }
        assertThat(permissions(root())).isEqualTo("rwx------");
        assertThat(permissions(folder().passwordFile())).isEqualTo("rw-------");
    }

    @Test
    void aFirstStartThatWasInterruptedIsBegunAgain() throws IOException {
        Path postgres = folder().postgres();
        Files.createDirectories(postgres.resolve("global"));
        Files.writeString(postgres.resolve("postgresql.conf"), "");
        Files.writeString(postgres.resolve("global/pg_control"), "half");

        try (EmbeddedServer server = EmbeddedServer.start(folder())) {
            assertThat(server.isAlive()).isTrue();
        }
        try (var left = Files.list(root())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("postgres.incomplete-"));
        }
    }

    @Test
    void binariesThatWereUnpackedHalfWayAreUnpackedAgain() throws IOException {
        Path half = Files.createDirectories(temp.resolve("binaries/PG-half/bin"));
        Files.writeString(half.resolve("postgres"), "half");

        ServerFiles.deleteHalfUnpacked(temp.resolve("binaries"));

        assertThat(temp.resolve("binaries")).isEmptyDirectory();
    }

    @Test
    void aDatabaseWhosePasswordWasLostIsNotGivenANewOne() throws IOException {
        EmbeddedServer.start(folder()).close();
        Files.delete(folder().passwordFile());

        assertThatThrownBy(() -> EmbeddedServer.start(folder()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("database-password is missing");
    }

    @Test
    void theServersLogHoldsNoKeyAndNoRow() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(folder())) {
            JdbcClient jdbc = jdbc(server);
            jdbc.sql("CREATE TABLE person (email text PRIMARY KEY)").update();
            jdbc.sql("INSERT INTO person VALUES ('ann@example.org')").update();
            assertThatThrownBy(() -> jdbc.sql("INSERT INTO person VALUES ('ann@example.org')")
                            .update())
                    .hasMessageContaining("duplicate key");
        }
        StringBuilder log = new StringBuilder();
        try (var files = Files.list(folder().postgres().resolve("log"))) {
            for (Path file : files.toList()) {
                log.append(Files.readString(file));
            }
        }
        assertThat(log.toString()).contains("duplicate key").doesNotContain("ann@example.org");
    }

    private Path root() {
        return temp.resolve("data");
    }

    private DataFolder folder() {
        return new DataFolder(root(), TestDatabase.binaries());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static JdbcClient jdbc(EmbeddedServer server) {
        return jdbc(server.url(), server.password());
    }

    private static JdbcClient jdbc(String url, String password) {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", password));
    }
}
