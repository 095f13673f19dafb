package dev.rollcall.simulator.successfactors;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SuccessFactors' OData v2 API and its token service over people that can be changed while it runs.
 *
 * <p>A page after the first belongs to a session: without its cookie the link leads nowhere. Links change from page to page
 * and name the port, as the real ones do.
 */
public final class SuccessFactorsSimulator implements AutoCloseable {
    public static final String COMPANY = "acme";
    public static final String CLIENT = "b64-api-key";
    public static final String USER = "ROLLCALL_API";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SINCE = Pattern.compile("\\blastModifiedDateTime ge datetimeoffset'([^']+)'");
    private static final Pattern COMING = Pattern.compile(
            "jobInfoNav/startDate ge datetime'([^']+)' and employmentNav/jobInfoNav/startDate le datetime'([^']+)'");

    /** The people as they were when the first page was asked for. */
    private record Snapshot(String session, List<ObjectNode> people, int size, boolean counted) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final KeyFiles keys = KeyFiles.create();
    private final SuccessFactorsPeople people = new SuccessFactorsPeople();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Map<String, Snapshot> snapshots = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger sessions = new AtomicInteger();

    private SuccessFactorsSimulator(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts without anybody.
     *
     * @param port 0: any free one
     */
    public static SuccessFactorsSimulator start(int port) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            SuccessFactorsSimulator simulator = new SuccessFactorsSimulator(http);
            http.createContext("/oauth/token", simulator::token);
            http.createContext("/odata/v2/PerPerson", simulator::people);
            http.setExecutor(simulator.threads);
            http.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/odata/v2";
    }

    /** The server by the name it was called by, whatever stands in between. */
    private static String server(HttpExchange exchange) {
        return "http://" + exchange.getRequestHeaders().getFirst("Host");
    }

    /** The OAuth client's private key, whose other half is known here. */
    public KeyFiles keys() {
        return keys;
    }

    /** From now on these people work there; a number that comes twice is one person with two employments. */
    public void people(List<Person> everybody) {
        people.replace(everybody, SimulatedClock.CLOCK.instant());
    }

    /** Every request so far: {@code token}, or the query of a page. */
    public List<String> requests() {
        return requests;
    }

    /** How many sessions were begun. */
    public int sessions() {
        return sessions.get();
    }

    /** Every token given so far is worthless from now on. */
    public void expireTokens() {
        tokens.clear();
    }

    public void reset() {
        requests.clear();
        snapshots.clear();
        sessions.set(0);
    }

    /** A token as the token service gives it, for who has no need to ask there. */
    public String token() {
        String token = UUID.randomUUID().toString();
        tokens.add(token);
        return token;
    }

