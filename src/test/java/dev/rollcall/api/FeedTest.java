package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class FeedTest extends RollcallTest {
    private static final Path FILE = HOME.resolve("fed/fed.jsonl");

    @Autowired
    private JdbcTemplate sql;

    @Test
    @Acceptance({69, 70})
    void everyChangeReachesTheApplicationsFileOnceAndInOrder() throws IOException {
        importsInto("fed", false, Row.csv(company(0, 3)));
        delivered(3);
        importsInto("fed", false, Row.csv(person("0").with("Title", "CTO"), person("1")));
        delivered(5);

        assertThat(Files.readAllLines(FILE).stream().map(this::told).toList())
                .hasSize(5)
                .startsWith("create fed:0 1", "create fed:1 1", "create fed:2 1")
                .endsWith("update fed:0 2", "deactivate fed:2 2");
        List<JsonNode> looked = get("/api/directories/fed/changes").json().findValues("idempotencyKey");
        assertThat(looked).hasSize(5).doesNotHaveDuplicates();
    }

    /** Waits until the feed's position says that the route has taken as many changes. */
    private void delivered(int changes) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sql.queryForObject(
                                "SELECT count(*) FROM change c JOIN feed_position p ON p.directory = c.directory"
                                        + " WHERE c.directory = 'fed' AND c.id <= p.last_change",
                                Integer.class))
                        .isEqualTo(changes));
    }

    private String told(String line) {
        try {
            JsonNode change = json.readTree(line);
            return change.path("type").asText() + " "
                    + change.at("/user/externalId").asText() + " "
                    + change.at("/user/version").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
