package dev.rollcall.config;

import static dev.rollcall.config.FilesOfAHome.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mapping files say of attributes, row by row of the guides. */
class AttributesTest {
    private static final List<String> PRIORITY = List.of("Primary", "Work", "Secondary", "Personal", "Other");

    private static final String ADDRESSES = """
            employee:
              givenName: First
              familyName: Last
              emails:
                - { type: other, value: Other }
                - { type: personal, value: Personal }
                - { type: work, value: Work }
                - { type: primary, value: Primary }
                - { type: secondary, value: Secondary }
            """;

    private static final String NAMES = """
            employee:
              givenName: First
              familyName: Last
              emails: [{ type: work, value: Mail }]
            """;

    @TempDir
    private Path folder;

    private FilesOfAHome home() {
        return new FilesOfAHome(folder, "people");
    }

    private SourceConfiguration source(String mapping) {
        return home().mapping("hr", mapping).load().source("hr");
    }

    private List<String> problems(String mapping) {
        return home().mapping("hr", mapping).problems();
    }

    private static Stream<List<String>> subsets() {
        return IntStream.range(0, 32)
                .mapToObj(bits -> IntStream.range(0, 5)
                        .filter(type -> (bits & (1 << type)) != 0)
                        .mapToObj(PRIORITY::get)
                        .toList());
    }

    private static Profile withAddresses(SourceConfiguration source, List<String> types) {
        List<String> cells = new ArrayList<>(List.of("ID", "1", "First", "An", "Last", "Peeters"));
        PRIORITY.forEach(type -> cells.addAll(List.of(type, types.contains(type) ? type + "@example.com" : "")));
        return profile(source, cells.toArray(new String[0]));
    }

    @ParameterizedTest
    @MethodSource("subsets")
    @Acceptance(54)
    void theAddressIsPrimaryThenWorkThenSecondaryThenPersonalThenOther(List<String> types) {
        Profile profile = withAddresses(source(ADDRESSES), types);

        assertThat(profile.email()).isEqualTo(types.stream().findFirst().map(type -> type + "@example.com"));
    }

    @ParameterizedTest
    @MethodSource("subsets")
    @Acceptance(55)
    void withoutPersonalAddressesTheOrderOfTheOthersIsTheSame(List<String> types) {
        Profile profile = withAddresses(source(ADDRESSES + "personalEmails: false\n"), types);

        List<String> others =
                types.stream().filter(type -> !type.equals("Personal")).toList();
        assertThat(profile.email()).isEqualTo(others.stream().findFirst().map(type -> type + "@example.com"));
        assertThat(profile.emails()).extracting(email -> email.value()).doesNotContain("Personal@example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "An Peeters | An | Peeters",
                "An Van den Berg | An | Van den Berg",
                "' An  Peeters ' | An | Peeters"
            })
    @Acceptance(35)
    void aFullNameIsKeptWholeOrSplitAndPartsAreJoined(String full, String given, String family) {
        SourceConfiguration split = source("""
                employee:
                  fullName: { from: Name, then: [trim] }
                  givenName: { from: Name, then: [{ split: " " }, first] }
                  familyName: { from: Name, then: [{ split: " " }, rest, { join: " " }] }
                  emails: [{ type: work, value: Mail }]
                """);
        SourceConfiguration joined = home().mapping("hr", """
                employee:
                  fullName: { join: { of: [First, Last] } }
                  givenName: First
                  familyName: Last
                  emails: [{ type: work, value: Mail }]
                """).load().source("hr");

        Profile parts = profile(split, "ID", "1", "Name", full, "Mail", "an@example.com");
        assertThat(parts.text(Attribute.FULL_NAME)).contains(full.strip());
        assertThat(parts.text(Attribute.GIVEN_NAME)).contains(given);
        assertThat(parts.text(Attribute.FAMILY_NAME)).contains(family);
        assertThat(profile(joined, "ID", "1", "First", given, "Last", family, "Mail", "an@example.com")
                        .text(Attribute.FULL_NAME))
                .contains(given + " " + family);
    }

