package dev.rollcall.simulator.successfactors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A PerPerson with everything expanded, as SuccessFactors writes one in JSON: dates in ticks, Int64 as text. */
public final class PerPerson {
    private final ObjectNode node = entity("PerPerson");
    private final ArrayNode employments;
    private final ArrayNode emails;
    private final ArrayNode phones;

    private PerPerson(String personIdExternal, String given, String family) {
        node.put("personIdExternal", personIdExternal)
                .put("personId", "1" + Math.abs(personIdExternal.hashCode() % 10_000))
                .put("perPersonUuid", "UUID-" + personIdExternal)
                .put("dateOfBirth", "/Date(-248572800000)/")
                .put("lastModifiedDateTime", "/Date(1618796144000+0000)/");
        list(node, "personalInfoNav")
                .add(entity("PerPersonal")
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
        ObjectNode email = entity("PerEmail").put("emailAddress", address).put("isPrimary", primary);
        email.put("emailType", "8448").set("emailTypeNav", option(type));
        emails.add(email);
        return this;
    }

    public PerPerson phone(String type, String country, String number, boolean primary) {
        ObjectNode phone = entity("PerPhone")
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
                entity("PersonEmpTerminationInfo")
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
        ObjectNode employment = entity("EmpEmployment")
                .put("userId", userId)
                .put("personIdExternal", node.path("personIdExternal").asText())
                .put("startDate", date(start))
                .put("endDate", end == null ? null : date(end))
                .put("assignmentClass", assignmentClass)
                .put("isContingentWorker", false);
        ObjectNode user =
                entity("User").put("userId", userId).put("username", userId).put("status", "t");
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
            ObjectNode row = entity("EmpJob")
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
            row.set(
                    "locationNav",
                    entity("FOLocation").put("externalCode", "ANR").put("name", "Antwerp"));
            rows.add(row);
            return this;
        }

        /** The manager of all rows so far, as a user, and whose user it is. */
        public Job manager(String userId, @Nullable String person) {
            rows.forEach(row -> ((ObjectNode) row).put("managerId", userId));
            ObjectNode manager = entity("User").put("userId", userId);
            if (person == null) {
                manager.putNull("empInfo");
            } else {
                manager.set("empInfo", entity("EmpEmployment").put("personIdExternal", person));
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
        return entity("PicklistOption").put("id", "8448").put("externalCode", code);
    }

    private static ObjectNode named(String type, String name) {
        return entity(type).put("externalCode", "D-" + name).put("name", "N/A").put("name_localized", name);
    }

    private static ObjectNode entity(String type) {
        ObjectNode entity = JsonNodeFactory.instance.objectNode();
        entity.putObject("__metadata").put("type", "SFOData." + type);
        return entity;
    }
}
