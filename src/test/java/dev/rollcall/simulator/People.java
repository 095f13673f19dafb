package dev.rollcall.simulator;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.datafaker.Faker;

/** The same made-up people for the same seed. */
public final class People {
    private static final List<String> DEPARTMENTS =
            List.of("Engineering", "Finance", "People", "Sales", "Support", "Marketing", "Operations", "Legal");
    private static final List<String> LOCATIONS = List.of("Antwerp", "Berlin", "Lisbon", "Stockholm", "London");
    private static final List<String> HEADER = List.of(
            "Employee ID",
            "First Name",
            "Last Name",
            "Full Name",
            "Email",
            "Phone",
            "Language",
            "Title",
            "Department",
            "Division",
            "Company",
            "Cost Center",
            "Location",
            "Manager\u2019s email",
            "Worker Type",
            "Employment Type",
            "Grade",
            "Picture URL",
            "Hire Date",
            "Termination Date");

    private People() {}

    /**
     * So many people; everybody's manager came before them, and the first has none.
     *
     * @param prefix begins each number, so that two sources can have different people
     */
    public static List<Person> of(long seed, int count, String prefix) {
        Random random = new Random(seed);
        Faker faker = new Faker(Locale.ENGLISH, random);
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String given = faker.name().firstName();
            String family = faker.name().lastName();
            people.add(new Person(
                    number(prefix, i),
                    given,
                    family,
                    mail(given) + "." + mail(family) + "." + (i + 1) + "@" + prefix.toLowerCase(Locale.ROOT)
                            + ".example",
                    faker.job().title(),
                    DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size())),
                    LOCATIONS.get(random.nextInt(LOCATIONS.size())),
                    i == 0 ? null : number(prefix, random.nextInt(Math.max(1, i / 8))),
                    LocalDate.of(2012, 1, 1).plusDays(random.nextInt(5000)),
                    null));
        }
        return people;
    }

    private static String number(String prefix, int index) {
        return "%s%05d".formatted(prefix, index + 1);
    }

    private static String mail(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** A file as the shipped mapping {@code sftp-csv-default} reads it. */
    public static String csv(List<Person> people) {
        Map<String, Person> byNumber =
                people.stream().collect(Collectors.toMap(Person::number, Function.identity(), (one, other) -> one));
        StringBuilder file = new StringBuilder(String.join(",", HEADER)).append('\n');
        for (Person person : people) {
            Person manager = person.managerNumber() == null ? null : byNumber.get(person.managerNumber());
            file.append(row(person, manager == null ? "" : manager.email())).append('\n');
        }
        return file.toString();
    }

    private static String row(Person person, String managerEmail) {
        return List.of(
                        person.number(),
                        person.givenName(),
                        person.familyName(),
                        person.givenName() + " " + person.familyName(),
                        person.email(),
                        "",
                        "en",
                        person.title(),
                        person.department(),
                        "",
                        "Acme",
                        "",
                        person.location(),
                        managerEmail,
                        "Employee",
                        "Full time",
                        "",
                        "",
                        person.hiredOn().toString(),
                        person.leftOn() == null ? "" : person.leftOn().toString())
                .stream()
                .map(value -> value.matches("[^,\"\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