    @Test
    @Acceptance(44)
    void furtherTeamsAreReadOutOfSeveralColumns() {
        SourceConfiguration source = source(NAMES + """
                  department: Department
                  division: Division
                  company: Company
                  costCenter: Cost Center
                  title: Title
                  teams: [Company, Sub-company, Division, Cost Center, { from: Projects, then: [{ split: ";" }] }]
                """);

        Profile profile = profile(
                source,
                "ID",
                "1",
                "First",
                "An",
                "Last",
                "Peeters",
                "Mail",
                "an@example.com",
                "Department",
                "Sales",
                "Division",
                "North",
                "Company",
                "Acme",
                "Sub-company",
                "Acme Labs",
                "Cost Center",
                "CC-17",
                "Title",
                "Chief",
                "Projects",
                "Apollo; Gemini");

        assertThat(profile.values())
                .containsEntry(
                        "teams", new Value.Texts(List.of("Acme", "Acme Labs", "North", "CC-17", "Apollo", "Gemini")))
                .containsEntry("department", new Value.Text("Sales"))
                .containsEntry("company", new Value.Text("Acme"))
                .containsEntry("division", new Value.Text("North"))
                .containsEntry("costCenter", new Value.Text("CC-17"))
                .containsEntry("title", new Value.Text("Chief"));
    }

    @Test
    @Acceptance(49)
    void gradesWorkerTypesAndYesOrNoAreCarried() {
        SourceConfiguration source = source(NAMES + """
                  workerType: { from: Worker, then: [{ lookup: { E: employee, C: contingent } }] }
                  employmentType: Contract
                  grade: Grade
                  isManager: { from: Leads, then: [boolean] }
                  isCustomerFacing: { from: Customers, then: [boolean] }
                """);

        Profile profile = profile(
                source,
                "ID",
                "1",
                "First",
                "An",
                "Last",
                "Peeters",
                "Mail",
                "an@example.com",
                "Worker",
                "C",
                "Contract",
                "part time",
                "Grade",
                "B7",
                "Leads",
                "Yes",
                "Customers",
                "N");

        assertThat(profile.values())
                .containsEntry("workerType", new Value.Text("contingent"))
                .containsEntry("employmentType", new Value.Text("part time"))
                .containsEntry("grade", new Value.Text("B7"))
                .containsEntry("isManager", new Value.Flag(true))
                .containsEntry("isCustomerFacing", new Value.Flag(false));
    }

