package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelmChartTest {
    private static final ObjectReader YAML = new YAMLMapper().readerFor(JsonNode.class);

    private final Helm chart = new Helm(Path.of("helm/rollcall"));

    @Test
    void theChartPassesTheStrictLint() {
        LintResult lint = chart.lint().strict().call();

        assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
    }

    @Test
    void nothingRunsAsRootNorWritesOutsideItsVolumes() throws IOException {
        JsonNode pod = podOf(render(chart.template()));
        JsonNode container = pod.at("/containers/0");

        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                .isEqualTo("ALL");
        assertThat(container.path("volumeMounts").findValuesAsText("mountPath"))
                .containsExactlyInAnyOrder(
                        "/home/rollcall/routes", "/home/rollcall/mappings", "/var/lib/rollcall", "/tmp");
    }

    @Test
    void probesAskTheManagementPort() throws IOException {
        JsonNode container = podOf(render(chart.template())).at("/containers/0");

        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(container.path(probe).at("/httpGet/port").asText())
                    .as(probe)
                    .isEqualTo("management");
        }
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/actuator/health/readiness");
    }

    @Test
    void secretsAreReferencedAndNeverWritten() throws IOException {
        List<JsonNode> documents = render(chart.template()
                .set("secrets[0]", "kombo-credentials")
                .set("secretFiles[0]", "payroll-credentials")
                .set("database.url", "jdbc:postgresql://db:5432/rollcall")
                .set("database.secretName", "rollcall-database"));

        assertThat(documents)
                .noneMatch(document -> document.path("kind").asText().equals("Secret"));
        JsonNode container = podOf(documents).at("/containers/0");
        for (JsonNode variable : container.path("env")) {
            if (variable.path("name").asText().endsWith("PASSWORD")) {
                assertThat(variable.has("value")).isFalse();
                assertThat(variable.at("/valueFrom/secretKeyRef/name").asText()).isNotEmpty();
            }
        }
        assertThat(container.at("/envFrom/0/secretRef/name").asText()).isEqualTo("kombo-credentials");
        assertThat(volumeOf(documents, "secrets")
                        .at("/projected/sources/0/secret/name")
                        .asText())
                .isEqualTo("payroll-credentials");
    }

    private static JsonNode volumeOf(List<JsonNode> documents, String name) {
        return StreamSupport.stream(podOf(documents).path("volumes").spliterator(), false)
                .filter(volume -> volume.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theEmbeddedDatabaseHasOneOwnerAlsoDuringAnUpgrade() throws IOException {
        assertThat(deployment(render(chart.template()))
                        .at("/spec/strategy/type")
                        .asText())
                .isEqualTo("Recreate");
    }

    @Test
    void routesAndMappingsBecomeFiles() throws IOException {
        String route = "- route:\n    id: kombo\n";
        Path values = Path.of("src/test/resources/helm/values.yaml");

        List<JsonNode> documents = render(chart.template().withValuesFile(values));

        assertThat(named(documents, "ConfigMap", "demo-rollcall-routes")
                        .path("data")
                        .path("kombo.camel.yaml")
                        .asText())
                .isEqualTo(route);
        assertThat(named(documents, "ConfigMap", "demo-rollcall-mappings")
                        .path("data")
                        .has("kombo.yaml"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "replica, 1, additional properties",
        "replicas, 2, database",
        "service.port, 99999, service.port",
        "database.url, jdbc:mysql://x, database.url",
        "settings.KOMBO_API_KEY, abc, not",
        "image.pullPolicy, Sometimes, pullPolicy",
    })
    void aWrongValueIsRefused(String key, String value, String message) {
        assertThatThrownBy(
                        () -> chart.template().withName("demo").set(key, value).call())
                .hasMessageContaining("values don't meet the specifications")
                .satisfies(refused ->
                        assertThat(refused.getMessage().replace("/", ".")).containsIgnoringCase(message));
    }

    private static List<JsonNode> render(TemplateCommand template) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        YAML.<JsonNode>readValues(
                        template.withName("demo").withKubeVersion("1.30.0").call())
                .forEachRemaining(documents::add);
        return documents;
    }

    private static JsonNode podOf(List<JsonNode> documents) {
        return deployment(documents).at("/spec/template/spec");
    }

    private static JsonNode deployment(List<JsonNode> documents) {
        return named(documents, "Deployment", "demo-rollcall");
    }

    private static JsonNode named(List<JsonNode> documents, String kind, String name) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind)
                        && document.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
