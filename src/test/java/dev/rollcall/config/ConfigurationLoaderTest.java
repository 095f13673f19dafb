package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Acceptance;
import dev.rollcall.correlation.MatchKey;
import dev.rollcall.employee.Attribute;
import dev.rollcall.lifecycle.LifecyclePolicy;
import dev.rollcall.lifecycle.LifecyclePolicy.OnLeaving;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.plan.Safeguards;
import dev.rollcall.source.Header;
import dev.rollcall.source.Origin;
import dev.rollcall.source.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationLoaderTest {
    private static final String MINIMAL = """
            source: acme
            directory: staff
            format: csv
            key: id
            employee: { givenName: First, familyName: Last, emails: [{ type: work, value: Mail }] }
            """;

    @TempDir
    Path home;

    @Test
    void theShippedFilesOfThisRepositoryLoad() {
        Configuration configuration = ConfigurationLoader.load(Path.of("mappings"));

        assertThat(configuration.sources()).containsKeys("kombo", "sftp-csv", "successfactors");
        assertThat(configuration.source("kombo").title()).isEqualTo("Kombo");
        assertThat(configuration.source("kombo").enabled()).isTrue();
        DirectoryConfiguration people = configuration.directory("people");
        assertThat(people.require()).containsExactly("givenName", "familyName", "email");
        assertThat(people.match()).containsExactly(MatchKey.EXTERNAL_ID, MatchKey.EMAIL);
        assertThat(people.adoption()).isEqualTo(DirectoryConfiguration.Adoption.REVIEW);
        assertThat(people.lifecycle().zone()).isEqualTo(ZoneId.of("Europe/Brussels"));
        assertThat(people.lifecycle().whenAbsent()).isEqualTo(OnLeaving.DEACTIVATE);
        assertThat(people.safeguards()).isEqualTo(new Safeguards(50, 10));
    }

    @Test
    void theTermsOfADirectoryAreNoPartOfWhatItsRecordsMean() throws IOException {
        write("staff.directory.yaml", "directory: staff");
        write("acme.yaml", MINIMAL);
        String digest = ConfigurationLoader.load(home).source("acme").digest();
        write(
                "staff.directory.yaml",
                "directory: staff\nexclusive: true\nconsent: required\nlimits: { testsPerDay: 3, manualRunsPerDay: 1,"
                        + " resultsExpireAfter: 2 days, plansExpireAfter: 30 days }\n");

        Configuration configuration = ConfigurationLoader.load(home);

        assertThat(configuration.directory("staff").terms())
                .isEqualTo(new SourceTerms(true, true, 3, 1, Duration.ofDays(2), Duration.ofDays(30)));
        assertThat(configuration.source("acme").digest()).isEqualTo(digest);
    }

    @Test
    @Acceptance(14)
    void inADirectoryThatTakesOneSourceTwoMappingsThatAreEnabledAreAProblem() throws IOException {
        write("staff.directory.yaml", "directory: staff\nexclusive: true\n");
        write("acme.yaml", MINIMAL + "enabled: true\n");
        write("acme-two.yaml", "extends: acme\nsource: acme-two\nenabled: true\n");

        assertThatThrownBy(() -> ConfigurationLoader.load(home))
                .hasMessageContaining("CFG-031")
                .hasMessageContaining("acme-two, acme");
    }

    @Test
    @Acceptance({83, 87})
    void whatCountsFromADateIsThereOnlyWhereTheSourceHasTheDate() throws IOException {
        write(
                "staff.directory.yaml",
                "directory: staff\nlifecycle: { participationStarts: { after: 1 month }, removal: directly }\n");
        write(
                "acme.yaml",
                "extends: kombo-default\nsource: acme\ndirectory: staff\nemployee: { startDate: ~, endDate: ~ }\n");

        assertThatThrownBy(() -> ConfigurationLoader.load(home))
                .hasMessageContaining("counts lifecycle.participationStarts from startDate, and no line maps it")
                .hasMessageContaining("counts lifecycle.removal from endDate, and no line maps it");
    }

    @Test
    @Acceptance(58)
    void aShippedDefaultIsEnoughWithoutALineOfOnesOwn() throws IOException {
        write("people.directory.yaml", "directory: people");
        write("sftp-csv.yaml", "extends: sftp-csv-default\nsource: sftp-csv\ndirectory: people\n");

        assertThat(givenName(row("Ann", "Annie"))).isEqualTo("Ann");
    }

    @Test
    @Acceptance({58, 59})
    void aLineOfOnesOwnStandsInForTheShippedOneAndTheOthersStay() throws IOException {
        write("people.directory.yaml", "directory: people");
        write(
                "sftp-csv.yaml",
                "extends: sftp-csv-default\nsource: sftp-csv\ndirectory: people\nemployee: { givenName: Called }\n");

        MappingResult.Mapped mapped = row("Ann", "Annie");
        assertThat(givenName(mapped)).isEqualTo("Annie");
        assertThat(mapped.employee().profile().date(Attribute.START_DATE)).contains(LocalDate.of(2026, 3, 1));
    }

    @Test
    void aLineIsTakenAwayByTilde() throws IOException {
        write("people.directory.yaml", "directory: people");
        write(
                "sftp-csv.yaml",
                "extends: sftp-csv-default\nsource: sftp-csv\ndirectory: people\nemployee: { startDate: ~ }\n");

        assertThat(row("Ann", "Annie").employee().profile().values()).doesNotContainKey("startDate");
    }

    @Test
    void aFileMayExtendAnotherOfItsFolder() throws IOException {
        write("staff.directory.yaml", "directory: staff");
        write("acme.yaml", MINIMAL);
        write("acme-two.yaml", "extends: acme\nsource: acme-two\n");

        assertThat(ConfigurationLoader.load(home).sources()).containsOnlyKeys("acme", "acme-two");
    }

    @Test
    void aStatusThatMayNotLeadIsAMatterOfItsSourceAlone() throws IOException {
        write("staff.directory.yaml", "directory: staff");
        write("acme.yaml", MINIMAL + "statusMayLead: false\n");
        write("acme-two.yaml", "extends: acme\nsource: acme-two\nstatusMayLead: true\n");

        LifecyclePolicy policy =
                ConfigurationLoader.load(home).directory("staff").lifecycle();

        assertThat(policy.statusMayLead("acme")).isFalse();
        assertThat(policy.statusMayLead("acme-two")).isTrue();
    }

    @Test
    void theDigestChangesWithMeaningAndNotWithComments() throws IOException {
        write("staff.directory.yaml", "directory: staff");
        write("acme.yaml", MINIMAL);
        String before = ConfigurationLoader.load(home).source("acme").digest();

        write("acme.yaml", "# a comment\ntitle: Acme\n" + MINIMAL.replace("key: id", "key:    'id'"));
        assertThat(ConfigurationLoader.load(home).source("acme").digest()).isEqualTo(before);

        write("acme.yaml", MINIMAL.replace("First", "Forename"));
        assertThat(ConfigurationLoader.load(home).source("acme").digest()).isNotEqualTo(before);

        write("acme.yaml", MINIMAL + "filters: [{ include: givenName, values: [Ann] }]\n");
        assertThat(ConfigurationLoader.load(home).source("acme").digest()).isNotEqualTo(before);

        write("acme.yaml", MINIMAL);
        write("staff.directory.yaml", "directory: staff\nlifecycle: { whenAbsent: nothing }");
        assertThat(ConfigurationLoader.load(home).source("acme").digest()).isNotEqualTo(before);
    }

    @Test
    void allProblemsOfAllFilesComeAtOnceAndNothingStarts() throws IOException {
        write("staff.directory.yaml", "directory: staff\ntimezone: Europe/Brussels\n");
        write("acme.yaml", MINIMAL.replace("key:", "kee:"));

        String folder = home.getFileName().toString();
        assertThatThrownBy(() -> ConfigurationLoader.load(home))
                .isInstanceOf(ConfigurationProblems.class)
                .hasMessage(folder + "/acme.yaml:1  YAML-004  key is missing. Example: key: Employee ID\n"
                        + folder + "/acme.yaml:4  YAML-002  kee is not known. Did you mean key?\n"
                        + folder + "/staff.directory.yaml:2  YAML-002  timezone is not known. Did you mean timeZone?\n"
                        + "3 problems; nothing was started.");
    }

    private MappingResult.Mapped row(String first, String called) {
        List<String> names = List.of(
                "Employee ID",
                "First Name",
                "Called",
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
                "Manager’s email",
                "Worker Type",
                "Employment Type",
                "Grade",
                "Picture URL",
                "Hire Date",
                "Termination Date");
        List<String> values = List.of(
                "7",
                first,
                called,
                "Maes",
                "",
                "ann@example.com",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "boss@example.com",
                "",
                "",
                "",
                "",
                "2026-03-01",
                "");
        return (MappingResult.Mapped) ConfigurationLoader.load(home)
                .source("sftp-csv")
                .mapping()
                .map(new SourceRecord.Row(new Header(names), values, new Origin("people.csv", 2)));
    }

    private static String givenName(MappingResult.Mapped mapped) {
        return mapped.employee().profile().text(Attribute.GIVEN_NAME).orElseThrow();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(home.resolve(name), content);
    }
}
