package dev.rollcall.simulator.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.simulator.Person;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Personio's {@code /company/employees} of version 1: a login for a token, then pages by offset, each field a small object. */
public final class PersonioSimulator extends JsonSimulator {
    public static final String CLIENT_ID = "papi-4711";
    public static final String CLIENT_SECRET = "personio-secret";
    private static final int LARGEST_PAGE = 100;

    private final AtomicInteger logins = new AtomicInteger();

    private PersonioSimulator(int port) {
        super(port);
    }

    /** Starts without anybody; port 0: any free one. */
    public static PersonioSimulator start(int port) {
        return new PersonioSimulator(port);
    }

    @Override
    public String url() {
        return super.url() + "/v1";
    }

    /** From now on the tokens given out are no good. */
    public void forgetTokens() {
        logins.incrementAndGet();
    }

    @Override
    Answer answer(Asked asked) {
        return switch (asked.path()) {
            case "/v1/auth" -> login(asked);
            case "/v1/company/employees" ->
                asked.header("Authorization").equals("Bearer token-" + logins)
                        ? employees(asked)
                        : error(401, "The token is invalid");
            default -> error(404, "Not found");
        };
    }

    private Answer login(Asked asked) {
        boolean known = asked.method().equals("POST")
                && asked.body().path("client_id").asText().equals(CLIENT_ID)
                && asked.body().path("client_secret").asText().equals(CLIENT_SECRET);
        if (!known) {
            return error(403, "Wrong credentials");
        }
        ObjectNode answer = object().put("success", true);
        answer.putObject("data").put("token", "token-" + logins.incrementAndGet());
        return Answer.ok(answer);
    }

    private Answer employees(Asked asked) {
        int limit = Math.min(asked.number("limit", 50), LARGEST_PAGE);
        int offset = asked.number("offset", 0);
        ObjectNode answer = object().put("success", true);
        answer.putObject("metadata")
                .put("total_elements", people().size())
                .put("current_page", offset / limit)
                .put("total_pages", (people().size() + limit - 1) / limit);
        answer.put("offset", offset).put("limit", limit);
        ArrayNode data = answer.putArray("data");
        for (Person person : slice(offset, limit)) {
            ObjectNode attributes = data.addObject().put("type", "Employee").putObject("attributes");
            field(attributes, "id", JSON.getNodeFactory().numberNode(id(person.number())));
            field(attributes, "first_name", person.givenName());
            field(attributes, "last_name", person.familyName());
            field(attributes, "email", person.email());
            field(attributes, "status", hasLeft(person) ? "inactive" : isAwaited(person) ? "onboarding" : "active");
            field(attributes, "position", person.title());
            field(attributes, "employment_type", "internal");
            field(attributes, "hire_date", person.hiredOn() + "T00:00:00+01:00");
            field(attributes, "termination_date", person.leftOn() == null ? null : person.leftOn() + "T00:00:00+01:00");
            field(attributes, "department", named("Department", person.department()));
            field(attributes, "office", named("Office", person.location()));
            field(attributes, "subcompany", named("Subcompany", "Acme GmbH"));
            String manager = person.managerNumber();
            field(attributes, "supervisor", manager == null ? JSON.nullNode() : supervisor(id(manager)));
        }
        return Answer.ok(answer);
    }

    private static int id(String number) {
        return Integer.parseInt(number.replaceAll("\\D", ""));
    }

    private static ObjectNode supervisor(int id) {
        ObjectNode value = object().put("type", "Employee");
        field(value.putObject("attributes"), "id", JSON.getNodeFactory().numberNode(id));
        return value;
    }

    private static ObjectNode named(String type, String name) {
        ObjectNode value = object().put("type", type);
        value.putObject("attributes").put("id", 7).put("name", name);
        return value;
    }

    private static void field(ObjectNode attributes, String name, @Nullable String value) {
        field(
                attributes,
                name,
                value == null ? JSON.nullNode() : JSON.getNodeFactory().textNode(value));
    }

    private static void field(ObjectNode attributes, String name, JsonNode value) {
        ObjectNode field = attributes.putObject(name).put("label", name);
        field.set("value", value);
        field.put("type", "standard").put("universal_id", name);
    }

    private static Answer error(int status, String message) {
        ObjectNode answer = object().put("success", false);
        answer.putObject("error").put("code", status).put("message", message);
        return Answer.error(status, answer.toString());
    }
}
