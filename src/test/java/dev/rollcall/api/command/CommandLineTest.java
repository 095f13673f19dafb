package dev.rollcall.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.RollcallAmongTests;
import dev.rollcall.TestDatabase;
import dev.rollcall.api.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands without a server: each starts a runtime without HTTP, and stops it. */
class CommandLineTest {
    @TempDir
    Path home;

    private Shell shell = new Shell(RollcallAmongTests.class, Path.of(""), List.of());

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(home.resolve("routes"));
        Files.createDirectories(home.resolve("mappings"));
        Files.writeString(home.resolve("mappings/people.directory.yaml"), """
                directory: people
                require: [givenName, familyName, email]
                match: [externalId, email]
                """);
        Files.writeString(home.resolve("mappings/staff.yaml"), MAPPING);
        List<String> settings = new ArrayList<>();
        TestDatabase.fresh((name, value) -> settings.add("--" + name + "=" + value.get()));
        shell = new Shell(RollcallAmongTests.class, home, settings);
    }

    /** Ten lines: all an integrator writes for a system nobody knows. */
    private static final String MAPPING = """
            source: staff
            directory: people
            enabled: true
            format: csv
            key: E-mail
            employee:
              givenName: First
              familyName: Last
              emails:
                - { type: work, value: E-mail }
            """;

    private Path file(String... rows) throws IOException {
        return Files.writeString(home.resolve("staff.csv"), "First,Last,E-mail\n" + String.join("\n", rows) + "\n");
    }

    @Test
    @Acceptance({26, 34})
    void aFileOfThreeColumnsAndAMappingOfTenLinesProvision() throws IOException {
        assertThat(MAPPING.lines()).hasSize(10);
        Path file = file("An,Peeters,an@example.com", "Bo,Claes,bo@example.com");

        Outcome dry = shell.call(
                "plan",
                "staff",
                "--file",
                file.toString(),
                "--out",
                home.resolve("out").toString());
        Outcome first = shell.call("import", file.toString(), "--mapping", "staff");
        Outcome again = shell.call("import", file.toString(), "--mapping", "staff", "--format", "json");

        assertThat(dry.status()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("dry run done", "would apply 2 creates");
        assertThat(home.resolve("out/created.csv")).content().contains("staff:an@example.com,An,Peeters");
        assertThat(home.resolve("out/updated.csv")).doesNotExist();
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("run applied  source=staff", "applied 2 creates, 0 updates, 0 losses of access; 0 unchanged.")
                .doesNotContain("Peeters");
        assertThat(Output.JSON.readTree(again.out()).at("/counts/unchanged").asInt())
                .isEqualTo(2);
    }

    @Test
    @Acceptance({105, 126})
    void whatAChangedFilterWouldTakeIsShownAndHeldBeforeItApplies() throws IOException {
        Path file = file("An,Peeters,an@example.com", "Bo,Claes,bo@example.com", "Cy,Maes,cy@example.com");
        assertThat(shell.call("import", file.toString(), "--mapping", "staff").status())
                .isZero();
        Files.writeString(
                home.resolve("mappings/staff.yaml"),
                MAPPING + "filters:\n  - { exclude: familyName, values: [claes] }\n");

        Outcome shown = shell.call(
                "plan",
                "staff",
                "--file",
                file.toString(),
                "--out",
                home.resolve("out").toString());
        Outcome held = shell.call("import", file.toString(), "--mapping", "staff");

        assertThat(shown.status()).as(shown.err()).isEqualTo(ExitStatus.HELD);
        assertThat(home.resolve("out/deleted.csv"))
                .content()
                .contains("staff:bo@example.com", "the configuration changed and the person is still in the feed");
        assertThat(held.status()).isEqualTo(ExitStatus.HELD);
        assertThat(held.out()).contains("run held  source=staff", "applied 0 creates, 0 updates, 0 losses of access");
        String run = held.out().replaceAll("(?s).*rollcall release (\\S+)`.*", "$1");

        Outcome released = shell.call("release", run);
        Outcome twice = shell.call("release", run);

        assertThat(released.status()).as(released.err()).isZero();
        assertThat(released.out()).contains("1 actions applied");
        assertThat(twice.status()).isEqualTo(ExitStatus.PROBLEMS);
        assertThat(twice.err()).contains("RUN-010");
    }

    @Test
    void aHomeWithProblemsStartsNothingAndTheProblemsArePrintedPlainly() throws IOException {
        Files.writeString(home.resolve("mappings/staff.yaml"), MAPPING.replace("familyName", "famlyName"));

        for (String[] command :
                new String[][] {{"serve"}, {}, {"enable", "staff"}, {"import", "x.csv", "--mapping", "staff"}}) {
            Outcome outcome = shell.call(command);
            assertThat(outcome.status()).isEqualTo(ExitStatus.PROBLEMS);
            assertThat(outcome.err())
                    .contains("mappings/staff.yaml:8", "famlyName", "nothing was started.")
                    .doesNotContain("Exception", "\tat ");
        }
        Outcome check = shell.call("check");
        assertThat(check.status()).isEqualTo(ExitStatus.PROBLEMS);
        assertThat(check.out()).contains("mappings/staff.yaml:8", "Did you mean familyName?");
    }

    @Test
    void aWrongCallSaysHowToCall() {
        assertThat(shell.call("improt").status()).isEqualTo(ExitStatus.WRONG_CALL);
        Outcome missing = shell.call("import", "x.csv");
        assertThat(missing.status()).isEqualTo(ExitStatus.WRONG_CALL);
        assertThat(missing.err()).contains("--mapping=NAME");
        assertThat(shell.call("--help").out()).contains("import", "release", "Exit status:");
    }

    @Test
    void checkAndTestNeedNoDatabase() throws IOException {
        Files.writeString(home.resolve("mappings/staff.yaml"), MAPPING + """
                tests:
                  - given: { First: An, Last: Peeters, E-mail: an@example.com }
                    expect: { key: an@example.com, givenName: An }
                """);
        Shell offline = new Shell(RollcallAmongTests.class, home, List.of("--spring.datasource.url=jdbc:nothing"));

        assertThat(offline.call("check").out()).contains("No problems.");
        Outcome test = offline.call("test");
        assertThat(test.status()).as(test.out()).isZero();
        assertThat(test.out()).contains("1 tests, 0 failed.", "familyName");
    }
}
