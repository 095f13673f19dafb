package dev.rollcall.simulator.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.simulator.HttpExchanges;
import dev.rollcall.simulator.Person;
import dev.rollcall.simulator.SimulatedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What the simulators of JSON APIs share: a server over people that can be changed while it runs. */
public abstract class JsonSimulator implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile List<Person> people = List.of();

    /** A request as it arrived; of a body that is no JSON object there is none. */
    record Asked(String method, String path, Map<String, String> query, Map<String, String> headers, String text) {
        JsonNode body() {
            try {
                return text.isEmpty() ? object() : JSON.readTree(text);
            } catch (IOException malformed) {
                return JSON.missingNode();
            }
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }

        int number(String parameter, int otherwise) {
            return Integer.parseInt(query.getOrDefault(parameter, Integer.toString(otherwise)));
        }
    }

    /** What is sent back. */
    record Answer(int status, String type, String body) {
        static Answer ok(JsonNode body) {
            return new Answer(200, "application/json", body.toString());
        }

        static Answer error(int status, String body) {
            return new Answer(status, "application/json", body);
        }
    }

    JsonSimulator(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** As the vendor answers. */
    abstract Answer answer(Asked asked);

    /** What the Kamelet is given as its address. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on these people are on record. */
    public void people(List<Person> now) {
        people = now.stream().sorted(Comparator.comparing(Person::number)).toList();
    }

    /** Paths and queries of all requests so far. */
    public List<String> requests() {
        return requests;
    }

    List<Person> people() {
        return people;
    }

    /** The people of a page; none behind the last. */
    List<Person> slice(int from, int size) {
        List<Person> all = people;
        int begin = Math.clamp(from, 0, all.size());
        return all.subList(begin, Math.min(all.size(), begin + size));
    }

    static boolean hasLeft(Person person) {
        LocalDate left = person.leftOn();
        return left != null && left.isBefore(SimulatedClock.today());
    }

    static boolean isAwaited(Person person) {
        return person.hiredOn().isAfter(SimulatedClock.today());
    }

    static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(exchange.getRequestURI()
                    + (body.length == 0 ? "" : " " + new String(body, StandardCharsets.UTF_8)));
            Map<String, String> headers = new LinkedHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            Answer answer = answer(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    HttpExchanges.pairs(exchange.getRequestURI().getRawQuery()),
                    headers,
                    new String(body, StandardCharsets.UTF_8)));
            HttpExchanges.send(exchange, answer.status(), answer.type(), answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
