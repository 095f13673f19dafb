package dev.rollcall.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Kombo's unified HRIS API over people that can be changed while it runs, and with faults on chosen pages. */
public final class KomboSimulator implements AutoCloseable {
    public static final String API_KEY = "kombo-secret";
    public static final String INTEGRATION = "personio:CBNMt7dSNCzBdnRTx87dev4E";
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Entry(
            Person person, Instant changedAt, @Nullable Instant deletedAt) {}

    private record Planned(int page, Fault fault) {}

    private volatile String apiKey = API_KEY;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Map<String, Entry> entries = new TreeMap<>();
    private final List<Planned> faults = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<SocketAddress> connections = ConcurrentHashMap.newKeySet();

    private KomboSimulator(HttpServer server) {
        this.server = server;
    }

    /** What can go wrong with one answer. */
    public enum Fault {
        UNAUTHORIZED,
        PENDING,
        TOO_MANY,
        UNAVAILABLE,
        ERROR,
        RESET,
        CUT,
        HTML,
        SAME_CURSOR,
        SAME_PAGE
    }

    /**
     * Starts without anybody.
     *
     * @param port 0: any free one
     */
    public static KomboSimulator start(int port) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            KomboSimulator simulator = new KomboSimulator(http);
            // the description is read now, or the first answer would wait for it
            KomboDescription.complaints(Map.of());
            http.createContext("/v1/hris/employees", simulator::answer);
            http.setExecutor(simulator.threads);
            http.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    /** From now on these people work there; who is missing was deleted now, and who differs changed now. */
    public synchronized void people(List<Person> people) {
        Instant now = SimulatedClock.CLOCK.instant();
        Map<String, Person> wanted = new LinkedHashMap<>();
        people.forEach(person -> wanted.put(person.number(), person));
        entries.replaceAll((number, entry) ->
                wanted.containsKey(number) || entry.deletedAt() != null ? entry : new Entry(entry.person(), now, now));
        wanted.forEach((number, person) -> entries.compute(
                number,
                (key, known) -> known != null
                                && known.deletedAt() == null
                                && known.person().equals(person)
                        ? known
                        : new Entry(person, now, null)));
    }

    /** As after an outage of the connection behind it: there is nobody, and no word of anybody. */
    public synchronized void forgetEverybody() {
        entries.clear();
    }

    /** The next request for this page, counted from 1, goes wrong; asked twice, it goes wrong twice. */
    public void fail(int page, Fault fault) {
        faults.add(new Planned(page, fault));
    }

    /** Queries of all requests so far, with {@code page=N} in front. */
    public List<String> requests() {
        return requests;
    }

    /** How many connections the requests came over. */
    public int connections() {
        return connections.size();
    }

    /** The only key accepted from now on. */
    public void accept(String key) {
        apiKey = key;
    }

