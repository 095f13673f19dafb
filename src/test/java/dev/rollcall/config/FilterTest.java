package dev.rollcall.config;

import static dev.rollcall.config.FilesOfAHome.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rollcall.Acceptance;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.source.Origin;
import dev.rollcall.source.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the filters of a mapping file let through. */
class FilterTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");

    private static final String LINES = """
            employee:
              givenName: First
              familyName: Last
              emails: [{ type: work, value: Mail }, { type: personal, value: Private }]
              department: Dept
              teams: { from: Teams, then: [{ split: ";" }] }
              isManager: Leads
              employmentStatus: Status
              startDate: Start
              custom.squad: Squad
            """;

    @TempDir
    private Path folder;

    private SourceConfiguration source(String filters) {
        return new FilesOfAHome(folder, "people")
                .mapping("hr", LINES + "filters:\n" + filters.indent(2))
                .load()
                .source("hr");
    }

    private static Optional<Integer> decided(SourceConfiguration source, String column, String value) {
        String[] person = {
            "ID",
            "1",
            "First",
            "An",
            "Last",
            "Peeters",
            "Mail",
            "an@example.com",
            "Private",
            "",
            "Dept",
            "",
            "Teams",
            "",
            "Leads",
            "false",
            "Status",
            "active",
            "Start",
            "",
            "Squad",
            ""
        };
        for (int i = 0; i < person.length; i += 2) {
            if (person[i].equals(column)) {
                person[i + 1] = value;
            }
        }
        return source.scope().excludedBy(profile(source, person), TODAY);
    }

    private boolean passes(String filter, String column, String value) {
        return decided(source("- " + filter), column, value).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ include: department, values: [Sales, Finance] } | Dept | FINANCE | true",
                "{ include: department, values: [Sales, Finance] } | Dept | Legal | false",
                "{ include: department, values: [Sales] } | Dept | '' | false",
                "{ exclude: department, values: [Sales] } | Dept | '' | true",
                "{ include: custom.squad, values: [Red] } | Squad | red | true",
                "{ include: custom.squad, values: [Red] } | Squad | blue | false",
                "{ include: isManager, values: [true] } | Leads | true | true",
                "{ include: isManager, values: [true] } | Leads | false | false",
                "{ exclude: employmentStatus, values: [pending] } | Status | pending | false",
                "{ include: emails, values: [AN@home.example] } | Private | an@home.example | true",
                "{ include: emails, values: [an@home.example] } | Private | bo@home.example | false",
                "{ exclude: teams, values: [Red] } | Teams | Blue;RED | false",
                "{ exclude: teams, values: [Red] } | Teams | Blue;Green | true",
                "{ include: department, values: [STRASSE] } | Dept | straße | true",
                "{ include: department, values: [istanbul] } | Dept | İSTANBUL | true",
                "{ include: department, values: [ﬁnance] } | Dept | Finance | true"
            })
    @Acceptance({100, 102})
    void everyAttributeCanBeFilteredOnWhateverTheCase(String filter, String column, String value, boolean passes) {
        assertThat(passes(filter, column, value)).isEqualTo(passes);
    }

    @Test
    @Acceptance({101, 104})
    void everyIncludeMustHoldAndAnExcludeWinsAndTheClauseThatDecidedIsNamed() {
        SourceConfiguration source = source("""
                - { include: department, values: [Sales, Finance] }
                - { include: isManager, values: [false] }
                - { exclude: department, values: [Finance] }
                """);

        assertThat(decided(source, "Dept", "Sales")).isEmpty();
        assertThat(decided(source, "Dept", "Legal")).contains(0);
        assertThat(decided(source, "Dept", "Finance")).contains(2);
        assertThat(source.scope().clause(0)).contains("include department [Sales, Finance]");
        assertThat(source.scope().clause(2)).contains("exclude department [Finance]");
        assertThat(source.scope().clause(3)).isEmpty();
    }

    @Test
    @Acceptance(21)
    void aGroupThatAnIdentityProviderSendsDecidesWhoGetsIn() throws IOException {
        FilesOfAHome home = new FilesOfAHome(folder, "people").write("idp.yaml", """
                source: idp
                directory: people
                format: json
                key: $.id
                employee:
                  givenName: $.name.givenName
                  familyName: $.name.familyName
                  emails: [{ type: work, value: $.userName }]
                  teams: $.groups[*].display
                  title: $.roles[0].value
                filters:
                  - { include: teams, values: [Rollcall users] }
                  - { exclude: title, values: [contractor] }
                """);
        SourceConfiguration idp = home.load().source("idp");

        assertThat(excluded(idp, "[{ 'display': 'Everybody' }, { 'display': 'rollcall USERS' }]", "engineer"))
                .isEmpty();
        assertThat(excluded(idp, "[{ 'display': 'Everybody' }]", "engineer")).contains(0);
        assertThat(excluded(idp, "[]", "engineer")).contains(0);
        assertThat(excluded(idp, "[{ 'display': 'Rollcall users' }]", "Contractor"))
                .contains(1);
    }

    private static Optional<Integer> excluded(SourceConfiguration source, String groups, String role)
            throws IOException {
        String json =
                "{ 'id': '7', 'userName': 'an@example.com', 'name': { 'givenName': 'An', 'familyName': 'Peeters' },"
                        + " 'groups': " + groups + ", 'roles': [{ 'value': '" + role + "' }] }";
        MappingResult result = source.mapping()
                .map(new SourceRecord.Json(
                        new JsonMapper().readTree(json.replace('\'', '"')), new Origin("page 0", 1)));
        return source.scope()
                .excludedBy(((MappingResult.Mapped) result).employee().profile(), TODAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "include: startDate, before: 2026-01-01 | 2025-12-31 | true",
                "include: startDate, before: 2026-01-01 | 2026-01-01 | false",
                "include: startDate, after: 2026-01-01 | 2026-01-01 | false",
                "include: startDate, after: 2026-01-01 | 2026-01-02 | true",
                "'include: startDate, between: [2026-01-01, 2026-01-31]' | 2026-01-01 | true",
                "'include: startDate, between: [2026-01-01, 2026-01-31]' | 2026-01-31 | true",
                "'include: startDate, between: [2026-01-01, 2026-01-31]' | 2026-02-01 | false",
                "'include: startDate, between: [2026-01-01, 2026-01-31]' | 2025-12-31 | false",
                "include: startDate, before: now | 2026-03-30 | true",
                "include: startDate, before: now | 2026-03-31 | false",
                "include: startDate, before: now + 14 days | 2026-04-13 | true",
                "include: startDate, before: now + 14 days | 2026-04-14 | false",
                "include: startDate, before: now+2 weeks | 2026-04-13 | true",
                "exclude: startDate, after: now - 1 month | 2026-02-28 | true",
                "exclude: startDate, after: now - 1 month | 2026-03-01 | false",
                "exclude: startDate, after: now - 1 year | 2025-03-31 | true",
                "exclude: startDate, after: now - 1 year | 2025-04-01 | false",
                "'include: startDate, between: [now - 3 months, now]' | 2025-12-31 | true",
                "'include: startDate, between: [now - 3 months, now]' | 2025-12-30 | false",
                "'include: startDate, values: [2026-01-01]' | 2026-01-01 | true",
                "'include: startDate, values: [2026-01-01]' | 2026-01-02 | false",
                "include: startDate, before: 2026-01-01 | '' | false",
                "exclude: startDate, before: 2026-01-01 | '' | true"
            })
    @Acceptance(103)
    void aDateIsFilteredByDaysOfTheCalendarOrByDaysCountedFromToday(String filter, String start, boolean passes) {
        assertThat(passes("{ " + filter + " }", "Start", start)).isEqualTo(passes);
    }

    @Test
    @Acceptance(103)
    void aSecondConditionOnADateIsRefusedWithItsLine() {
        FilesOfAHome home = new FilesOfAHome(folder, "people").mapping("hr", LINES + """
                filters:
                  - { include: startDate, after: 2020-01-01 }
                  - { include: department, values: [Sales] }
                  - { exclude: startDate, before: now }
                """);

        assertThat(home.problems())
                .containsExactly(folder.getFileName()
                        + "/hr.yaml:19  MAP-009  a date has one condition, and startDate has one in line 17. Take one out, or write"
                        + " between: [first day, last day].");
    }

    @Test
    @Acceptance(103)
    void twoConditionsInOneFilterAreRefusedToo() {
        FilesOfAHome home = new FilesOfAHome(folder, "people")
                .mapping("hr", LINES + "filters:\n  - { include: startDate, after: 2020-01-01, before: now }\n");

        assertThat(home.problems())
                .containsExactly(folder.getFileName()
                        + "/hr.yaml:17  MAP-009  found 2 of values, before, after and between, expected one.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ include: department, before: now }",
                "{ include: startDate, before: yesterday }",
                "{ include: startDate, before: now - 3 moons }",
                "{ include: startDate, before: 31/03/2026 }",
                "{ include: startDate, between: [2026-01-01] }",
                "{ include: startDate, between: [2026-01-31, 2026-01-01] }",
                "{ include: startDate, values: [soon] }",
                "{ include: employmentStatus, values: [actve] }",
                "{ include: isManager, values: [yes] }",
                "{ include: custom.squat, values: [Red] }",
                "{ include: department }"
            })
    @Acceptance(100)
    void aFilterThatCannotWorkIsRefusedWithItsLine(String filter) {
        FilesOfAHome home = new FilesOfAHome(folder, "people").mapping("hr", LINES + "filters:\n  - " + filter + "\n");

        assertThat(home.problems()).singleElement().asString().contains("/hr.yaml:17  MAP-009");
    }
}
