package dev.rollcall.simulator.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.simulator.Person;
import java.util.List;

/** Workday's {@code /ccx/api/v1/{tenant}/workers}: those who work there now, by offset, a hundred at most. */
public final class WorkdayRestSimulator extends JsonSimulator {
    public static final String TENANT = "acme_dpt1";
    public static final String CLIENT_ID = "rollcall-client";
    public static final String CLIENT_SECRET = "workday-secret";
    public static final String REFRESH_TOKEN = "workday-refresh";
    private static final String TOKEN = "workday-token";
    private static final int LARGEST_PAGE = 100;

    private WorkdayRestSimulator(int port) {
        super(port);
    }

    /** Starts without anybody; port 0: any free one. */
    public static WorkdayRestSimulator start(int port) {
        return new WorkdayRestSimulator(port);
    }

    /** Whether the list has the person. */
    public static boolean isPresent(Person person) {
        return !hasLeft(person) && !isAwaited(person);
    }

    @Override
    Answer answer(Asked asked) {
        if (asked.path().equals("/ccx/oauth2/" + TENANT + "/token")) {
            return token(asked);
        }
        if (!asked.header("Authorization").equals("Bearer " + TOKEN)) {
            return Answer.error(401, "{\"error\":\"invalid_grant\"}");
        }
        if (!asked.path().equals("/ccx/api/v1/" + TENANT + "/workers")) {
            return Answer.error(404, "{\"error\":\"not found\",\"code\":\"S22\"}");
        }
        int limit = asked.number("limit", 20);
        if (limit < 1 || limit > LARGEST_PAGE) {
            return Answer.error(400, "{\"error\":\"limit out of range\",\"code\":\"A0003\"}");
        }
        List<Person> present =
                people().stream().filter(WorkdayRestSimulator::isPresent).toList();
        int from = Math.min(asked.number("offset", 0), present.size());
        ObjectNode answer = object().put("total", present.size());
        ArrayNode data = answer.putArray("data");
        for (Person person : present.subList(from, Math.min(from + limit, present.size()))) {
            ObjectNode worker = data.addObject()
                    .put("id", "wid" + person.number())
                    .put("descriptor", person.givenName() + " " + person.familyName())
                    .put("href", url() + asked.path() + "/wid" + person.number())
                    .put("businessTitle", person.title())
                    .put("isManager", false)
                    .put("primaryWorkEmail", person.email())
                    .put("yearsOfService", "1");
            worker.putObject("primarySupervisoryOrganization")
                    .put("id", "org" + person.department())
                    .put("descriptor", person.department());
        }
        return Answer.ok(answer);
    }

    private static Answer token(Asked asked) {
        if (!asked.header("Authorization").equals(basic(CLIENT_ID, CLIENT_SECRET))) {
            return Answer.error(401, "{\"error\":\"invalid_client\"}");
        }
        return asked.text().contains("grant_type=refresh_token")
                        && asked.text().contains("refresh_token=" + REFRESH_TOKEN)
                ? Answer.ok(object().put("access_token", TOKEN)
                        .put("token_type", "Bearer")
                        .put("refresh_token", REFRESH_TOKEN))
                : Answer.error(400, "{\"error\":\"invalid_grant\"}");
    }
}