    public void reset() {
        apiKey = API_KEY;
        faults.clear();
        requests.clear();
        connections.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> query =
                    HttpExchanges.pairs(exchange.getRequestURI().getRawQuery());
            int size = Math.clamp(Integer.parseInt(query.getOrDefault("page_size", "100")), 1, 250);
            int offset = offset(query);
            int page = offset < 0 ? 1 : offset / size + 1;
            connections.add(exchange.getRemoteAddress());
            requests.add("page=" + page + "&" + exchange.getRequestURI().getRawQuery());
            Planned planned = faults.stream()
                    .filter(each -> each.page() == page)
                    .findFirst()
                    .orElse(null);
            if (planned != null) {
                faults.remove(planned);
            }
            if (!("Bearer " + apiKey).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                error(exchange, 401, "PLATFORM.AUTHENTICATION_INVALID");
            } else if (!INTEGRATION.equals(exchange.getRequestHeaders().getFirst("X-Integration-Id"))) {
                error(exchange, 404, "PLATFORM.INTEGRATION_NOT_FOUND");
            } else if (offset < 0 || !KomboDescription.complaints(query).isEmpty()) {
                error(exchange, 400, "PLATFORM.INPUT_INVALID");
            } else if (planned == null) {
                HttpExchanges.send(
                        exchange,
                        200,
                        "application/json",
                        page(query, offset, size, null).getBytes(StandardCharsets.UTF_8));
            } else {
                fail(exchange, planned.fault(), page(query, offset, size, planned.fault()));
            }
        }
    }

    private static void fail(HttpExchange exchange, Fault fault, String page) throws IOException {
        byte[] whole = page.getBytes(StandardCharsets.UTF_8);
        switch (fault) {
            case UNAUTHORIZED -> error(exchange, 401, "PLATFORM.AUTHENTICATION_INVALID");
            case PENDING -> error(exchange, 409, "INTEGRATION.SETUP_SYNC_PENDING");
            case TOO_MANY -> {
                exchange.getResponseHeaders().add("ratelimit-reset", "1");
                error(exchange, 429, "PLATFORM.RATE_LIMIT_EXCEEDED");
            }
            case UNAVAILABLE ->
                HttpExchanges.send(exchange, 503, "text/plain", "no backend".getBytes(StandardCharsets.UTF_8));
            case ERROR -> error(exchange, 500, null);
            case RESET -> exchange.close();
            case CUT -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, whole.length);
                exchange.getResponseBody().write(whole, 0, whole.length / 2);
                exchange.getResponseBody().flush();
            }
            case HTML ->
                HttpExchanges.send(exchange, 200, "text/html", "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8));
            case SAME_CURSOR, SAME_PAGE -> HttpExchanges.send(exchange, 200, "application/json", whole);
        }
    }

    private synchronized String page(Map<String, String> query, int offset, int size, @Nullable Fault fault) {
        boolean deleted = "true".equals(query.get("include_deleted"));
        Instant since = query.containsKey("updated_after") ? Instant.parse(query.get("updated_after")) : Instant.MIN;
        List<Entry> found = entries.values().stream()
                .filter(entry -> deleted || entry.deletedAt() == null)
                .filter(entry -> !entry.changedAt().isBefore(since))
                .toList();
        int from = fault == Fault.SAME_PAGE ? Math.max(0, offset - size) : Math.min(offset, found.size());
        int to = Math.min(from + size, found.size());
        ObjectNode data = JSON.createObjectNode();
        ArrayNode results = data.putArray("results");
        found.subList(from, to)
                .forEach(entry -> results.add(KomboPerson.json(
                        entry.person(), manager(entry.person()), entry.changedAt(), entry.deletedAt())));
        int next = fault == Fault.SAME_CURSOR ? offset : offset + size;
        data.put("next", next < found.size() ? cursor(query, next) : null);
        ObjectNode answer = JSON.createObjectNode().put("status", "success");
        answer.set("data", data);
        return answer.toString();
    }

    private @Nullable Person manager(Person person) {
        Entry manager = person.managerNumber() == null ? null : entries.get(person.managerNumber());
        return manager == null ? null : manager.person();
    }

    /** A cursor belongs to its filters; sent with others it is invalid. */
    private static String cursor(Map<String, String> query, int offset) {
        String text = offset + " " + query.get("updated_after") + " " + query.get("include_deleted");
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(Map<String, String> query) {
        String cursor = query.get("cursor");
        if (cursor == null) {
            return 0;
        }
        String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
        int offset = Integer.parseInt(text.substring(0, text.indexOf(' ')));
        return cursor.equals(cursor(query, offset)) ? offset : -1;
    }

    private static void error(HttpExchange exchange, int status, @Nullable String code) throws IOException {
        ObjectNode answer = JSON.createObjectNode().put("status", "error");
        answer.putObject("error")
                .put("code", code)
                .put("title", code)
                .put("message", "a made-up error")
                .putNull("log_url");
        HttpExchanges.send(
                exchange, status, "application/json", answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
