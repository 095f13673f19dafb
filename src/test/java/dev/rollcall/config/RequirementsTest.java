package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.employee.Email;
import dev.rollcall.employee.Employee;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.source.Header;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsTest {
    private static final Origin ORIGIN = new Origin("people.csv", 2);

    private static final Map<String, Value> ANN = Map.of(
            "givenName", new Value.Text("Ann"),
            "familyName", new Value.Text("Maes"),
            "emails", new Value.Emails(List.of(new Email(Email.Type.PERSONAL, "ann@example.com"))));

    @TempDir
    Path mappings;

    private static Employee without(String... names) {
        TreeMap<String, Value> values = new TreeMap<>(ANN);
        List.of(names).forEach(values::remove);
        return new Employee("1", false, Profile.of(values));
    }

    @ParameterizedTest
    @ValueSource(strings = {"givenName", "familyName", "emails"})
    @Acceptance({31, 32, 33})
    void nobodyBecomesAUserWithoutNamesAndAnAddress(String missing) {
        Requirements requirements = new Requirements(Requirements.DEFAULT);

        assertThat(requirements.check(without(), ORIGIN)).isEmpty();
        assertThat(requirements.check(without(missing), ORIGIN))
                .extracting(Problem::toString)
                .containsExactly("people.csv:2  CFG-100  employee." + missing
                        + ": found nothing, and the directory requires it. Correct it in the source, or change require: in the"
                        + " directory's file.");
    }

    @Test
    void aClearedValueIsNoValue() {
        Employee cleared = new Employee("1", false, without().profile().with("givenName", Value.Cleared.CLEARED));

        assertThat(new Requirements(Requirements.DEFAULT).check(cleared, ORIGIN))
                .hasSize(1);
    }

    @Test
    void somebodyGoneNeedsNoName() {
        Employee gone = new Employee("1", true, Profile.EMPTY);

        assertThat(new Requirements(Requirements.DEFAULT).check(gone, ORIGIN)).isEmpty();
    }

    @Test
    @Acceptance(34)
    void aKeyAndThreeColumnsAreEnough() throws IOException {
        write("people.directory.yaml", "directory: people\n");
        write("small.yaml", """
                source: small
                directory: people
                format: csv
                key: Email
                employee: { givenName: First, familyName: Last, emails: [{ type: work, value: Email }] }
                """);

        assertThat(map("small", List.of("First", "Last", "Email"), List.of("Ann", "Maes", "ann@example.com")))
                .isEmpty();
    }

    @Test
    @Acceptance(35)
    void aDirectoryMayAskForAFullNameAndAnAddressInstead() throws IOException {
        write("people.directory.yaml", "directory: people\nrequire: [fullName, email]\n");
        write("plus.yaml", """
                source: plus
                directory: people
                format: csv
                key: Email
                employee: { fullName: Full Name, emails: [{ type: primary, value: Email }] }
                """);

        assertThat(map("plus", List.of("Full Name", "Email"), List.of("Ann Maes", "ann@example.com")))
                .isEmpty();
        assertThat(map("plus", List.of("Full Name", "Email"), List.of("", "ann@example.com")))
                .extracting(Problem::code)
                .containsExactly("CFG-100");
    }

    private List<Problem> map(String source, List<String> columns, List<String> values) {
        Configuration configuration = ConfigurationLoader.load(mappings);
        MappingResult result =
                configuration.source(source).mapping().map(new SourceRecord.Row(new Header(columns), values, ORIGIN));
        return switch (result) {
            case MappingResult.Rejected rejected -> rejected.problems();
            case MappingResult.Mapped mapped ->
                new Requirements(configuration.directory("people").require()).check(mapped.employee(), ORIGIN);
        };
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(mappings.resolve(name), content);
    }
}
