package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import dev.rollcall.mapping.Mapping;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.source.CsvFile;
import dev.rollcall.source.CsvOptions;
import dev.rollcall.source.Page;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file carries nearly everything a company knows of its people, and a mapping takes all of it. */
class SixtyColumnsTest {
    private static final int CUSTOM = 36;

    @TempDir
    private Path folder;

    @Test
    @Acceptance(4)
    void aFileOfSixtyColumnsMapsThroughWithCustomFieldsAndPay() throws IOException {
        Map<String, String> columns = new LinkedHashMap<>();
        List.of(
                        "Employee ID",
                        "First Name",
                        "Last Name",
                        "Full Name",
                        "Email",
                        "Phone",
                        "Language",
                        "Title",
                        "Department")
                .forEach(name -> columns.put(name, name.equals("Email") ? "an@example.com" : "v " + name));
        List.of(
                        "Division",
                        "Company",
                        "Cost Center",
                        "Location",
                        "Worker Type",
                        "Employment Type",
                        "Grade",
                        "Picture URL")
                .forEach(name -> columns.put(name, "v " + name));
        columns.put("Manager's email", "boss@example.com");
        columns.put("Hire Date", "2020-01-31");
        columns.put("Termination Date", "");
        columns.put("Birth Date", "1990-02-28");
        columns.put("Salary", "5000.00");
        columns.put("Currency", "EUR");
        columns.put("Mentor", "M17");
        IntStream.rangeClosed(1, CUSTOM).forEach(number -> columns.put("Extra " + number, "value " + number));
        assertThat(columns).hasSize(60);

        Profile profile = map(columns);

        assertThat(profile.values()).hasSize(20 + 3 + CUSTOM);
        assertThat(profile.value("compensation"))
                .contains(new Value.Compensation(new BigDecimal("5000.00"), "EUR", null));
        assertThat(profile.value("additionalManagers"))
                .contains(new Value.ReferredAll(List.of(new Reference(Reference.By.KEY, "M17"))));
        assertThat(profile.value("manager"))
                .contains(new Value.Referred(new Reference(Reference.By.EMAIL, "boss@example.com")));
        Map.of(
                        "employeeNumber", "Employee ID",
                        "givenName", "First Name",
                        "fullName", "Full Name",
                        "title", "Title",
                        "costCenter", "Cost Center",
                        "workerType", "Worker Type",
                        "grade", "Grade",
                        "pictureUrl", "Picture URL")
                .forEach((attribute, column) ->
                        assertThat(profile.value(attribute)).contains(new Value.Text("v " + column)));
        IntStream.rangeClosed(1, CUSTOM)
                .forEach(number ->
                        assertThat(profile.value("custom.extra" + number)).contains(new Value.Text("value " + number)));
        assertThat(profile.toString()).doesNotContain("5000");
    }

    private Profile map(Map<String, String> columns) throws IOException {
        Files.writeString(folder.resolve("people.directory.yaml"), "directory: people\n");
        Files.writeString(
                folder.resolve("wide.yaml"),
                """
                extends: sftp-csv-default
                source: wide
                title: Wide
                directory: people
                sensitive: [birthDate, compensation]
                employee:
                  birthDate: Birth Date
                  compensation: { amount: Salary, currency: Currency }
                  additionalManagers:
                    - { by: key, from: Mentor }
                """
                        + IntStream.rangeClosed(1, CUSTOM)
                                .mapToObj(number -> "  custom.extra" + number + ": Extra " + number + "\n")
                                .collect(Collectors.joining()));
        String csv = String.join(",", columns.keySet()) + "\n" + String.join(",", columns.values()) + "\n";
        Mapping mapping = ConfigurationLoader.load(folder).source("wide").mapping();
        List<Page> pages = new ArrayList<>();
        CsvFile.read(
                new RunId("test"),
                "people.csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                CsvOptions.DEFAULT,
                new Snapshot.Full(new Proof.ByHand()),
                pages::add);
        MappingResult result = mapping.map(pages.getFirst().records().getFirst());
        assertThat(result).isInstanceOf(MappingResult.Mapped.class);
        return ((MappingResult.Mapped) result).employee().profile();
    }
}
