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
import java.nio.file.StandardOpenOption;
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
        Files.writeString(
                home.resolve("mappings/bamboohr.yaml"),
                "\nemployee:\n  costCenter: $.costCentre\n",
                StandardOpenOption.APPEND);
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
                    .containsPattern("\\$\\.costCentre +0 % +never")
                    .doesNotContainPattern("\\$\\.firstName.*(never|unused)")
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
        assertThat(home.resolve("mappings/acme.yaml"))
                .content()
                .contains(
                        "# employmentStatus: { from: $.status, then: [{ lookup: { \"active\": active, \"sabbatical\": ? } }] }");
        assertThat(home.resolve("routes/acme.camel.yaml"))
                .content()
                .contains("        id: id\n", "# total: meta.total\n", "# apiKeyHeader: ", "# paging: page");
        assertThat(test.out()).contains("1 tests, 0 failed.");
        assertThat(shell().call("check").out()).contains("No problems.");
        assertThat(plan.status()).as(plan.err() + plan.out()).isZero();
        assertThat(plan.out()).contains("dry run done", "would apply 2 creates");
    }

    @Test
    void anXmlReportOfWorkdaysBecomesAMappingARouteAndAnExampleAndPlansAsAFile() throws IOException {
        Path sample = sample("report.xml", """
                <?xml version='1.0' encoding='UTF-8'?>
                <wd:Report_Data xmlns:wd="urn:com.workday.report/People">
                  <wd:Report_Entry>
                    <wd:Manager wd:Descriptor="Bo Claes"><wd:ID wd:type="WID">0c</wd:ID><wd:ID wd:type="Employee_ID">7</wd:ID></wd:Manager>
                    <wd:Worker wd:Descriptor="Nora Verhoeven"><wd:ID wd:type="WID">0a</wd:ID><wd:ID wd:type="Employee_ID">17</wd:ID></wd:Worker>
                    <wd:First_Name>Nora</wd:First_Name><wd:Last_Name>Verhoeven &amp; Co</wd:Last_Name>
                    <wd:Email wd:type="Work">nora@real.example.org</wd:Email>
                    <wd:Department wd:Descriptor="Sales"/><wd:Hire_Date>2019-03-31-08:00</wd:Hire_Date><wd:Active>1</wd:Active>
                    <wd:Org_group><wd:Org>A</wd:Org></wd:Org_group><wd:Org_group><wd:Org>B</wd:Org></wd:Org_group>
                  </wd:Report_Entry>
                  <wd:Report_Entry>
                    <wd:Worker wd:Descriptor="Jan Peeters"><wd:ID wd:type="WID">0b</wd:ID><wd:ID wd:type="Employee_ID">18</wd:ID></wd:Worker>
                    <wd:First_Name>Jan</wd:First_Name><wd:Last_Name>Peeters</wd:Last_Name>
                    <wd:Email wd:type="Work">jan@real.example.org</wd:Email>
                    <wd:Department wd:Descriptor="Finance"/><wd:Hire_Date>2020-02-01-08:00</wd:Hire_Date><wd:Active>0</wd:Active>
                  </wd:Report_Entry>
                </wd:Report_Data>
                """);
        TestDatabase.fresh((name, value) -> settings.add("--" + name + "=" + value.get()));

        Outcome made = shell().call("new", "report", "--from", sample.toString());
        Outcome check = shell().call("check");
        Outcome test = shell().call("test");
        Outcome plan = shell().call("plan", "report", "--file", sample.toString());

        assertThat(made.status()).as(made.err()).isZero();
        assertThat(check.out()).contains("No problems.");
        assertThat(test.out()).contains("1 tests, 0 failed.").doesNotContain("No test reaches");
        assertThat(home.resolve("mappings/report.yaml"))
                .content()
                .contains(
                        "records: \"Report_Data/Report_Entry\"",
                        "key: \"Worker/ID[@type='Employee_ID']\"",
                        "manager: { from: \"Manager/ID[@type='Employee_ID']\", by: key }",
                        "department: \"Department/@Descriptor\"")
                .doesNotContain("Org_group");
        assertThat(home.resolve("routes/report.camel.yaml"))
                .content()
                .contains("kamelet:workday-raas-source", "format: xml");
        assertThat(home.resolve("mappings/examples/report/first/given.xml"))
                .content()
                .doesNotContain("Nora", "real.example.org");
        assertThat(plan.status()).as(plan.err() + plan.out()).isZero();
        assertThat(plan.out()).contains("dry run done", "would apply 1 create");
    }

    @Test
    void anXmlFileThatNoConnectorFetchesBecomesAMappingWithoutARoute() throws IOException {
        Path sample = sample("people.xml", """
                <export><made><at>now</at><by>HR</by></made>
                  <employees><employee id="17"><firstName>Nora</firstName><lastName>Verhoeven</lastName>
                    <email>nora@real.example.org</email></employee></employees></export>
                """);
        TestDatabase.fresh((name, value) -> settings.add("--" + name + "=" + value.get()));

        Outcome made = shell().call("new", "acme", "--from", sample.toString());
        Outcome test = shell().call("test");
        Outcome plan = shell().call("plan", "acme", "--file", sample.toString());
        Outcome other = shell().call(
                        "plan",
                        "acme",
                        "--file",
                        sample("other.xml", "<orders/>").toString());

        assertThat(made.out()).contains("no connector fetches XML", "rollcall import FILE --mapping acme");
        assertThat(home.resolve("routes/acme.camel.yaml")).doesNotExist();
        assertThat(shell().call("check").out()).contains("No problems.");
        assertThat(test.out()).contains("1 tests, 0 failed.");
        assertThat(plan.out()).as(plan.err()).contains("would apply 1 create");
        assertThat(other.status()).isEqualTo(ExitStatus.PROBLEMS);
        assertThat(other.out() + other.err())
                .contains("API-005", "outermost element is orders", "(export/employees/employee)");
    }

    @Test
    void aSampleThatIsNoneIsRefused() throws IOException {
        Path cut = sample("cut.xml", "<employees><employee id='1'><firstName>Nora</firstName>");
        Path soap = sample("soap.xml", """
                <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><Get_Workers_Response><Response_Data>
                  <Worker><Worker_Data Some="1" Other="2"/><First_Name>Nora</First_Name><Last_Name>V</Last_Name></Worker>
                </Response_Data></Get_Workers_Response></e:Body></e:Envelope>
                """);

        assertThat(shell().call("new", "acme", "--from", cut.toString()).err()).contains("REQ-013", "nor XML");
        assertThat(shell().call("new", "acme", "--from", soap.toString()).err())
                .contains("routes/workday-soap.camel.yaml");
        assertThat(shell().call(
                                "new",
                                "acme",
                                "--from",
                                sample("none.xml", "<employees/>").toString())
                        .err())
                .contains("holds no record");
        assertThat(home.resolve("mappings/acme.yaml")).doesNotExist();
    }
}
