package dev.rollcall.config;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the name of a field usually means. Only names are looked at here; nothing is mapped that nobody named. */
final class FirstGuess {
    /** The order in which lines are written; the first field that fits takes the attribute. */
    private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(
                "employeeNumber",
                List.of(
                        "employeenumber",
                        "employeeno",
                        "personnelnumber",
                        "employeeid",
                        "staffnumber",
                        "badgenumber",
                        "personalnummer",
                        "personeelsnummer",
                        "matricule"));
        NAMES.put(
                "givenName",
                List.of(
                        "firstname",
                        "givenname",
                        "forename",
                        "voornaam",
                        "vorname",
                        "prenom",
                        "first",
                        "legalfirstname"));
        NAMES.put("middleName", List.of("middlename", "secondname"));
        NAMES.put(
                "familyName",
                List.of("lastname", "familyname", "surname", "nachname", "achternaam", "last", "legallastname"));
        NAMES.put("preferredName", List.of("preferredname", "knownas", "nickname"));
        NAMES.put("fullName", List.of("fullname", "displayname", "name"));
        NAMES.put(
                "emails.work",
                List.of(
                        "workemail",
                        "primaryworkemail",
                        "businessemail",
                        "companyemail",
                        "email",
                        "emailaddress",
                        "mail"));
        NAMES.put("emails.personal", List.of("personalemail", "privateemail", "homeemail"));
        NAMES.put("phones.work", List.of("workphone", "phonenumber", "phone", "telephone"));
        NAMES.put(
                "phones.mobile",
                List.of("mobilephone", "mobile", "cellphone", "mobilephonenumber", "mobilenumber", "workmobile"));
        NAMES.put("preferredLanguage", List.of("preferredlanguage", "language", "locale"));
        NAMES.put("title", List.of("jobtitle", "businesstitle", "title", "position", "role", "functie"));
        NAMES.put(
                "department",
                List.of("department", "departmentname", "supervisoryorganization", "dept", "afdeling", "abteilung"));
        NAMES.put("division", List.of("division", "divisionname", "businessunit"));
        NAMES.put("company", List.of("company", "companyname", "legalentity", "employer"));
        NAMES.put("costCenter", List.of("costcenter", "costcentre", "kostenplaats", "kostenstelle"));
        NAMES.put(
                "location",
                List.of("location", "worklocation", "office", "site", "locationname", "standort", "standplaats"));
        NAMES.put("manager.key", List.of("managerid", "supervisorid", "reportstoid", "lineman", "linemanagerid"));
        NAMES.put("manager.email", List.of("manageremail", "managersemail", "supervisoremail", "linemanageremail"));
        NAMES.put("workerType", List.of("workertype", "employeetype"));
        NAMES.put("employmentType", List.of("employmenttype", "contracttype", "contract"));
        NAMES.put("pictureUrl", List.of("pictureurl", "avatar", "avatarurl", "photourl"));
        NAMES.put(
                "employmentStatus",
                List.of("employmentstatus", "status", "employeestatus", "workerstatus", "active", "isactive"));
        NAMES.put(
                "startDate",
                List.of(
                        "startdate",
                        "hiredate",
                        "joindate",
                        "datehired",
                        "startedon",
                        "startson",
                        "eintritt",
                        "eintrittsdatum",
                        "indienst",
                        "datumindienst"));
        NAMES.put(
                "endDate",
                List.of(
                        "enddate",
                        "terminationdate",
                        "leavingdate",
                        "leavedate",
                        "terminatedon",
                        "lastworkingday",
                        "austritt",
                        "austrittsdatum",
                        "uitdienst",
                        "datumuitdienst"));
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
            "employeeno",
            "personalnummer",
            "personeelsnummer",
            "matricule");

    private static final Set<String> MANAGERS =
            Set.of("manager", "supervisor", "linemanager", "directmanager", "reportsto");

    /** Groups that are about the person alone, so that an id in them is the person's. */
    private static final Set<String> PEOPLE =
            Set.of("employee", "worker", "person", "user", "profile", "data", "attributes");

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
    static Map<String, String> attributes(Sample sample) {
        Map<String, String> found = new LinkedHashMap<>();
        NAMES.forEach((attribute, names) -> named(sample, names).ifPresent(field -> found.put(attribute, field)));
        return found;
    }

    /** The field that looks like the source's own id of the person. */
    static Optional<String> key(Sample sample) {
        return named(sample, KEYS);
    }

    /** What a word in a field about the status says; a number says something in a field that is called active alone. */
    static Optional<String> status(Sample sample, String field, String value) {
        String name = name(sample.words(field));
        boolean flag = name.equals("active") || name.equals("isactive");
        return switch (value.strip()) {
            case "1" -> flag ? Optional.of("active") : Optional.empty();
            case "0" -> flag ? Optional.of("inactive") : Optional.empty();
            default -> Optional.ofNullable(STATUS.get(plain(value)));
        };
    }

    /** The last name of a path decides; of two fields the one that stands less deep. */
    private static Optional<String> named(Sample sample, List<String> names) {
        List<String> fields = sample.fields();
        for (String name : names) {
            Optional<String> found = fields.stream()
                    .filter(field -> name(sample.words(field)).equals(name))
                    .min(Comparator.comparingInt(field -> sample.words(field).size()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** title of work; department of department and name; managerid of manager and id. */
    private static String name(List<String> words) {
        String last = plain(words.getLast());
        if (words.size() == 1) {
            return last;
        }
        String group = plain(words.get(words.size() - 2));
        if (last.equals("name") || last.equals("value") || last.equals("descriptor")) {
            return group;
        }
        if (MANAGERS.contains(group)) {
            return KEYS.contains(last) ? "managerid" : "manager" + last;
        }
        return last.equals("id") && !PEOPLE.contains(group) ? group + last : last;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
