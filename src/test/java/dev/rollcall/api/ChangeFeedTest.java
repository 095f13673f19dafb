package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChangeFeedTest extends RollcallTest {
    @Autowired
    private CamelContext context;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @AfterEach
    void stopTarget() throws Exception {
        context.getRouteController().stopRoute("target-" + source);
        context.removeRoute("target-" + source);
    }

    private void target(boolean handled) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(handled);
                from("changes:" + source + "?consumer=test&batch=2&delay=50")
                        .routeId("target-" + source)
                        .process(exchange -> {
                            if (failures.getAndDecrement() > 0) {
                                throw new IllegalStateException("the target is away");
                            }
                            received.addAll(Arrays.asList(
                                    exchange.getMessage().getBody(String.class).split("\n")));
                        });
            }
        });
    }

    private List<JsonNode> lines() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : received) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    @Test
    void everyChangeArrivesInOrderAlsoWhenTheTargetWasAway() throws Exception {
        failures.set(3);
        target(false);
        imports(person("1"), person("2"), person("3"));
        imports(person("1").with("Title", "Chief"), person("2"), person("3"));

        await().atMost(Duration.ofSeconds(20)).until(() -> received.size() >= 4);

        assertThat(lines())
                .extracting(line -> line.path("user").path("externalId").asText() + " "
                        + line.path("type").asText())
                .containsExactly(
                        source + ":1 create", source + ":2 create", source + ":3 create", source + ":1 update");
        assertThat(lines())
                .extracting(line -> line.path("idempotencyKey").asText())
                .doesNotHaveDuplicates();
        assertThat(lines().getLast().path("changed").get(0).asText()).isEqualTo("title");
        assertThat(lines().getLast().path("user").path("active").asBoolean()).isTrue();
    }

    @Test
    void anErrorTheRouteHandlesIsNoDelivery() throws Exception {
        failures.set(2);
        target(true);
        imports(person("1"));

        await().atMost(Duration.ofSeconds(20)).until(() -> !received.isEmpty());

        assertThat(failures).hasValueLessThan(0);
        assertThat(lines()).hasSize(1);
    }
}
