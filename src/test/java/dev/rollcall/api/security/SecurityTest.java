package dev.rollcall.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who is let in, on both ports of a running server. */
@SpringBootTest(
        classes = SecurityTest.Server.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"rollcall.admin.password=for-the-test", "management.server.port=0"})
@AutoConfigureObservability
class SecurityTest {
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan({"dev.rollcall.api.security", "dev.rollcall.run.database"})
    static class Server {}

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    ObjectMapper json;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestDatabase.fresh(registry);
        registry.add("rollcall.home", home::toString);
    }

    @Test
    void withoutCredentialsTheAnswerIsAProblemThatSaysWhatIsAskedFor() throws Exception {
        HttpResponse<String> response = get(port, "/api/openapi", null);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("www-authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Basic"));
        assertThat(json.readTree(response.body()).path("title").asText()).isEqualTo("Unauthorized");
    }

    @Test
    void theAdministratorEntersByPasswordAndNobodyElseDoes() throws Exception {
        assertThat(get(port, "/api/openapi", basic("admin", "for-the-test")).statusCode())
                .isEqualTo(200);
        assertThat(get(port, "/api/openapi", basic("admin", "wrong")).statusCode())
                .isEqualTo(401);
        assertThat(get(port, "/api/openapi", basic("root", "for-the-test")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theCommandLineFindsTheServerAndEntersByItsToken() throws Exception {
        Path data = home.resolve("data");
        RunningServer server = RunningServer.find(data).orElseThrow();

        assertThat(server.url()).isEqualTo(URI.create("http://127.0.0.1:" + port));
        assertThat(server.toString())
                .contains("***")
                .doesNotContain(server.token().text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("server"))))
                .isEqualTo("rw-------");
        assertThat(get(port, "/api/openapi", "Bearer " + server.token().text()).statusCode())
                .isEqualTo(200);
        assertThat(get(port, "/api/openapi", "Bearer other").statusCode()).isEqualTo(401);
    }

    @Test
    void healthAndMetricsAreOnTheManagementPortForEverybody() throws Exception {
        JsonNode health =
                json.readTree(get(managementPort, "/actuator/health", null).body());
        assertThat(health.at("/components/db/status").asText()).isEqualTo("UP");
        assertThat(get(managementPort, "/actuator/health/liveness", null).statusCode())
                .isEqualTo(200);
        JsonNode readiness = json.readTree(
                get(managementPort, "/actuator/health/readiness", null).body());
        assertThat(readiness.path("components").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("readinessState", "db");
        assertThat(get(managementPort, "/actuator/prometheus", null).body()).contains("jvm_memory_used_bytes");

        assertThat(get(port, "/actuator/health", null).statusCode()).isEqualTo(401);
        assertThat(get(managementPort, "/actuator/env", null).statusCode()).isIn(401, 404);
    }

    @Test
    void answersCarryTheUsualSecurityHeadersAndNoCookie() throws Exception {
        HttpResponse<String> response = get(port, "/api/openapi", basic("admin", "for-the-test"));

        assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("cache-control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(response.headers().firstValue("set-cookie")).isEmpty();
    }

    private HttpResponse<String> get(int port, String path, @Nullable String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
