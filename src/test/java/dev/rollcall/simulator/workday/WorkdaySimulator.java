package dev.rollcall.simulator.workday;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.simulator.HttpExchanges;
import dev.rollcall.simulator.Person;
import dev.rollcall.simulator.SimulatedClock;
import dev.rollcall.simulator.workday.Company.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Workday tenant: Get_Workers over SOAP, a custom report as JSON and XML, the REST list of workers, and access tokens;
 * over people that can change while it runs. Strict about requests, and otherwise without faults.
 */
public final class WorkdaySimulator implements AutoCloseable {
    public static final String TENANT = "acme";
    public static final String USER = "ISU_Rollcall@acme";
    public static final String PASSWORD = "workday-secret";
    public static final String CLIENT = "rollcall-client";
    public static final String CLIENT_SECRET = "client-secret";
    public static final String REFRESH_TOKEN = "refresh-secret";
    public static final String REPORT_OWNER = "ISU_Owner";
    public static final String REPORT_NAME = "Rollcall_Workers";
    public static final String REPORT = REPORT_OWNER + "/" + REPORT_NAME;
    private static final String TOKEN = "access-token-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Company company = new Company();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final WorkersAnswer workers = new WorkersAnswer(company, USER, PASSWORD, "wd:");

    private WorkdaySimulator(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts without anybody.
     *
     * @param port 0: any free one
     */
    public static WorkdaySimulator start(int port) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            WorkdaySimulator simulator = new WorkdaySimulator(http);
            http.createContext("/ccx/service/" + TENANT + "/Human_Resources/", simulator::soap);
            http.createContext("/ccx/service/customreport2/" + TENANT + "/" + REPORT, simulator::report);
            http.createContext("/ccx/api/staffing/v6/" + TENANT + "/workers", simulator::rest);
            http.createContext("/ccx/oauth2/" + TENANT + "/token", simulator::token);
            http.setExecutor(simulator.threads);
            http.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public String tokenUrl() {
        return url() + "/ccx/oauth2/" + TENANT + "/token";
    }

    /** From now on these people are entered. */
    public void people(List<Person> people) {
        people(people, List.of());
    }

    /** The same, and profiles as contingent workers; somebody who converted has one of each, with the same number. */
    public void people(List<Person> people, List<Person> contingent) {
        company.enter(people, contingent, SimulatedClock.CLOCK.instant());
    }

    /** Bodies of SOAP requests, paths and queries of the others, in their order. */
    public List<String> requests() {
        return requests;
    }

    public void reset() {
        requests.clear();
    }

    private void soap(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(body);
            WorkersAnswer.Answer answer = workers.answer(body);
            HttpExchanges.send(exchange, answer.status(), "text/xml; charset=utf-8", answer.body());
        }
    }

    private void report(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> query =
                    HttpExchanges.pairs(exchange.getRequestURI().getRawQuery());
            requests.add(exchange.getRequestURI().toString());
            if (!isBasic(exchange, USER, PASSWORD) && !isBearer(exchange)) {
                HttpExchanges.send(exchange, 401, "text/html", "<html>invalid username or password</html>");
                return;
            }
            ReportRows rows = new ReportRows(today(), query.getOrDefault("Company", ""));
            boolean json = "json".equals(query.get("format"));
            List<Profile> people = company.asEntered(SimulatedClock.CLOCK.instant());
            HttpExchanges.send(
                    exchange,
                    200,
                    json ? "application/json; charset=UTF-8" : "text/xml; charset=utf-8",
                    json ? rows.json(people) : rows.xml(people));
        }
    }

    private void rest(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> query =
                    HttpExchanges.pairs(exchange.getRequestURI().getRawQuery());
            requests.add(exchange.getRequestURI().toString());
            if (!isBearer(exchange)) {
                HttpExchanges.send(exchange, 401, "application/json", "{\"error\":\"invalid_token\"}");
                return;
            }
            int limit = Math.min(100, Integer.parseInt(query.getOrDefault("limit", "20")));
            int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
            List<Profile> people = company.asEntered(SimulatedClock.CLOCK.instant());
            ObjectNode answer = JSON.createObjectNode().put("total", people.size());
            ArrayNode data = answer.putArray("data");
            people.subList(Math.min(offset, people.size()), Math.min(offset + limit, people.size()))
                    .forEach(each -> data.add(worker(each)));
            HttpExchanges.send(exchange, 200, "application/json", answer.toString());
        }
    }

    private ObjectNode worker(Profile profile) {
        Person person = profile.person();
        ObjectNode worker = JSON.createObjectNode()
                .put("id", profile.wid())
                .put("descriptor", person.givenName() + " " + person.familyName())
                .put("href", url() + "/ccx/api/staffing/v6/" + TENANT + "/workers/" + profile.wid())
                .put("workerId", person.number());
        worker.putObject("person")
                .put("email", person.email())
                .put("firstName", person.givenName())
                .put("lastName", person.familyName());
        ObjectNode job = worker.putObject("primaryJob").put("businessTitle", person.title());
        job.putObject("supervisoryOrganization").put("descriptor", person.department());
        job.putObject("location").put("descriptor", person.location());
        worker.put("isActive", WorkerXml.isActive(person, today()))
                .put("hireDate", person.hiredOn().toString());
        if (person.leftOn() != null) {
            worker.put("terminationDate", person.leftOn().toString());
        }
        return worker;
    }

    private void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form =
                    HttpExchanges.pairs(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add("token " + form.get("grant_type"));
            boolean granted =
                    "refresh_token".equals(form.get("grant_type")) && REFRESH_TOKEN.equals(form.get("refresh_token"));
            if (!isBasic(exchange, CLIENT, CLIENT_SECRET)) {
                HttpExchanges.send(exchange, 401, "application/json", "{\"error\":\"invalid_client\"}");
            } else if (!granted) {
                HttpExchanges.send(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            } else {
                ObjectNode answer = JSON.createObjectNode()
                        .put("access_token", TOKEN + tokens.incrementAndGet())
                        .put("token_type", "Bearer")
                        .put("expires_in", 3600);
                HttpExchanges.send(exchange, 200, "application/json", answer.toString());
            }
        }
    }

    /** Tokens given so far are not accepted any more. */
    public void expireTokens() {
        tokens.addAndGet(1000);
    }

    private boolean isBearer(HttpExchange exchange) {
        return ("Bearer " + TOKEN + tokens.get())
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static boolean isBasic(HttpExchange exchange, String user, String password) {
        String expected = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static LocalDate today() {
        return SimulatedClock.today();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
