package dev.rollcall.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** An employee as Kombo's specification of 2026-05 writes one: every required property, null where nothing is known. */
final class KomboPerson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] NULL_ALWAYS = {
        "nationality", "personal_email", "mobile_phone_number", "ssn", "tax_id", "gender", "ethnicity",
        "marital_status", "weekly_hours", "avatar", "home_address", "date_of_birth", "remote_data", "legal_entity",
        "legal_entity_id", "work_location_id"
    };
    private static final String[] EMPTY_ALWAYS = {
        "bank_accounts", "employments", "time_off_balances", "integration_fields", "teams"
    };

    private KomboPerson() {}

    /** @param manager null also when the manager is none of the employees */
    static ObjectNode json(Person person, @Nullable Person manager, Instant changedAt, @Nullable Instant deletedAt) {
        ObjectNode node = JSON.createObjectNode();
        for (String each : NULL_ALWAYS) {
            node.putNull(each);
        }
        for (String each : EMPTY_ALWAYS) {
            node.putArray(each);
        }
        node.put("id", id("person", person.number()))
                .put("remote_id", person.number())
                .put("employee_number", person.number())
                .put("first_name", person.givenName())
                .put("last_name", person.familyName())
                .put("display_full_name", person.givenName() + " " + person.familyName())
                .put("job_title", person.title())
                .put("work_email", person.email())
                .put("employment_status", status(person))
                .put("employment_type", "FULL_TIME")
                .put("start_date", date(person.hiredOn()))
                .put("termination_date", person.leftOn() == null ? null : date(person.leftOn()))
                .put("remote_created_at", date(person.hiredOn()))
                .put("changed_at", changedAt.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("remote_deleted_at", deletedAt == null ? null : deletedAt.toString());
        node.putObject("custom_fields");
        String managerNumber = person.managerNumber();
        if (managerNumber == null) {
            node.putNull("manager_id").putNull("manager");
        } else {
            node.put("manager_id", id("person", managerNumber));
            node.set("manager", manager(managerNumber, manager));
        }
        node.putArray("groups")
                .addObject()
                .put("id", id("group", person.department()))
                .put("remote_id", person.department())
                .put("name", person.department())
                .put("type", "DEPARTMENT");
        node.putObject("work_location")
                .put("id", id("place", person.location()))
                .put("remote_id", person.location())
                .put("name", person.location())
                .putNull("address")
                .put("type", "OFFICE")
                .putNull("remote_data")
                .put("changed_at", date(person.hiredOn()))
                .putNull("remote_deleted_at");
        return node;
    }

    private static ObjectNode manager(String number, @Nullable Person manager) {
        ObjectNode node =
                JSON.createObjectNode().put("id", id("person", number)).put("remote_id", number);
        boolean known = manager != null;
        return node.put("employee_number", number)
                .put("first_name", known ? manager.givenName() : null)
                .put("last_name", known ? manager.familyName() : null)
                .put("display_full_name", known ? manager.givenName() + " " + manager.familyName() : null)
                .put("work_email", known ? manager.email() : null)
                .put("employment_status", known ? status(manager) : null)
                .put("termination_date", known && manager.leftOn() != null ? date(manager.leftOn()) : null);
    }

    private static String status(Person person) {
        LocalDate today = SimulatedClock.today();
        if (person.leftOn() != null && person.leftOn().isBefore(today)) {
            return "INACTIVE";
        }
        return person.hiredOn().isAfter(today) ? "PENDING" : "ACTIVE";
    }

    private static String date(LocalDate day) {
        return day + "T00:00:00Z";
    }

    /** 24 characters, as Kombo's own. */
    private static String id(String kind, String text) {
        String all = (kind + text).replaceAll("[^A-Za-z0-9]", "") + "x".repeat(24);
        return all.substring(0, 24);
    }
}
