package dev.rollcall.simulator.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.simulator.Person;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** BambooHR's dataset {@code employee}, as its documentation of "Get Data from Dataset (v2)" has it. */
public final class BambooHrSimulator extends JsonSimulator {
    public static final String API_KEY = "bamboo-secret";
    private static final int LARGEST_PAGE = 1000;

    private volatile String accepted = API_KEY;

    private BambooHrSimulator(int port) {
        super(port);
    }

    /** From now on only this key is good. */
    public void accept(String key) {
        accepted = key;
    }

    /** Starts without anybody; port 0: any free one. */
    public static BambooHrSimulator start(int port) {
        return new BambooHrSimulator(port);
    }

    @Override
    Answer answer(Asked asked) {
        if (!asked.header("Authorization").equals(basic(accepted, "x"))) {
            return problem(401, "Unauthorized");
        }
        if (!asked.path().equals("/api/v2/datasets/employee/data")
                || !asked.method().equals("POST")) {
            return problem(404, "Not Found");
        }
        JsonNode fields = asked.body().path("fields");
        int page = asked.body().path("page").asInt(1);
        int size = asked.body().path("pageSize").asInt(100);
        if (!fields.isArray() || fields.isEmpty()) {
            return problem(400, "fields is required");
        }
        if (page < 1 || size < 1 || size > LARGEST_PAGE) {
            return problem(422, "INVALID_PAGINATION");
        }
        ObjectNode answer = object();
        ArrayNode data = answer.putArray("data");
        for (Person person : slice((page - 1) * size, size)) {
            ObjectNode row = data.addObject().putObject("fields");
            Map<String, @Nullable String> known = fields(person);
            for (JsonNode field : fields) {
                if (!known.containsKey(field.asText())) {
                    return problem(400, "Unknown field");
                }
                row.put(field.asText(), known.get(field.asText()));
            }
        }
        int pages = Math.max(1, (people().size() + size - 1) / size);
        ObjectNode links = answer.putObject("links");
        if (page < pages) {
            links.put("next", url() + asked.path() + "?page=" + (page + 1));
        }
        answer.putObject("meta")
                .put("page", page)
                .put("pageSize", size)
                .put("totalPages", pages)
                .put("totalItems", people().size());
        return Answer.ok(answer);
    }

    private static Map<String, @Nullable String> fields(Person person) {
        Map<String, @Nullable String> fields = new HashMap<>();
        fields.put("eeid", id(person.number()));
        fields.put("employeeNumber", person.number());
        fields.put("firstName", person.givenName());
        fields.put("lastName", person.familyName());
        fields.put("preferredName", null);
        fields.put("email", person.email());
        fields.put("homeEmail", null);
        fields.put("mobilePhone", null);
        fields.put("workPhone", null);
        fields.put("status", hasLeft(person) ? "Inactive" : "Active");
        fields.put("hireDate", text(person.hiredOn()));
        fields.put("terminationDate", text(person.leftOn()));
        fields.put("employmentStatus", hasLeft(person) ? "Terminated" : "Full-Time");
        fields.put("jobInformationJobTitle", person.title());
        fields.put("jobInformationDepartment", person.department());
        fields.put("jobInformationDivision", null);
        fields.put("jobInformationLocation", person.location());
        String manager = person.managerNumber();
        fields.put("supervisorEid", manager == null ? null : id(manager));
        return fields;
    }

    private static String id(String number) {
        return number.replaceAll("\\D", "");
    }

    private static Answer problem(int status, String title) {
        return new Answer(
                status,
                "application/problem+json",
                object().put("type", "about:blank")
                        .put("title", title)
                        .put("status", status)
                        .toString());
    }
}
