package dev.rollcall.simulator.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.rollcall.simulator.Person;

/** UKG Pro's {@code /personnel/v1/employee-changes}: a list, page by page, the page behind the last one empty. */
public final class UkgProSimulator extends JsonSimulator {
    public static final String CUSTOMER_API_KEY = "AB1CD";
    public static final String USER = "svc-rollcall";
    public static final String PASSWORD = "ukg-secret";

    private UkgProSimulator(int port) {
        super(port);
    }

    /** Starts without anybody; port 0: any free one. */
    public static UkgProSimulator start(int port) {
        return new UkgProSimulator(port);
    }

    @Override
    Answer answer(Asked asked) {
        boolean known = asked.header("Authorization").equals(basic(USER, PASSWORD))
                && asked.header("US-Customer-Api-Key").equals(CUSTOMER_API_KEY);
        if (!known) {
            return new Answer(401, "text/plain", "");
        }
        if (!asked.path().equals("/personnel/v1/employee-changes")) {
            return Answer.error(404, "{\"message\":\"no such resource\"}");
        }
        if (!asked.query().containsKey("startDate")) {
            return Answer.error(400, "{\"message\":\"startDate is required\"}");
        }
        int size = asked.number("per_Page", 100);
        ArrayNode list = array();
        for (Person person : slice((asked.number("page", 1) - 1) * size, size)) {
            String manager = person.managerNumber();
            list.addObject()
                    .put("firstName", person.givenName())
                    .put("lastName", person.familyName())
                    .put("preferredName", "")
                    .put("emailAddress", person.email())
                    .put("alternateEmailAddress", "")
                    .put("countryCode", "USA")
                    .put("languageCode", "en-us")
                    .put("employeeNumber", person.number())
                    .put("employeeId", "1HH" + person.number())
                    .put("companyName", "Acme")
                    .put("companyId", "HDLBX")
                    .put("supervisorId", manager == null ? "" : "1HH" + manager)
                    .put("fullTimeOrPartTime", "F")
                    .put("isActive", !hasLeft(person))
                    .put("workLocationCode", person.location())
                    .put("jobCode", "TECH1")
                    .put("orgLevel1Code", person.department())
                    .put("workPhone", "")
                    .put("hireDate", person.hiredOn() + "T00:00:00Z")
                    .put("dateOfLastHire", person.hiredOn() + "T00:00:00Z")
                    .put("terminationDate", person.leftOn() == null ? "" : person.leftOn() + "T00:00:00Z")
                    .put("employeeStatus", hasLeft(person) ? "T" : "A")
                    .put("employeeType", "REG")
                    .put("alternateJobTitle", person.title());
        }
        return Answer.ok(list);
    }
}
