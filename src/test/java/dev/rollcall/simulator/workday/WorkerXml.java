package dev.rollcall.simulator.workday;

import dev.rollcall.simulator.Person;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** A worker as Workday writes one, as of a day; the prefix is whatever the server likes. */
public final class WorkerXml {
    private static final String CHAIN = "Management_Chain_Data";

    private final String prefix;
    private final StringBuilder out = new StringBuilder(4096);

    private WorkerXml(String prefix) {
        this.prefix = prefix;
    }

    /** Whether somebody is employed on a day; the last day counts. */
    static boolean isActive(Person person, LocalDate asOf) {
        return !person.hiredOn().isAfter(asOf)
                && (person.leftOn() == null || !person.leftOn().isBefore(asOf));
    }

    /** The profile's identifier, another one for each employment type. */
    static String wid(Person person, boolean contingent) {
        return hex((contingent ? "contingent " : "employee ") + person.number());
    }

    private static String hex(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    static String of(Person person, boolean contingent, LocalDate asOf, String prefix) {
        WorkerXml xml = new WorkerXml(prefix);
        xml.worker(person, contingent, asOf);
        return xml.out.toString();
    }

    private void worker(Person person, boolean contingent, LocalDate asOf) {
        String name = person.givenName() + " " + person.familyName();
        String kind = contingent ? "Contingent_Worker_ID" : "Employee_ID";
        open("Worker");
        reference("Worker_Reference", name, kind, person.number(), wid(person, contingent));
        text("Worker_Descriptor", name);
        open("Worker_Data");
        text("Worker_ID", person.number());
        text("User_ID", person.email());
        personal(person, name);
        employment(person, contingent, asOf);
        organizations(person);
        if (person.managerNumber() != null) {
            open(CHAIN);
            open("Worker_Supervisory_" + CHAIN);
            level("0000-top");
            level(person.managerNumber());
            close("Worker_Supervisory_" + CHAIN);
            close(CHAIN);
        }
        close("Worker_Data");
        close("Worker");
    }

    private void level(String manager) {
        open(CHAIN);
        reference("Manager_Reference", "A Manager", "Employee_ID", manager, hex("employee " + manager));
        close(CHAIN);
    }

    private void personal(Person person, String name) {
        open("Personal_Data");
        open("Name_Data");
        open("Legal_Name_Data");
        open("Name_Detail_Data", "Formatted_Name", name);
        text("First_Name", person.givenName());
        text("Last_Name", person.familyName());
        close("Name_Detail_Data");
        close("Legal_Name_Data");
        close("Name_Data");
        text("Birth_Date", "1980-01-01-07:00");
        open("Contact_Data");
        email(person.email(), "WORK", "1", "1");
        email(person.givenName().toLowerCase(Locale.ROOT) + "@home.example", "HOME", "0", "1");
        close("Contact_Data");
        open("Identification_Data");
        open("National_ID");
        open("National_ID_Data");
        text("ID", "000-00-0000");
        close("National_ID_Data");
        close("National_ID");
        close("Identification_Data");
        close("Personal_Data");
    }

    private void email(String address, String usage, String isPublic, String primary) {
        open("Email_Address_Data");
        text("Email_Address", address);
        open("Usage_Data", "Public", isPublic);
        open("Type_Data", "Primary", primary);
        reference("Type_Reference", usage, "Communication_Usage_Type_ID", usage, hex(usage));
        close("Type_Data");
        close("Usage_Data");
        close("Email_Address_Data");
    }

    private void employment(Person person, boolean contingent, LocalDate asOf) {
        boolean left = person.leftOn() != null && person.leftOn().isBefore(asOf);
        open("Employment_Data");
        open("Worker_Job_Data", "Primary_Job", "1");
        open("Position_Data");
        text("Position_Title", "Position of " + person.title());
        text("Business_Title", person.title());
        reference(
                "Worker_Type_Reference",
                contingent ? "Contractor" : "Regular",
                contingent ? "Contingent_Worker_Type_ID" : "Employee_Type_ID",
                contingent ? "Contractor" : "Regular",
                hex("type"));
        open("Business_Site_Summary_Data");
        text("Name", person.location());
        close("Business_Site_Summary_Data");
        close("Position_Data");
        close("Worker_Job_Data");
        open("Worker_Status_Data");
        text("Active", isActive(person, asOf) ? "1" : "0");
        text("Hire_Date", person.hiredOn() + "-08:00");
        text("Terminated", left ? "1" : "0");
        if (left) {
            text("Termination_Date", person.leftOn() + "-08:00");
        }
        text("Hire_Rescinded", "0");
        open("Leave_Status_Data");
        text("On_Leave", "0");
        close("Leave_Status_Data");
        close("Worker_Status_Data");
        close("Employment_Data");
    }

    private void organizations(Person person) {
        open("Organization_Data");
        organization("SUPERVISORY", person.department());
        organization("COMPANY", "Acme");
        organization("COST_CENTER", "CC " + person.department());
        close("Organization_Data");
    }

    private void organization(String type, String name) {
        open("Worker_Organization_Data");
        open("Organization_Data");
        text("Organization_Name", name);
        reference("Organization_Type_Reference", type, "Organization_Type_ID", type, hex(type));
        close("Organization_Data");
        close("Worker_Organization_Data");
    }

    private void reference(String element, String descriptor, String type, String id, String wid) {
        open(element, "Descriptor", descriptor);
        open("ID", "type", "WID");
        out.append(wid);
        close("ID");
        open("ID", "type", type);
        out.append(escape(id));
        close("ID");
        close(element);
    }

    private void open(String name) {
        out.append('<').append(prefix).append(name).append('>');
    }

    private void open(String name, String attribute, String value) {
        out.append('<').append(prefix).append(name).append(' ').append(prefix.isEmpty() ? "wd:" : prefix);
        out.append(attribute).append("=\"").append(escape(value)).append("\">");
    }

    private void text(String name, String text) {
        open(name);
        out.append(escape(text));
        close(name);
    }

    private void close(String name) {
        out.append("</").append(prefix).append(name).append('>');
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
