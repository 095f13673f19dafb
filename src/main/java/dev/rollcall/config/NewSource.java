package dev.rollcall.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rollcall.source.SourceFailure;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A first mapping, route and example for a system nobody has seen, made of a sample; people in it are made up. */
public final class NewSource {
    private static final List<String> DATES =
            List.of("yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "dd-MM-yyyy");

    /** A field of more different words is hardly a status. */
    private static final int MOST_WORDS = 10;

    private final Path home;
    private final String source;
    private final Sample sample;
    private final Map<String, String> attributes;
    private final FirstExample example;
    private final Map<String, String> expected = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private NewSource(Path home, String source, Sample sample) {
        this.home = home;
        this.source = source;
        this.sample = sample;
        this.example = new FirstExample(sample);
        this.attributes = FirstGuess.attributes(sample);
    }

    /**
     * What was written.
     *
     * @param files from within the home
     * @param notes what could not be guessed
     */
    public record Written(List<String> files, List<String> notes) {
        public Written {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }

    /** Why nothing can be written: the sample is not one, no field is a key, or a file is there already. */
    public static Optional<String> obstacle(Path home, String source, Path from) throws IOException {
        if (!source.matches("[a-z][a-z0-9-]{0,39}")) {
            return Optional.of("a source has small letters, digits and hyphens, a letter first, 40 at most");
        }
        for (String file : List.of("mappings/" + source + ".yaml", "routes/" + source + ".camel.yaml")) {
            if (Files.exists(home.resolve(file))) {
                return Optional.of(file + " is there already, and is not overwritten");
            }
        }
        try {
            Sample sample = Sample.read(from);
            if (sample.records().contains("Get_Workers_Response")) {
                return Optional.of("the sample is an answer of Workday's Get_Workers, for which all is there already:"
                        + " take routes/workday-soap.camel.yaml and mappings/workday-soap.yaml");
            }
            return sample.rows().isEmpty() ? Optional.of("the sample holds no record") : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException | SourceFailure notOne) {
            return Optional.of("the sample is neither a CSV file with a header nor JSON (.json) nor XML (.xml)");
        } catch (MalformedInputException notText) {
            return Optional.of("the sample is not text in UTF-8");
        }
    }

    /** Writes the three; {@link #obstacle} says first whether it can. */
    public static Written write(Path home, String source, Path from) throws IOException {
        return new NewSource(home, source, Sample.read(from)).write();
    }

    private Written write() throws IOException {
        String mapping = mapping();
        String given = "mappings/examples/" + source + "/first/given." + sample.format();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("mappings/" + source + ".yaml", mapping);
        Optional<String> route = new FirstRoute(source, directory(), sample).text();
        route.ifPresentOrElse(
                text -> files.put("routes/" + source + ".camel.yaml", text),
                () -> notes.add("the route: no connector fetches XML that is no report of Workday's. Bring files in by"
                        + " `rollcall import FILE --mapping " + source + "`, or let the system write CSV or JSON"));
        files.put(given, example.text());
        files.put(
                "mappings/examples/" + source + "/first/expect.yaml",
                "# A made-up person, of the sample's form. Add a leaver, and an odd one.\n"
                        + expected.entrySet().stream()
                                .map(each -> each.getKey() + ": " + each.getValue() + "\n")
                                .collect(Collectors.joining()));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = home.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.writeString(target, file.getValue());
        }
        return new Written(List.copyOf(files.keySet()), notes);
    }

    private String mapping() {
        String key = FirstGuess.key(sample)
                .or(() -> Optional.ofNullable(attributes.get("emails.work")))
                .orElse(sample.fields().getFirst());
        boolean address = key.equals(attributes.get("emails.work"));
        expected.put("key", quoted(stand(key, address ? "an.peeters@example.com" : "1001")));
        if (address) {
            notes.add("key: " + key + " can change, and whoever changes it would be another person; ask for an id");
        }
        StringBuilder text = new StringBuilder("# What a record of " + source
                + " means, as its field names suggest. Read every line; `rollcall discover " + source
                + "` shows\n# what the source really sends.\nsource: " + source + "\ntitle: " + source
                + "\ndirectory: " + directory() + "\nformat: " + sample.format() + "\n");
        if (!sample.records().isEmpty()) {
            text.append("records: ").append(quoted(sample.records())).append('\n');
        }
        text.append("key: ").append(quoted(key)).append("\n\nemployee:\n");
        attributes.forEach((attribute, field) -> text.append(line(attribute, field)));
        List<String> rest = new ArrayList<>(sample.fields());
        rest.removeAll(attributes.values());
        rest.remove(key);
        if (!rest.isEmpty()) {
            text.append("\n# Not mapped:\n");
            rest.forEach(field -> text.append("#   ").append(field).append('\n'));
        }
        return text.toString();
    }

    private String directory() {
        Path mappings = home.resolve("mappings");
        try (Stream<Path> files = Files.list(mappings)) {
            return files.map(file -> Objects.toString(file.getFileName()))
                    .filter(name -> name.endsWith(".directory.yaml"))
                    .sorted()
                    .map(name -> name.replaceFirst("\\.directory\\.yaml$", ""))
                    .findFirst()
                    .orElse("people");
        } catch (IOException none) {
            return "people";
        }
    }

    private String line(String attribute, String field) {
        String from = quoted(field);
        return switch (attribute) {
            case "emails.work" -> emails(field);
            case "emails.personal" -> "";
            case "phones.work" -> typed("phones", "work", field, "+32 3 555 01 00");
            case "phones.mobile" ->
                attributes.containsKey("phones.work") ? "" : typed("phones", "mobile", field, "+32 470 55 01 00");
            case "manager.key" -> reference(field, "key", "1000");
            case "manager.email" ->
                attributes.containsKey("manager.key") ? "" : reference(field, "email", "bo.claes@example.com");
            case "startDate" -> date(attribute, field, "2020-03-16");
            case "endDate" -> date(attribute, field, "2027-10-31");
            case "employmentStatus" -> status(field);
            default -> {
                String shown = stand(field, made(attribute, field));
                expected.put(attribute, quoted(shown));
                yield "  " + attribute + ": " + from + "\n";
            }
        };
    }

    /** Groups are kept as the sample has them; what names a person is made up. */
    private String made(String attribute, String field) {
        return switch (attribute) {
            case "givenName" -> "An";
            case "middleName" -> "Maria";
            case "familyName" -> "Peeters";
            case "fullName" -> "An Peeters";
            case "preferredName" -> "Annie";
            case "employeeNumber" -> "0001001";
            case "pictureUrl" -> "https://hr.example.com/an.png";
            default -> sample.values(field).stream().findFirst().orElse("Sales");
        };
    }

    private String emails(String field) {
        String work = stand(field, "an.peeters@example.com");
        String text = "  emails:\n    - { type: work, value: " + quoted(field) + " }\n";
        String shown = "{ type: work, value: " + quoted(work) + " }";
        String personal = attributes.get("emails.personal");
        if (personal != null) {
            text += "    - { type: personal, value: " + quoted(personal) + " }\n";
            shown += ", { type: personal, value: " + quoted(stand(personal, "an@home.example.com")) + " }";
        }
        expected.put("emails", "[" + shown + "]");
        return text;
    }

    private String typed(String attribute, String type, String field, String made) {
        expected.put(attribute, "[{ type: " + type + ", value: " + quoted(stand(field, made)) + " }]");
        return "  " + attribute + ":\n    - { type: " + type + ", value: " + quoted(field) + " }\n";
    }

    private String reference(String field, String by, String made) {
        expected.put("manager", "{ by: " + by + ", value: " + quoted(stand(field, made)) + " }");
        return "  manager: { from: " + quoted(field) + ", by: " + by + " }\n";
    }

    private String date(String attribute, String field, String made) {
        List<String> values = sample.values(field);
        List<String> fitting = DATES.stream()
                .filter(form -> values.stream().allMatch(value -> fits(form, value)))
                .toList();
        if (fitting.size() != 1 && !values.isEmpty()) {
            notes.add(attribute + ": the dates in " + field + " fit "
                    + (fitting.isEmpty() ? "no form known" : String.join(" and ", fitting))
                    + "; the line is written as a comment");
            return "  # " + attribute + ": { from: " + quoted(field) + ", then: [{ date: "
                    + (fitting.isEmpty() ? "dd/MM/yyyy" : fitting.getFirst()) + " }] }\n";
        }
        String form = values.isEmpty() ? "yyyy-MM-dd" : fitting.getFirst();
        String[] parts = made.split("-", -1);
        stand(field, form.replace("yyyy", parts[0]).replace("MM", parts[1]).replace("dd", parts[2]));
        expected.put(attribute, made);
        return "  " + attribute + ": { from: " + quoted(field) + ", then: [{ date: "
                + (form.equals("yyyy-MM-dd") ? "iso" : form) + " }] }\n";
    }

    private static boolean fits(String form, String value) {
        String pattern = form.replace(".", "\\.")
                .replace("yyyy", "\\d{4}")
                .replace("MM", "(0[1-9]|1[0-2])")
                .replace("dd", "(0[1-9]|[12]\\d|3[01])");
        return Pattern.matches(pattern + (form.equals("yyyy-MM-dd") ? "([T Z+-].*)?" : ""), value);
    }

    private String status(String field) {
        Map<String, String> lookup = new TreeMap<>();
        for (String value : sample.values(field)) {
            Optional<String> status = FirstGuess.status(sample, field, value);
            lookup.put(value, status.orElse("?"));
        }
        if (lookup.containsValue("?")) {
            notes.add("employmentStatus: not every word in " + field + " is known to be active, leave, pending or"
                    + " inactive; the line is written as a comment");
            return "  # employmentStatus: { from: " + quoted(field) + ", then: [{ lookup: { "
                    + (lookup.size() > MOST_WORDS ? "Active: active, Inactive: inactive" : entries(lookup))
                    + " } }] }\n";
        }
        if (lookup.isEmpty()) {
            return "";
        }
        Map.Entry<String, String> shown = lookup.entrySet().iterator().next();
        stand(field, shown.getKey());
        expected.put("employmentStatus", shown.getValue());
        return "  employmentStatus: { from: " + quoted(field) + ", then: [{ lookup: { " + entries(lookup) + " } }] }\n";
    }

    private static String entries(Map<String, String> lookup) {
        return lookup.entrySet().stream()
                .map(each -> quoted(each.getKey()) + ": " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private String stand(String field, String value) {
        return example.stand(field, value);
    }

    private static String quoted(String text) {
        try {
            return text.matches("\\$[\\p{L}\\p{N}_.]*")
                    ? text
                    : JsonMapper.builder().build().writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
