package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTestsTest {
    @TempDir
    Path home;

    @BeforeEach
    void oneDirectory() throws IOException {
        write("mappings/people.directory.yaml", "directory: people\n");
    }

    @Test
    @Acceptance({31, 33, 40, 41, 42, 43, 46, 48})
    void everyExampleOfThisRepositoryPassesAndReachesEveryLine() {
        TestReport report = MappingTests.run(Path.of(""));

        assertThat(report.text()).matches("[1-9][0-9]+ tests, 0 failed\\.");
    }

    @Test
    void aFailedTestSaysWhatWasExpectedWhatWasFoundAndWhichLineSaysSo() throws IOException {
        write("mappings/acme.yaml", """
                source: acme
                directory: people
                format: csv
                key: id
                employee:
                  givenName: First
                  familyName: Last
                  emails: [{ type: work, value: Mail }]
                tests:
                  - name: a name
                    given: { id: 7, First: Ann, Last: Maes, Mail: ann@example.com }
                    expect: { key: 8, givenName: Anne, title: Boss, familyNam: Maes }
                """);

        assertThat(MappingTests.run(home).text()).isEqualTo("""
                FAILED  mappings/acme.yaml:10  a name
                    key: expected 8, found 7
                    givenName: expected "Anne", found "Ann"   (mappings/acme.yaml:6)
                    title: expected "Boss", found no such value   (not mapped)
                    familyNam: no employee carries this. Did you mean familyName?
                No test reaches:
                    mappings/acme.yaml:6  givenName
                    mappings/acme.yaml:7  familyName
                    mappings/acme.yaml:8  emails
                1 tests, 1 failed.""");
    }

    @Test
    @Acceptance({25, 52, 103})
    void aTestSaysOnWhichDayItIsAndSeesWhatRulesGiveAndWhatIsWithheld() throws IOException {
        write("mappings/acme.yaml", """
                source: acme
                directory: people
                format: csv
                key: id
                employee:
                  givenName: First
                  familyName: Last
                  emails: [{ type: work, value: Mail }]
                  startDate: Start
                  custom: { panel: Panel }
                rules: [{ set: { teams: [Panel] }, when: [{ include: custom.panel, values: [yes] }] }]
                withheld: [custom.panel]
                filters: [{ include: startDate, before: now + 14 days }]
                tests:
                  - given: { id: 7, First: Ann, Last: Maes, Mail: ann@example.com, Start: 2026-03-15, Panel: "yes" }
                    expect: { today: 2026-03-02, inScope: true, teams: [Panel], custom: { panel: ~ }, givenName: Ann }
                  - given: { id: 7, First: Ann, Last: Maes, Mail: ann@example.com, Start: 2026-03-15, Panel: "no" }
                    expect: { today: 2026-03-01, inScope: false, teams: ~ }
                """);

        assertThat(MappingTests.run(home).text()).endsWith("2 tests, 0 failed.");
    }

    @Test
    void aRejectionNobodyExpectedIsShownWithItsProblem() throws IOException {
        write("mappings/acme.yaml", """
                source: acme
                directory: people
                format: json
                key: $.id
                employee: { givenName: $.f, familyName: $.l, emails: [{ type: work, value: $.m }] }
                """);
        write("mappings/examples/acme/one/given.json", "{\"id\": 7, \"f\": \"Ann\", \"l\": \"Maes\", \"m\": \"none\"}");
        write("mappings/examples/acme/one/expect.yaml", "key: 7");

        assertThat(MappingTests.run(home).text()).startsWith("""
                        FAILED  mappings/examples/acme/one
                            rejected: expected [], found [MAP-106]
                                test:1  MAP-106  employee.emails, from $.m (mappings/acme.yaml:5): found aaaa, expected an""");
    }

    @Test
    void anXmlRecordIsGivenAsTextOrAsAFile() throws IOException {
        write("mappings/acme.yaml", """
                source: acme
                directory: people
                format: xml
                key: ID[@type='WID']
                employee: { givenName: First, familyName: Last, emails: [{ type: work, value: Mail }] }
                tests:
                  - given: |
                      <w:P xmlns:w="urn:x"><w:ID w:type="WID">7</w:ID><w:First>Ann</w:First><w:Last>Maes</w:Last>
                      <w:Mail>ann@example.com</w:Mail></w:P>
                    expect: { key: 7, givenName: Ann, familyName: Maes }
                  - given: <P><ID>7</P>
                    expect: { key: 7 }
                  - given: { ID: 7 }
                    expect: { key: 7 }
                """);
        write("mappings/examples/acme/one/given.xml", "<?xml version='1.0'?>\n<P><ID type='WID'>8</ID></P>");
        write("mappings/examples/acme/one/expect.yaml", "{ key: 8, rejected: [CFG-100] }");

        assertThat(MappingTests.run(home).text())
                .contains("FAILED  mappings/acme.yaml:11", "given: no well-formed XML", "FAILED  mappings/acme.yaml:13")
                .contains("expected the record as text", "4 tests, 2 failed.");
    }

    @Test
    @Acceptance({100, 102})
    void aTestMaySayWhoIsOutOfScopeWhateverTheCase() throws IOException {
        write("mappings/acme.yaml", """
                source: acme
                directory: people
                format: csv
                key: id
                employee: { givenName: f, familyName: l, department: d, emails: [{ type: work, value: m }] }
                filters: [{ include: department, values: [straße, IZMIR] }]
                tests:
                  - given: { id: 1, f: A, l: B, m: a@example.com, d: STRASSE }
                    expect: { inScope: true }
                  - given: { id: 1, f: A, l: B, m: a@example.com, d: izmir }
                    expect: { inScope: true }
                  - given: { id: 1, f: A, l: B, m: a@example.com, d: Sales }
                    expect: { inScope: false }
                """);

        assertThat(MappingTests.run(home).text()).endsWith("3 tests, 0 failed.");
    }

    private void write(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
