package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstGuessTest {
    @TempDir
    private Path folder;

    @Test
    void namesOfColumnsInOtherLanguagesAreKnown() throws IOException {
        Sample german = sample("de.csv", """
                Personalnummer;Vorname;Nachname;E-Mail;Abteilung;Kostenstelle;Standort;Eintritt;Austrittsdatum
                0017;An;Maes;an@example.com;Vertrieb;4711;Berlin;01.02.2019;
                """);

        assertThat(FirstGuess.key(german)).contains("Personalnummer");
        assertThat(FirstGuess.attributes(german))
                .containsEntry("employeeNumber", "Personalnummer")
                .containsEntry("costCenter", "Kostenstelle")
                .containsEntry("location", "Standort")
                .containsEntry("startDate", "Eintritt")
                .containsEntry("endDate", "Austrittsdatum");
    }

    @Test
    void theKeyIsThePersonsOwnAndNotThatOfAGroupOrAManager() throws IOException {
        Sample nested = sample("a.json", """
                { "people": [ { "department": { "id": 3, "name": "Sales" }, "manager": { "id": 9 },
                  "employee": { "id": 7, "middle_name": "M", "mobile_number": "1" } } ] }
                """);

        assertThat(FirstGuess.key(nested)).contains("$.employee.id");
        assertThat(FirstGuess.attributes(nested))
                .containsEntry("manager.key", "$.manager.id")
                .containsEntry("department", "$.department.name")
                .containsEntry("middleName", "$.employee.middle_name")
                .containsEntry("phones.mobile", "$.employee.mobile_number");
    }

    private Sample sample(String name, String content) throws IOException {
        return Sample.read(Files.writeString(folder.resolve(name), content));
    }
}
