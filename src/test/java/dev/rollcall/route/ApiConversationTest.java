package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.source.Page;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiFetch;
import dev.rollcall.source.api.ApiRefusal;
import dev.rollcall.source.api.ApiRequest;
import dev.rollcall.source.api.ReadPages;
import dev.rollcall.source.api.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiConversationTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:rollcall-http").process(exchange -> {
                    asked.add(exchange.getMessage()
                            .getMandatoryBody(HttpCall.class)
                            .request()
                            .uri()
                            .getPath());
                    exchange.getMessage()
                            .setBody(ApiAnswer.whole("acme", 200, "application/json", Map.of(), new byte[0]));
                });
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void theNextPageIsFetchedWhileThisOneIsMappedAndNoFurther() {
        ApiConversation conversation = new ApiConversation("acme", new ThreePages(), camel.createProducerTemplate());

        assertThat(conversation.hasNext()).isTrue();
        assertThat(conversation.next().number()).isZero();
        await().untilAsserted(() -> assertThat(asked).containsExactly("/0", "/1"));

        assertThat(conversation.hasNext()).isTrue();
        assertThat(conversation.next().number()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(asked).containsExactly("/0", "/1", "/2"));

        assertThat(conversation.hasNext()).isTrue();
        assertThat(conversation.next().number()).isEqualTo(2);
        assertThat(conversation.hasNext()).isFalse();
        assertThat(asked).hasSize(3);
    }

    private static final class ThreePages implements ApiFetch {
        private final ReadPages pages = new ReadPages(new RunId("run"));

        @Override
        public boolean hasNext() {
            return pages.count() < 3;
        }

        @Override
        public ApiRequest next() {
            return ApiRequest.get(URI.create("https://hr.example.com/" + pages.count()), Map.of());
        }

        @Override
        public Iterator<Page> read(ApiAnswer answer) {
            return List.of(pages.page(List.of())).iterator();
        }

        @Override
        public SnapshotEnd end() {
            return pages.end(new Snapshot.Delta(), Instant.EPOCH);
        }

        @Override
        public ApiRefusal explain(ApiAnswer answer) {
            return ApiRefusal.byStatus("acme", answer.status());
        }

        @Override
        public Secret secret() {
            return Secret.fixed("");
        }
    }
}
