package dev.rollcall.source.successfactors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rollcall.source.ObjectForm;
import dev.rollcall.source.Origin;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.successfactors.PersonReading.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a PerPerson with all its employments into the one record a mapping reads: who the person is, and the employment,
 * job and names that hold today.
 *
 * <p>{@code person, personal, employment, user, job} hold SuccessFactors' own properties; {@code status, startDate,
 * endDate, manager, emails, phones} what was decided from them.
 */
final class PersonRecords {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectForm RECORD = ObjectForm.of(
            "person",
            "personal",
            "employment",
            "user",
            "job",
            "status",
            "startDate",
            "endDate",
            "manager",
            "emails",
            "phones");
    private static final ObjectForm EMAIL = ObjectForm.of("type", "address", "isPrimary");
    private static final ObjectForm PHONE = ObjectForm.of("type", "number", "isPrimary");

    /** The literal at the top of the hierarchy (SAP knowledge base article 2887242). */
    private static final String NO_MANAGER = "NO_MANAGER";

    private static final List<String> ESSENTIAL = List.of("employmentNav", "personalInfoNav", "emailNav");
    private static final List<String> TELEPHONE = List.of("countryCode", "areaCode", "phoneNumber");

    private final LocalDate today;

    PersonRecords(LocalDate today) {
        this.today = today;
    }

    /** The record; empty for a dependant or a contact, whom nobody ever employed. Takes what was read apart. */
    Optional<SourceRecord> record(Person read, Origin origin) {
        ObjectNode person = read.node();
        Set<String> notLoaded = read.notLoaded();
        essential(person, notLoaded);
        List<Employment> employments = new ArrayList<>();
        person.path("employmentNav").forEach(each -> employments.add(Employment.of(each, today)));
        boolean employed = person.path("personEmpTerminationInfoNav").size() > 0 || notLoaded.contains("employmentNav");
        if (employments.isEmpty() && !employed) {
            return Optional.empty();
        }
        if (employments.isEmpty()) {
            notLoaded.add("employmentNav");
        }
        ObjectNode record = record(person, notLoaded, employments);
        return Optional.of(
                notLoaded.isEmpty()
                        ? new SourceRecord.Json(record, origin)
                        : new SourceRecord.Incomplete(
                                record,
                                SourceCode.API_NOT_LOADED.at(
                                        origin,
                                        "not sent: " + String.join(", ", notLoaded)
                                                + ". The person stays as he is; see what the technical user may read."),
                                origin));
    }

    /** A permission that is missing takes a navigation away altogether. */
    private static void essential(ObjectNode person, Set<String> notLoaded) {
        for (String name : ESSENTIAL) {
            if (!person.has(name)) {
                notLoaded.add(name);
            }
        }
        for (JsonNode employment : person.path("employmentNav")) {
            if (!employment.has("jobInfoNav")) {
                notLoaded.add("employmentNav/jobInfoNav");
            }
        }
    }

    private ObjectNode record(ObjectNode person, Set<String> notLoaded, List<Employment> employments) {
        ObjectNode record = RECORD.node();
        put(record, "personal", EffectiveRows.at(today, person.path("personalInfoNav")));
        record.set("emails", emails(person.path("emailNav")));
        record.set("phones", phones(person.path("phoneNav")));
        if (notLoaded.isEmpty() || notLoaded.stream().noneMatch(PersonRecords::holdsJobs)) {
            employment(record, employments);
        }
        record.set("person", plain(person));
        return record;
    }

    private static boolean holdsJobs(String path) {
        return path.equals("employmentNav") || path.contains("/jobInfoNav");
    }

    private void employment(ObjectNode record, List<Employment> all) {
        Employment chosen = Employment.chosen(all);
        put(record, "user", chosen.node().get("userNav"));
        put(record, "job", chosen.job());
        record.put("status", chosen.decidedStatus());
        record.set("startDate", chosen.node().path("startDate"));
        LocalDate last = chosen.lastDay(all);
        if (last == null && chosen.endsOn() == null) {
            // also what is no date: the mapping refuses it by its shape
            record.set("endDate", chosen.node().path("endDate"));
        } else {
            record.put("endDate", last == null ? null : last.toString());
        }
        record.put("manager", manager(chosen));
        record.set("employment", plain(chosen.node()));
    }

    /**
     * The manager's personIdExternal. {@code managerId} is a user's id, and the user of an employment leads to the person.
     *
     * @return null for none; for a manager who cannot be looked up a text that is nobody's key, so that the known manager
     *     stays
     */
    private static @Nullable String manager(Employment employment) {
        JsonNode manager = employment.node().path("userNav").path("manager");
        JsonNode job = employment.job();
        String wanted = (job == null ? manager.path("userId") : job.path("managerId")).asText("");
        if (wanted.isEmpty() || wanted.equals(NO_MANAGER)) {
            return null;
        }
        String person = manager.path("empInfo").path("personIdExternal").asText("");
        return wanted.equals(manager.path("userId").asText()) && !person.isEmpty() ? person : "userId=" + wanted;
    }

    private static ArrayNode emails(JsonNode rows) {
        return primaryFirst(rows, row -> typed(EMAIL, row, "emailTypeNav", "address", text(row.path("emailAddress"))));
    }

    private static ArrayNode phones(JsonNode rows) {
        return primaryFirst(rows, row -> typed(PHONE, row, "phoneTypeNav", "number", TextNode.valueOf(number(row))));
    }

    private static ObjectNode typed(ObjectForm form, JsonNode row, String type, String name, JsonNode value) {
        @Nullable JsonNode[] values = form.values();
        values[form.place("type")] = text(row.path(type).path("externalCode"));
        values[form.place(name)] = value;
        values[form.place("isPrimary")] =
                BooleanNode.valueOf(row.path("isPrimary").asBoolean());
        return form.node(values);
    }

    /** The text itself, not a copy; of what is none its text. */
    private static JsonNode text(JsonNode node) {
        return node.isTextual() ? node : TextNode.valueOf(node.asText(""));
    }

    private static String number(JsonNode row) {
        String number = "";
        for (String name : TELEPHONE) {
            String part = row.path(name).asText("");
            if (!part.isBlank()) {
                number = number.isEmpty() ? part : number + " " + part;
            }
        }
        return number;
    }

    /** One row a type: the primary one first, which may be of any type. */
    private static ArrayNode primaryFirst(JsonNode rows, Function<JsonNode, ObjectNode> reading) {
        ArrayNode list = NODES.arrayNode(rows.size());
        int primary = 0;
        for (JsonNode row : rows) {
            list.insert(row.path("isPrimary").asBoolean() ? primary++ : list.size(), reading.apply(row));
        }
        return list;
    }

    private static void put(ObjectNode record, String name, @Nullable JsonNode value) {
        if (value != null && !value.isNull()) {
            record.set(name, value);
        }
    }

    /** Leaves the node its own properties only, and takes away what it leads to. */
    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isContainerNode);
        }
        return node;
    }
}
