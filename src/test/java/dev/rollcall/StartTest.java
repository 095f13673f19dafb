package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.config.Configuration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StartTest extends RunningRollcall {
    @Autowired
    Configuration configuration;

    @Autowired
    ObjectMapper json;

    @Test
    void theRepositoryAsItIsStartsAndIsHealthy() throws Exception {
        HttpResponse<String> health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        JsonNode answer = json.readTree(health.body());

        assertThat(answer.path("status").asText()).as(health.body()).isEqualTo("UP");
        assertThat(configuration.directories()).containsKey("people");
        assertThat(configuration.sources()).containsKeys("kombo", "sftp-csv");
    }
}