    @Test
    @Acceptance(50)
    void payIsCarriedOnlyWhenItIsAskedForByName() {
        String pay = NAMES + "  compensation: { amount: Salary, currency: { value: EUR } }\n";

        assertThat(problems(pay)).singleElement().asString().contains("hr.yaml:10  MAP-007  employee.compensation");
        Profile asked = profile(
                source(pay + "sensitive: [compensation]\n"),
                "ID",
                "1",
                "First",
                "An",
                "Last",
                "Peeters",
                "Mail",
                "an@example.com",
                "Salary",
                "5000.10");
        assertThat(asked.values())
                .containsEntry("compensation", new Value.Compensation(new BigDecimal("5000.10"), "EUR", null));
        assertThat(asked.masked().values()).containsEntry("compensation", new Value.Text("***"));
        assertThat(asked.toString()).doesNotContain("5000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key: ID",
                "employee: { givenName: First }",
                "employee: { familyName: ~ }",
                "employee: { emails: [{ type: work, value: Mail }] }",
                "employee: { preferredLanguage: Taal }",
                "rules: [{ set: { preferredLanguage: nl }, when: [{ include: department, values: [Sales] }] }]",
                "only: [givenName, emails, department]",
                "withheld: [familyName]"
            })
    @Acceptance({56, 58, 59})
    void lockedStandardFieldsStayAsTheConnectorsMappingHasThem(String line) {
        String locked = "extends: sftp-csv-default\nsource: hr\ndirectory: people\nstandardFields: locked\n";

        home().write("hr.yaml", locked + "employee: { department: Afdeling, custom: { shoe: Schoen } }\n");
        assertThat(home().problems()).isEmpty();
        home().write("hr.yaml", locked + line + "\n");
        assertThat(home().problems()).isNotEmpty().first().asString().contains("hr.yaml:5  MAP-011");
        home().write("hr.yaml", locked.replace("locked", "open") + line + "\n");
        assertThat(home().problems()).noneMatch(problem -> problem.contains("MAP-011"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"givenName: app", "emails: once"})
    @Acceptance(56)
    void norDoesTheDirectoryTakeThemFromTheSource(String owned) {
        String locked = "extends: sftp-csv-default\nsource: hr\ndirectory: people\nstandardFields: locked\n";

        home().write("hr.yaml", locked);
        assertThat(home().directory("ownership: { " + owned + " }\n").problems())
                .singleElement()
                .asString()
                .contains(
                        "hr.yaml:4  MAP-011  standardFields: locked fields are always synced, and ownership."
                                + owned.substring(0, owned.indexOf(':')),
                        "people.directory.yaml");
        home().write(
                        "hr.yaml",
                        locked
                                + "only: [givenName, familyName, emails, preferredLanguage, department]\nwithheld: [department]\n");
        assertThat(home().directory("ownership: { givenName: source, department: app }\n")
                        .problems())
                .isEmpty();
        home().write("hr.yaml", locked.replace("locked", "open"));
        assertThat(home().directory("ownership: { " + owned + " }\n").problems())
                .isEmpty();
    }

    @Test
    @Acceptance({20, 57})
    void anAllowListLeavesOutWhatTheConnectorsMappingWouldCarry() {
        String only = """
                extends: sftp-csv-default
                source: hr
                directory: people
                only: [givenName, familyName, emails, custom.badge]
                employee: { custom: { badge: Badge, shoe: Shoe } }
                """;
        home().write("hr.yaml", only);

        assertThat(home().load().source("hr").mapping().reads())
                .contains("Badge")
                .doesNotContain("Department", "Shoe");
        home().write("hr.yaml", only.replace("custom.badge]", "custom.badges]"));
        assertThat(home().problems())
                .first()
                .asString()
                .contains("hr.yaml:4  MAP-013  only: no line maps custom.badges. Did you mean custom.badge?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kioskLogin: employeeNumber | ID | ''",
                "kioskLogin: employeeNumber | Number | ''",
                "kioskLogin: employeeNumber | Mail | MAP-003",
                "kioskLogin: none | Number | CFG-021",
                "adoption: review | Number | CFG-021"
            })
    @Acceptance(64)
    void aKioskCodeIsTheIdOrTheNumberAndOnlyWherePeopleSignInByIt(String directory, String from, String code) {
        FilesOfAHome home = home().directory(directory + "\n")
                .mapping("hr", NAMES + "  employeeNumber: Number\n  custom: { kioskCode: " + from + " }\n");

        assertThat(home.problems()).hasSize(code.isEmpty() ? 0 : 1).allMatch(problem -> problem.contains(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "withheld: [custom.gender] | MAP-013",
                "withheld: [startDate] | MAP-013",
                "withheld: [givenName] | CFG-005",
                "rules: [{ set: { departement: Sales }, when: [{ include: title, values: [x] }] }] | MAP-001",
                "rules: [{ set: { department: Sales }, when: [{ include: grade, values: [x] }] }] | MAP-009",
                "rules: [{ set: { department: Sales }, when: [] }] | MAP-012",
                "rules: [{ set: { isManager: Sales }, when: [{ include: title, values: [x] }] }] | YAML-005",
                "rules: [{ set: { endDate: 2026-01-01 }, when: [{ include: title, values: [x] }] }] | YAML-003",
                "rules: [{ set: { employeeNumber: 7 }, when: [{ include: title, values: [x] }] }] | YAML-003",
                "rules: [{ set: { birthDate: 2026-01-01 }, when: [{ include: title, values: [x] }] }] | YAML-003"
            })
    @Acceptance({25, 52})
    void aRuleOrANameThatCannotWorkIsRefusedWithItsLine(String line, String code) {
        assertThat(problems(NAMES + "  title: Title\n  startDate: Start\n" + line + "\n"))
                .singleElement()
                .asString()
                .matches(".*(hr.yaml:12|hr.yaml:2)  " + code + ".*");
    }
}
