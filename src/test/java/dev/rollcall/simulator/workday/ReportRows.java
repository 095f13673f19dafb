package dev.rollcall.simulator.workday;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.simulator.Person;
import dev.rollcall.simulator.workday.Company.Profile;
import java.time.LocalDate;
import java.util.List;

/**
 * The rows of a custom report: fields that are empty are left out, flags are "0" and "1", and what has several values is a
 * group of rows within the row.
 *
 * @param company a prompt of the report; empty: all
 */
record ReportRows(LocalDate today, String company) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String json(List<Profile> people) {
        ObjectNode report = JSON.createObjectNode();
        ArrayNode rows = report.putArray("Report_Entry");
        people.stream().filter(this::isWanted).forEach(each -> rows.add(row(each.person())));
        return report.toString();
    }

    private boolean isWanted(Profile profile) {
        return company.isEmpty() || company.equals("Acme");
    }

    private ObjectNode row(Person person) {
        ObjectNode row = JSON.createObjectNode()
                .put("Employee_ID", person.number())
                .put("First_Name", person.givenName())
                .put("Last_Name", person.familyName())
                .put("Email", person.email())
                .put("Business_Title", person.title())
                .put("Location", person.location())
                .put("Active", WorkerXml.isActive(person, today) ? "1" : "0")
                .put("Hire_Date", person.hiredOn().toString());
        if (person.leftOn() != null) {
            row.put("Termination_Date", person.leftOn().toString());
        }
        if (person.managerNumber() != null) {
            row.put("Manager_ID", person.managerNumber());
        }
        ArrayNode organizations = row.putArray("Organizations_group");
        organizations.addObject().put("Organization", person.department()).put("Type", "Supervisory");
        organizations.addObject().put("Organization", "Acme").put("Type", "Company");
        return row;
    }

    String xml(List<Profile> people) {
        StringBuilder out = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n");
        out.append("<wd:Report_Data xmlns:wd=\"urn:com.workday.report/Rollcall_Workers\">");
        people.stream().filter(this::isWanted).forEach(each -> {
            out.append("<wd:Report_Entry>");
            row(each.person()).properties().forEach(field -> {
                if (field.getValue().isArray()) {
                    field.getValue().forEach(group -> {
                        out.append("<wd:").append(field.getKey()).append('>');
                        group.properties()
                                .forEach(part -> element(
                                        out, part.getKey(), part.getValue().asText()));
                        out.append("</wd:").append(field.getKey()).append('>');
                    });
                } else {
                    element(out, field.getKey(), field.getValue().asText());
                }
            });
            out.append("</wd:Report_Entry>");
        });
        return out.append("</wd:Report_Data>").toString();
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append("<wd:").append(name).append('>').append(WorkerXml.escape(text));
        out.append("</wd:").append(name).append('>');
    }
}
