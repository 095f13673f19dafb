package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.target.Feed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangesRouteTest {
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final Positions feed = new Positions();
    private final AtomicInteger failures = new AtomicInteger(2);
    private final CamelContext camel = new DefaultCamelContext();

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void everyChangeArrivesOnceInOrder() throws Exception {
        failures.set(0);
        start(false);

        await().untilAsserted(() -> assertThat(feed.position("app")).isEqualTo(5));
        assertThat(arrived).containsExactly("1\n2\n", "3\n4\n", "5\n");
    }

    @Test
    void whatDidNotArriveIsSentAgain() throws Exception {
        start(false);

        await().untilAsserted(() -> assertThat(feed.position("app")).isEqualTo(5));
        assertThat(arrived).containsExactly("1\n2\n", "1\n2\n", "1\n2\n", "3\n4\n", "5\n");
    }

    @Test
    void failureDeclaredHandledIsSentAgainToo() throws Exception {
        start(true);

        await().untilAsserted(() -> assertThat(feed.position("app")).isEqualTo(5));
        assertThat(arrived).containsExactly("1\n2\n", "1\n2\n", "1\n2\n", "3\n4\n", "5\n");
    }

    private void start(boolean handled) throws Exception {
        camel.getRegistry().bind("feed", feed);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(handled);
                from("changes:people?consumer=app&batch=2&delay=20&initialDelay=1")
                        .process(exchange -> {
                            arrived.add(exchange.getMessage().getBody(String.class));
                            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                                throw new IllegalStateException("the target is down");
                            }
                        });
            }
        });
        camel.start();
    }

    /** Five changes, and how far everybody has read. */
    private static final class Positions implements Feed {
        private final Map<String, Long> positions = new ConcurrentHashMap<>();

        long position(String consumer) {
            return positions.getOrDefault(consumer, 0L);
        }

        @Override
        public Batch poll(String directory, String consumer, int max) {
            return look(directory, position(consumer), max);
        }

        @Override
        public Batch look(String directory, long change, int max) {
            List<String> lines = LongStream.rangeClosed(change + 1, Math.min(5, change + max))
                    .mapToObj(Long::toString)
                    .toList();
            return new Batch(lines, lines.isEmpty() ? 0 : change + lines.size());
        }

        @Override
        public void acknowledge(String directory, String consumer, long lastChange) {
            positions.put(consumer, lastChange);
        }
    }
}
