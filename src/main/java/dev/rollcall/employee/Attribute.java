package dev.rollcall.employee;

import static dev.rollcall.employee.Sensitivity.PERSONAL;
import static dev.rollcall.employee.Sensitivity.SENSITIVE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The attributes an employee can have; any other is a custom one, named {@code custom.<name>}.
 *
 * <p>Names follow SCIM (RFC 7643) where it has one and HR usage where it has none. The list covers every attribute the
 * vendors' provisioning guides name (acceptance rows 31-52).
 */
public enum Attribute {
    EXTERNAL_ID("externalId", Kind.TEXT, "Identifier of the person in another system, as the source sends it"),
    EMPLOYEE_NUMBER(
            "employeeNumber", Kind.TEXT, "Number the company knows the person by; kept as text, zeros included"),
    MEMBERSHIP_NUMBER("membershipNumber", Kind.TEXT, "Number the person signs in to a members' programme with"),
    USER_NAME("userName", Kind.TEXT, "Name the person signs in with"),
    GIVEN_NAME("givenName", Kind.TEXT, "First name"),
    MIDDLE_NAME("middleName", Kind.TEXT, "Middle name"),
    FAMILY_NAME("familyName", Kind.TEXT, "Last name"),
    FULL_NAME("fullName", Kind.TEXT, "Whole name, where a source has no parts"),
    PREFERRED_NAME("preferredName", Kind.TEXT, "Name the person wants to be called by"),
    EMAILS("emails", Kind.EMAILS, "Typed e-mail addresses: primary, work, secondary, personal, other"),
    PHONES("phones", Kind.PHONES, "Typed telephone numbers"),
    PREFERRED_LANGUAGE("preferredLanguage", Kind.TEXT, "Language tag, for example nl-BE"),
    BIRTH_DATE("birthDate", Kind.DATE, "Date of birth", SENSITIVE),
    HOME_ADDRESS("homeAddress", Kind.ADDRESS, "Where the person lives", SENSITIVE),
    TITLE("title", Kind.TEXT, "Job title"),
    DEPARTMENT("department", Kind.TEXT, "Department"),
    DIVISION("division", Kind.TEXT, "Division"),
    COMPANY("company", Kind.TEXT, "Company or legal entity"),
    COST_CENTER("costCenter", Kind.TEXT, "Cost centre"),
    LOCATION("location", Kind.TEXT, "Place of work"),
    TEAMS("teams", Kind.TEXTS, "Further teams: sub-companies, projects"),
    MANAGER("manager", Kind.REFERENCE, "The person reported to"),
    ADDITIONAL_MANAGERS("additionalManagers", Kind.REFERENCES, "Matrix, project and mentoring managers"),
    WORKER_TYPE("workerType", Kind.TEXT, "Employee, contingent worker, trainee"),
    EMPLOYMENT_TYPE("employmentType", Kind.TEXT, "Contract: full time, part time, freelance, internship"),
    GRADE("grade", Kind.TEXT, "Grade or band"),
    IS_MANAGER("isManager", Kind.FLAG, "Leads others"),
    IS_CUSTOMER_FACING("isCustomerFacing", Kind.FLAG, "Works with customers"),
    COMPENSATION("compensation", Kind.COMPENSATION, "Pay: amount, currency, period", SENSITIVE),
    PICTURE_URL("pictureUrl", Kind.TEXT, "Address of a picture"),
    EMPLOYMENT_STATUS("employmentStatus", Kind.STATUS, "active, leave, pending or inactive"),
    START_DATE("startDate", Kind.DATE, "First day of the employment"),
    END_DATE("endDate", Kind.DATE, "Last day of the employment, and the last day with access");

    /** Status and dates, which decide about access; of several employees of one person they come whole from one. */
    public static final List<Attribute> STANDING = List.of(EMPLOYMENT_STATUS, START_DATE, END_DATE);

    /** Start of the name of every custom attribute. */
    public static final String CUSTOM = "custom.";

    private static final Pattern CUSTOM_NAME = Pattern.compile("custom\\.[A-Za-z][A-Za-z0-9_-]{0,62}");
    private static final Map<String, Attribute> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(a -> a.label, Function.identity()));

    private final String label;
    private final Kind kind;
    private final String description;
    private final Sensitivity sensitivity;

    Attribute(String label, Kind kind, String description) {
        this(label, kind, description, PERSONAL);
    }

    Attribute(String label, Kind kind, String description, Sensitivity sensitivity) {
        this.label = label;
        this.kind = kind;
        this.description = description;
        this.sensitivity = sensitivity;
    }

    /** The attribute of this name; empty for custom ones and for names there are none of. */
    public static Optional<Attribute> named(String label) {
        return Optional.ofNullable(BY_NAME.get(label));
    }

    /** Whether the name is one an employee can carry: an attribute's, or {@code custom.} and a letter first. */
    public static boolean isValidName(String label) {
        return BY_NAME.containsKey(label) || CUSTOM_NAME.matcher(label).matches();
    }

    /** The kind of value under this name; custom attributes are text. */
    public static Kind kindOf(String label) {
        Attribute attribute = BY_NAME.get(label);
        return attribute == null ? Kind.TEXT : attribute.kind;
    }

    /** Whether values under this name must never be shown. */
    public static boolean isSensitive(String label) {
        Attribute attribute = BY_NAME.get(label);
        return attribute != null && attribute.sensitivity == SENSITIVE;
    }

    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    public String description() {
        return description;
    }

    public Sensitivity sensitivity() {
        return sensitivity;
    }

    /** What a value looks like. */
    public enum Kind {
        TEXT,
        TEXTS,
        DATE,
        FLAG,
        STATUS,
        EMAILS,
        PHONES,
        ADDRESS,
        COMPENSATION,
        REFERENCE,
        REFERENCES
    }
}
