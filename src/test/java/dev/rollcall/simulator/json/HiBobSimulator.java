package dev.rollcall.simulator.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.simulator.Person;

/** HiBob's {@code POST /people/search}: everybody in one answer, lists as ids with their words beside. */
public final class HiBobSimulator extends JsonSimulator {
    public static final String SERVICE_USER = "SERVICE-4711";
    public static final String TOKEN = "hibob-secret";

    private HiBobSimulator(int port) {
        super(port);
    }

    /** Starts without anybody; port 0: any free one. */
    public static HiBobSimulator start(int port) {
        return new HiBobSimulator(port);
    }

    @Override
    public String url() {
        return super.url() + "/v1";
    }

    @Override
    Answer answer(Asked asked) {
        if (!asked.header("Authorization").equals(basic(SERVICE_USER, TOKEN))) {
            return new Answer(401, "text/plain", "");
        }
        if (!asked.path().equals("/v1/people/search") || !asked.method().equals("POST")) {
            return Answer.error(404, "{\"error\":\"not found\"}");
        }
        boolean inactiveToo = asked.body().path("showInactive").asBoolean(false);
        ObjectNode answer = object();
        ArrayNode employees = answer.putArray("employees");
        people().stream()
                .filter(person -> inactiveToo || !hasLeft(person))
                .forEach(person -> employees.add(employee(person)));
        return Answer.ok(answer);
    }

    private static ObjectNode employee(Person person) {
        ObjectNode node = object();
        node.put("id", id(person.number()))
                .put("firstName", person.givenName())
                .put("surname", person.familyName())
                .put("displayName", person.givenName() + " " + person.familyName())
                .put("email", person.email());
        node.putObject("/root/id").put("value", id(person.number()));
        ObjectNode work = node.putObject("work");
        work.put("title", "2001")
                .put("department", "209192163")
                .put("site", person.location())
                .put("startDate", text(person.hiredOn()))
                .put("employeeIdInCompany", person.number());
        String manager = person.managerNumber();
        if (manager != null) {
            work.putObject("reportsTo").put("id", id(manager)).put("email", manager + "@example.com");
        }
        ObjectNode internal = node.putObject("internal");
        internal.put("status", hasLeft(person) ? "Inactive" : "Active");
        if (person.leftOn() != null) {
            internal.put("terminationDate", text(person.leftOn()));
        }
        ObjectNode words = node.putObject("humanReadable");
        words.putObject("work").put("title", person.title()).put("department", person.department());
        words.putObject("internal").put("status", hasLeft(person) ? "Inactive" : "Active");
        return node;
    }

    private static String id(String number) {
        return "33328" + "0".repeat(8) + number.replaceAll("\\D", "");
    }
}
