package dev.rollcall.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A personnel report of SD Worx's, as the shipped mapping {@code sd-worx-default} reads it. */
public final class SdWorxReport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final List<String> HEADER = List.of(
            "Personeelsnummer",
            "Naam",
            "Voornaam",
            "E-mail werk",
            "Taal",
            "Functie",
            "Afdeling",
            "Werkgever",
            "Kostenplaats",
            "Vestiging",
            "Leidinggevende",
            "Statuut",
            "Datum in dienst",
            "Datum uit dienst");

    private SdWorxReport() {}

    public static String of(List<Person> people) {
        StringBuilder file = new StringBuilder(String.join(";", HEADER)).append('\n');
        people.forEach(person -> file.append(row(person)).append('\n'));
        return file.toString();
    }

    private static String row(Person person) {
        String manager = person.managerNumber();
        return List.of(
                        person.number(),
                        person.familyName(),
                        person.givenName(),
                        person.email(),
                        "N",
                        person.title(),
                        person.department(),
                        "Acme",
                        "",
                        person.location(),
                        manager == null ? "" : manager,
                        "B",
                        day(person.hiredOn()),
                        day(person.leftOn()))
                .stream()
                .map(value -> value.matches("[^;\"\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(";"));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
