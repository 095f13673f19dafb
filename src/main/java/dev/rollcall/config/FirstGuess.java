package dev.rollcall.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the name of a field usually means. Only names are looked at here; nothing is mapped that nobody named. */
final class FirstGuess {
    /** The order in which lines are written; the first field that fits takes the attribute. */
    private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(
                "employeeNumber",
                List.of("employeenumber", "employeeno", "personnelnumber", "employeeid", "staffnumber", "badgenumber"));
        NAMES.put("givenName", List.of("firstname", "givenname", "forename", "voornaam", "vorname", "prenom", "first"));
        NAMES.put("familyName", List.of("lastname", "familyname", "surname", "nachname", "achternaam", "last"));
        NAMES.put("preferredName", List.of("preferredname", "knownas", "nickname"));
        NAMES.put("fullName", List.of("fullname", "displayname", "name"));
        NAMES.put(
                "emails.work", List.of("workemail", "businessemail", "companyemail", "email", "emailaddress", "mail"));
        NAMES.put("emails.personal", List.of("personalemail", "privateemail", "homeemail"));
        NAMES.put("phones.work", List.of("workphone", "phonenumber", "phone", "telephone"));
        NAMES.put("phones.mobile", List.of("mobilephone", "mobile", "cellphone", "mobilephonenumber"));
        NAMES.put("preferredLanguage", List.of("preferredlanguage", "language", "locale"));
        NAMES.put("title", List.of("jobtitle", "title", "position", "role", "functie"));
        NAMES.put("department", List.of("department", "departmentname", "dept", "afdeling", "abteilung"));
        NAMES.put("division", List.of("division", "divisionname", "businessunit"));
        NAMES.put("company", List.of("company", "companyname", "legalentity", "employer"));
        NAMES.put("costCenter", List.of("costcenter", "costcentre", "kostenplaats"));
        NAMES.put("location", List.of("location", "worklocation", "office", "site", "locationname"));
        NAMES.put("manager.key", List.of("managerid", "supervisorid", "reportstoid", "lineman", "linemanagerid"));
        NAMES.put("manager.email", List.of("manageremail", "managersemail", "supervisoremail", "linemanageremail"));
        NAMES.put("workerType", List.of("workertype", "employeetype"));
        NAMES.put("employmentType", List.of("employmenttype", "contracttype", "contract"));
        NAMES.put("pictureUrl", List.of("pictureurl", "avatar", "avatarurl", "photourl"));
        NAMES.put(
                "employmentStatus",
                List.of("employmentstatus", "status", "employeestatus", "workerstatus", "active", "isactive"));
        NAMES.put("startDate", List.of("startdate", "hiredate", "joindate", "datehired", "startedon", "startson"));
        NAMES.put(
                "endDate",
                List.of("enddate", "terminationdate", "leavingdate", "leavedate", "terminatedon", "lastworkingday"));
    }

    private static final List<String> KEYS = List.of(
            "id",
            "uuid",
            "guid",
            "personid",
            "employeeid",
            "userid",
            "employeenumber",
            "personnelnumber",
            "staffnumber",
            "employeeno");

    private static final Map<String, String> STATUS = Map.ofEntries(
            Map.entry("active", "active"),
            Map.entry("employed", "active"),
            Map.entry("true", "active"),
            Map.entry("false", "inactive"),
            Map.entry("a", "active"),
            Map.entry("current", "active"),
            Map.entry("leave", "leave"),
            Map.entry("onleave", "leave"),
            Map.entry("pending", "pending"),
            Map.entry("onboarding", "pending"),
            Map.entry("hired", "pending"),
            Map.entry("inactive", "inactive"),
            Map.entry("terminated", "inactive"),
            Map.entry("t", "inactive"),
            Map.entry("left", "inactive"),
            Map.entry("former", "inactive"));

    private FirstGuess() {}

    /** Attributes in the order of a mapping, each with the field it is found in; {@code emails.work} is a typed one. */
    static Map<String, String> attributes(List<String> fields) {
        Map<String, String> found = new LinkedHashMap<>();
        NAMES.forEach((attribute, names) -> named(fields, names).ifPresent(field -> found.put(attribute, field)));
        return found;
    }

    /** The field that looks like the source's own id of the person. */
    static Optional<String> key(List<String> fields) {
        return named(fields, KEYS);
    }

    static Optional<String> status(String value) {
        return Optional.ofNullable(STATUS.get(plain(value)));
    }

    /** The last name of a path decides; of two fields the one that stands less deep. */
    private static Optional<String> named(List<String> fields, List<String> names) {
        for (String name : names) {
            Optional<String> found = fields.stream()
                    .filter(field -> plain(last(field)).equals(name))
                    .min((a, b) -> Integer.compare(depth(a), depth(b)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static int depth(String field) {
        return field.split("\\.", -1).length;
    }

    /** {@code $.work.title} → title; {@code $.department.name} → department; a column is its own last name. */
    private static String last(String field) {
        if (!field.startsWith("$")) {
            return field;
        }
        String[] names = field.split("\\.", -1);
        String name = names[names.length - 1];
        boolean wrapped = names.length > 2 && (name.equals("name") || name.equals("value"));
        return wrapped ? names[names.length - 2] : name;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