    private void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add("token");
            Map<String, String> form =
                    HttpExchanges.pairs(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Optional<String> wrong = SamlCheck.refusal(
                    form.getOrDefault("assertion", ""),
                    keys.publicKey(),
                    server(exchange) + "/oauth/token",
                    CLIENT,
                    USER,
                    Instant.now());
            if (!exchange.getRequestMethod().equals("POST")
                    || !COMPANY.equals(form.get("company_id"))
                    || !CLIENT.equals(form.get("client_id"))
                    || !"urn:ietf:params:oauth:grant-type:saml2-bearer".equals(form.get("grant_type"))) {
                wrong = Optional.of("the form");
            }
            if (wrong.isPresent()) {
                Exchanges.json(
                        exchange,
                        401,
                        JSON.createObjectNode().put("errorHttpCode", "401").put("errorMessage", wrong.get()));
                return;
            }
            Exchanges.json(
                    exchange,
                    200,
                    JSON.createObjectNode()
                            .put("access_token", token())
                            .put("token_type", "Bearer")
                            .put("expires_in", 86_399));
        }
    }

    private void people(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> query = HttpExchanges.pairs(
                    Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
            requests.add(query.containsKey("$skiptoken") ? "next" : query.toString());
            String authorization =
                    Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
            if (!authorization.startsWith("Bearer ") || !tokens.contains(authorization.substring("Bearer ".length()))) {
                HttpExchanges.send(exchange, 401, "application/xml", """
                        <?xml version="1.0" encoding="utf-8"?><error xmlns="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
                        <code>401</code><message xml:lang="en-US">[LGN0015]Authentication failed! (status code = 4)</message></error>""");
            } else if (query.containsKey("$skiptoken")) {
                further(exchange, query.get("$skiptoken"));
            } else if (query.containsKey("asOfDate") && query.containsKey("fromDate")) {
                Exchanges.error(exchange, "COE_BAD_REQUEST", "[COE0026]asOfDate and fromDate exclude each other");
            } else if (!"snapshot".equals(query.get("paging")) || !"json".equals(query.get("$format"))) {
                Exchanges.error(
                        exchange, "COE_BAD_REQUEST", "[COE0025]this simulator pages over snapshots in json only");
            } else {
                first(exchange, query);
            }
        }
    }

    private void first(HttpExchange exchange, Map<String, String> query) throws IOException {
        Projection projection = Projection.of(query.getOrDefault("$select", ""), query.getOrDefault("$expand", ""));
        LocalDate today = SimulatedClock.today();
        List<ObjectNode> found = people.all().stream()
                .filter(entry -> wanted(entry, query.getOrDefault("$filter", "")))
                .map(entry -> SuccessFactorsPeople.json(entry, today, query.containsKey("fromDate")))
                .toList();
        for (ObjectNode person : found) {
            Set<String> unknown = projection.unknown(person);
            if (!unknown.isEmpty()) {
                Exchanges.error(
                        exchange,
                        "COE_PROPERTY_NOT_FOUND",
                        "[COE0021]Invalid property names: " + String.join(",", unknown) + ".");
                return;
            }
        }
        String session = UUID.randomUUID().toString();
        sessions.incrementAndGet();
        exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=" + session + "; Path=/; HttpOnly");
        exchange.getResponseHeaders().add("Set-Cookie", "route=node1; Path=/");
        int size = Math.clamp(Integer.parseInt(query.getOrDefault("customPageSize", "1000")), 1, 1000);
        String id = UUID.randomUUID().toString();
        snapshots.put(
                id,
                new Snapshot(
                        session,
                        found.stream().map(projection::apply).toList(),
                        size,
                        "allpages".equals(query.get("$inlinecount"))));
        page(exchange, id, 0);
    }

    private static boolean wanted(SuccessFactorsPeople.Entry entry, String filter) {
        Matcher since = SINCE.matcher(filter);
        if (!since.find()) {
            return true;
        }
        Matcher coming = COMING.matcher(filter);
        return !entry.changedAt().isBefore(Instant.parse(since.group(1)))
                || (coming.find()
                        && entry.comesBetween(
                                LocalDate.parse(coming.group(1).substring(0, 10)),
                                LocalDate.parse(coming.group(2).substring(0, 10))));
    }

    private void further(HttpExchange exchange, String token) throws IOException {
        String[] parts = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 2);
        Snapshot snapshot = snapshots.get(parts[0]);
        String cookie = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "");
        if (snapshot == null || !cookie.contains("JSESSIONID=" + snapshot.session())) {
            sessions.incrementAndGet();
            Exchanges.error(exchange, "COE_BAD_REQUEST", "[COE0043]the skiptoken belongs to another session");
            return;
        }
        page(exchange, parts[0], Integer.parseInt(parts[1]));
    }

    private void page(HttpExchange exchange, String id, int from) throws IOException {
        Snapshot snapshot = Objects.requireNonNull(snapshots.get(id));
        int to = Math.min(from + snapshot.size(), snapshot.people().size());
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode data = answer.putObject("d");
        if (snapshot.counted()) {
            data.put("__count", Integer.toString(snapshot.people().size()));
        }
        ArrayNode results = data.putArray("results");
        results.addAll(snapshot.people().subList(from, to));
        if (to < snapshot.people().size()) {
            String token = Base64.getEncoder().encodeToString((id + " " + to).getBytes(StandardCharsets.UTF_8));
            data.put("__next", server(exchange) + "/odata/v2/PerPerson?$format=json&$skiptoken=" + token);
        }
        Exchanges.json(exchange, 200, answer);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
