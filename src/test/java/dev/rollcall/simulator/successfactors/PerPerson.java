package dev.rollcall.simulator.successfactors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A PerPerson with everything expanded, as SuccessFactors writes one in JSON: dates in ticks, Int64 as text. */
public final class PerPerson {
    private static final String SERVICE = "https://api4.successfactors.com/odata/v2/";

    private final String person;
    private final ObjectNode node;
    private final ArrayNode employments;
    private final ArrayNode emails;
    private final ArrayNode phones;

    private PerPerson(String personIdExternal, String given, String family) {
        person = "personIdExternal='" + personIdExternal + "'";
        node = entity("PerPerson", "'" + personIdExternal + "'")
                .put("personIdExternal", personIdExternal)
                .put("personId", "1" + Math.abs(personIdExternal.hashCode() % 10_000))
                .put("perPersonUuid", "UUID-" + personIdExternal)
                .put("dateOfBirth", "/Date(-248572800000)/")
                .put("lastModifiedDateTime", "/Date(1618796144000+0000)/");
        list(node, "personalInfoNav")
                .add(entity("PerPersonal", person + "," + starts(LocalDate.of(2015, 1, 1)))
                        .put("startDate", date(LocalDate.of(2015, 1, 1)))
                        .put("endDate", "/Date(253402214400000)/")
                        .put("firstName", given)
                        .putNull("middleName")
                        .put("lastName", family)
                        .putNull("preferredName")
                        .put("displayName", given + " " + family));
        emails = list(node, "emailNav");
        phones = list(node, "phoneNav");
        employments = list(node, "employmentNav");
        node.putNull("personEmpTerminationInfoNav");
    }

    public static PerPerson of(String personIdExternal, String given, String family) {
        return new PerPerson(personIdExternal, given, family);
    }

    public PerPerson email(String type, String address, boolean primary) {
        ObjectNode email = entity("PerEmail", "emailType='8448'," + person)
                .put("emailAddress", address)
                .put("isPrimary", primary);
        email.put("emailType", "8448").set("emailTypeNav", option(type));
        emails.add(email);
        return this;
    }

    public PerPerson phone(String type, String country, String number, boolean primary) {
        ObjectNode phone = entity("PerPhone", person + ",phoneType='10605'")
                .put("countryCode", country)
                .putNull("areaCode")
                .put("phoneNumber", number)
                .put("isPrimary", primary);
        phone.put("phoneType", "10605").set("phoneTypeNav", option(type));
        phones.add(phone);
        return this;
    }

    /** What is there about a person who has, or ever had, an employment. */
    public PerPerson active(int employments) {
        node.set(
                "personEmpTerminationInfoNav",
                entity("PersonEmpTerminationInfo", person.substring(person.indexOf('=') + 1))
                        .put("activeEmploymentsCount", employments)
                        .putNull("latestTerminationDate"));
        return this;
    }

    /**
     * A further employment, with a user of its own.
     *
     * @param assignmentClass ST, or GA for a global assignment
     * @param end the last day; null: open
     */
    public Job employment(String userId, String assignmentClass, LocalDate start, @Nullable LocalDate end) {
        ObjectNode employment = entity("EmpEmployment", person + ",userId='" + userId + "'")
                .put("userId", userId)
                .put("personIdExternal", node.path("personIdExternal").asText())
                .put("startDate", date(start))
                .put("endDate", end == null ? null : date(end))
                .put("assignmentClass", assignmentClass)
                .put("isContingentWorker", false);
        ObjectNode user = user(userId).put("username", userId).put("status", "t");
        user.putNull("manager");
        employment.set("userNav", user);
        employments.add(employment);
        return new Job(list(employment, "jobInfoNav"), user);
    }

    public ObjectNode json() {
        return node;
    }

    /** The rows of one employment's job. */
    public final class Job {
        private final ArrayNode rows;
        private final ObjectNode user;

        private Job(ArrayNode rows, ObjectNode user) {
            this.rows = rows;
            this.user = user;
        }

        /** A row that holds from this day on. */
        public Job row(LocalDate from, int sequence, String status, String title, String department) {
            String key = "seqNumber=" + sequence + "L," + starts(from) + ",userId='"
                    + user.path("userId").asText() + "'";
            ObjectNode row = entity("EmpJob", key)
                    .put("startDate", date(from))
                    .put("endDate", "/Date(253402214400000)/")
                    .put("seqNumber", Integer.toString(sequence))
                    .put("jobTitle", title)
                    .put("managerId", "NO_MANAGER")
                    .put("department", "D-" + department)
                    .put("emplStatus", "64300")
                    .put("customString1", "custom");
            row.set("emplStatusNav", option(status));
            row.set("departmentNav", named("FODepartment", department));
            row.set("divisionNav", named("FODivision", "Division of " + department));
            row.set("companyNav", named("FOCompany", "Acme NV"));
            row.set("costCenterNav", named("FOCostCenter", "Costs").put("externalCode", "CC-410"));
            row.set("locationNav", foundation("FOLocation", "ANR").put("name", "Antwerp"));
            rows.add(row);
            return this;
        }

        /** The manager of all rows so far, as a user, and whose user it is. */
        public Job manager(String userId, @Nullable String person) {
            rows.forEach(row -> ((ObjectNode) row).put("managerId", userId));
            ObjectNode manager = user(userId);
            if (person == null) {
                manager.putNull("empInfo");
            } else {
                String key = "personIdExternal='" + person + "',userId='" + userId + "'";
                manager.set("empInfo", entity("EmpEmployment", key).put("personIdExternal", person));
            }
            user.set("manager", manager);
            return this;
        }

        public PerPerson person() {
            return PerPerson.this;
        }
    }

    /** Ticks of a calendar date. */
    public static String date(LocalDate day) {
        return "/Date(" + day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + ")/";
    }

    private static ArrayNode list(ObjectNode parent, String name) {
        return parent.putObject(name).putArray("results");
    }

    private static ObjectNode option(String code) {
        return entity("PicklistOption", "8448L").put("id", "8448").put("externalCode", code);
    }

    private static ObjectNode user(String id) {
        return entity("User", "'" + id + "'").put("userId", id);
    }

    private static ObjectNode named(String type, String name) {
        return foundation(type, "D-" + name).put("name", "N/A").put("name_localized", name);
    }

    private static ObjectNode foundation(String type, String code) {
        return entity(type, "externalCode='" + code + "'," + starts(LocalDate.of(1990, 1, 1)))
                .put("externalCode", code);
    }

    private static String starts(LocalDate day) {
        return "startDate=datetime'" + day + "T00:00:00'";
    }

    /** Every entity says where it stands, whatever of it was selected. */
    private static ObjectNode entity(String type, String key) {
        ObjectNode entity = JsonNodeFactory.instance.objectNode();
        entity.putObject("__metadata")
                .put("uri", SERVICE + type + "(" + key + ")")
                .put("type", "SFOData." + type);
        return entity;
    }
}
