package dev.rollcall;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.api.security.RunningServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The program as a process of its own, with this repository's mappings and nothing else set. */
@Execution(ExecutionMode.CONCURRENT)
class ServeTest {
    @TempDir
    Path temp;

    @Test
    void itServesWithNothingSetAndLeavesNothingRunning() throws Exception {
        int managementPort = freePort();
        Process process = serve(managementPort);
        try {
            Path data = temp.resolve("data");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !process.isAlive() || RunningServer.find(data).isPresent());
            assertThat(process.isAlive()).as(log()).isTrue();
            await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive() || isReady(managementPort));

            assertThat(health(managementPort, "liveness")
                            .at("/components/embeddedServer/status")
                            .asText())
                    .isEqualTo("UP");
            assertThat(health(managementPort, "readiness")
                            .at("/components/db/status")
                            .asText())
                    .isEqualTo("UP");
            assertThat(log())
                    .contains("admin-password")
                    .doesNotContain(Files.readString(data.resolve("admin-password")));

            process.destroy();
            assertThat(process.waitFor(60, SECONDS)).isTrue();
            assertThat(data.resolve("server")).doesNotExist();
            assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process serve(int managementPort) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Rollcall.class.getName(),
                        "--server.port=0",
                        "--management.server.port=" + managementPort,
                        "--rollcall.data=" + temp.resolve("data"),
                        "--rollcall.binaries=" + TestDatabase.binaries())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("log").toFile())
                .start();
    }

    private static boolean isReady(int managementPort) {
        try {
            return health(managementPort, "readiness").path("status").asText().equals("UP");
        } catch (IOException e) {
            return false;
        }
    }

    private static JsonNode health(int managementPort, String group) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/" + group);
        try (InputStream body = uri.toURL().openStream()) {
            return new ObjectMapper().readTree(body);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String log() throws IOException {
        return Files.readString(temp.resolve("log"));
    }
}
