package dev.rollcall.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.RollcallAmongTests;
import dev.rollcall.TestDatabase;
import dev.rollcall.api.command.Shell.Outcome;
import dev.rollcall.simulator.People;
import dev.rollcall.simulator.Person;
import dev.rollcall.simulator.json.BambooHrSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an integrator asks while connecting a system: what does it send, how do I begin, what would happen. */
class IntegratorCommandsTest {
    private static final List<Person> PEOPLE = People.of(7, 30, "D");

    @TempDir
    Path home;

    private final List<String> settings = new ArrayList<>();

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(home.resolve("routes"));
        Files.createDirectories(home.resolve("mappings"));
        Files.writeString(home.resolve("mappings/people.directory.yaml"), """
                directory: people
                require: [givenName, familyName, email]
                match: [externalId, email]
                """);
    }

    private Shell shell() {
        return new Shell(RollcallAmongTests.class, home, settings);
    }

    private Path sample(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content);
    }

    @Test
    @Acceptance(65)
    void theFieldsASourceReallyDeliversAreShownWithoutAnybodysValue() throws IOException {
        for (String file : List.of("routes/bamboohr.camel.yaml", "mappings/bamboohr.yaml")) {
            Files.copy(Path.of(file), home.resolve(file));
        }
        TestDatabase.fresh((name, value) -> settings.add("--" + name + "=" + value.get()));
        try (BambooHrSimulator bamboo = BambooHrSimulator.start(0)) {
            bamboo.people(PEOPLE);
            settings.add("--bamboohr.url=" + bamboo.url());
            settings.add("--bamboohr.api-key=" + BambooHrSimulator.API_KEY);
            Person known = PEOPLE.getFirst();

            Outcome everybody = shell().call("discover", "bamboohr");
            Outcome one = shell().call(
                            "discover",
                            "bamboohr",
                            "--reference",
                            known.number().replaceAll("\\D", ""),
                            "--format",
                            "json");
            Outcome nobody = shell().call("discover", "bamboohr", "--reference", "no-such-key");

            assertThat(everybody.status()).as(everybody.err()).isZero();
            assertThat(everybody.out())
                    .contains("fields in 30 records")
                    .containsPattern("\\$\\.firstName +100 % +text +Aaa")
                    .containsPattern("\\$\\.homeEmail +0 %")
                    .doesNotContain(known.familyName(), known.email());
            assertThat(Output.JSON.readTree(one.out()).path("records").asInt()).isEqualTo(1);
            assertThat(one.out()).contains("\"place\" : \"$.hireDate\"", "9999-99-99");
            assertThat(nobody.status()).isEqualTo(ExitStatus.PROBLEMS);
            assertThat(nobody.err()).contains("REQ-012");
        }
    }

    @Test
    void aSampleFileBecomesAMappingARouteAndAnExampleThatPass() throws IOException {
        Path sample = sample("sample.csv", """
                Staff Number;First Name;Surname;Work E-mail;Job Title;Department;Hire Date;End Date;Status;Shoe size
                0017;Nora;Verhoeven;nora@real.example.org;Clerk;Sales;31/03/2019;;Active;38
                0018;Jan;Peeters;jan@real.example.org;Clerk;Finance;01/02/2020;28/02/2026;Terminated;44
                """);

        Outcome made = shell().call("new", "acme", "--from", sample.toString());
        Outcome check = shell().call("check");
        Outcome test = shell().call("test");
        Outcome again = shell().call("new", "acme", "--from", sample.toString());

        assertThat(made.status()).as(made.err()).isZero();
        assertThat(check.out()).contains("No problems.");
        assertThat(test.out()).contains("1 tests, 0 failed.").doesNotContain("No test reaches");
        assertThat(home.resolve("mappings/acme.yaml"))
                .content()
                .contains("[{ date: dd/MM/yyyy }]", "\"Active\": active, \"Terminated\": inactive", "#   Shoe size");
        assertThat(home.resolve("mappings/examples/acme/first/given.csv"))
                .content()
                .doesNotContain("Nora", "real.example.org");
        assertThat(again.err()).contains("REQ-013", "not overwritten");
    }

    @Test
    void anAnswerOfAnApiBecomesAMappingAndPlansAsAFile() throws IOException {
        Path sample = sample("sample.json", """
                { "meta": { "total": 2 }, "data": { "items": [
                  { "id": 7, "first_name": "Nora", "last_name": "Verhoeven", "email": "nora@real.example.org",
                    "department": { "name": "Sales" }, "start_date": "2019-03-31", "status": "active" },
                  { "id": 8, "first_name": "Jan", "last_name": "Peeters", "email": "jan@real.example.org",
                    "department": { "name": "Finance" }, "start_date": "2020-02-01", "status": "sabbatical" } ] } }
                """);
        TestDatabase.fresh((name, value) -> settings.add("--" + name + "=" + value.get()));

        Outcome made = shell().call("new", "acme", "--from", sample.toString());
        Outcome test = shell().call("test");
        Outcome plan = shell().call("plan", "acme", "--file", sample.toString());

        assertThat(made.out()).contains("employmentStatus: not every word");
        assertThat(test.out()).contains("1 tests, 0 failed.");
        assertThat(shell().call("check").out()).contains("No problems.");
        assertThat(plan.status()).as(plan.err() + plan.out()).isZero();
        assertThat(plan.out()).contains("dry run done", "would apply 2 creates");
    }
}
