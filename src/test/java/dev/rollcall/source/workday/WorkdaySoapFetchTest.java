package dev.rollcall.source.workday;

import static dev.rollcall.source.workday.SoapAnswers.active;
import static dev.rollcall.source.workday.SoapAnswers.left;
import static dev.rollcall.source.workday.SoapAnswers.page;
import static dev.rollcall.source.workday.SoapAnswers.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.simulator.workday.WorkersAnswer;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.XmlTree;
import dev.rollcall.source.api.ApiRefusal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkdaySoapFetchTest {
    private static final String FAULT = """
            <SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body>
            <SOAP-ENV:Fault><faultcode>SOAP-ENV:%s</faultcode><faultstring>%s</faultstring><detail>
            <wd:Validation_Fault xmlns:wd="urn:com.workday/bsvc"><wd:Validation_Error><wd:Message>Ann Maes</wd:Message>
            <wd:Xpath>/wd:Get_Workers_Request/wd:Response_Filter</wd:Xpath></wd:Validation_Error></wd:Validation_Fault>
            </detail></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>""";

    @Test
    void theProofIsAsManyDistinctWorkersAsWorkdayCounts() {
        SoapAnswers workday = SoapAnswers.full(0)
                .answer(page(3, 2, active("1", "a"), active("2", "b")))
                .answer(page(3, 2, active("3", "c")));

        assertThat(workday.records()).containsExactly("1 a", "2 b", "3 c");
        assertThat(workday.snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(3)));
        assertThat(workday.fetch.end().watermark()).isEqualTo(SoapAnswers.NOW);
    }

    @Test
    void requestsFollowTheSchemaAndPinTheMomentOfEntryOverAllPages() {
        SoapAnswers workday = SoapAnswers.full(24)
                .answer(page(0, 0))
                .answer(page(3, 2, active("1", "a"), active("2", "b")))
                .answer(page(3, 2, worker("3", "c", "<wd:Active>0</wd:Active><wd:Hire_Date>2027-01-04</wd:Hire_Date>")))
                .answer(page(
                        1, 1, worker("3", "c", "<wd:Active>1</wd:Active><wd:Hire_Date>2027-01-04</wd:Hire_Date>")));
        workday.records();

        assertThat(workday.requests)
                .hasSize(4)
                .allSatisfy(
                        request -> assertThat(WorkersAnswer.complaint(request)).isNull())
                .allMatch(request -> request.contains("<wd:As_Of_Entry_DateTime>2026-11-22T02:00:00Z</"))
                .allMatch(request -> request.contains("<wd:Count>2</") && request.contains("wd:version=\"v45.0\""))
                .allMatch(request -> request.contains("<wsse:Username>isu@acme</wsse:Username>"));
        assertThat(workday.requests.get(2)).contains("<wd:Page>2</");
        assertThat(workday.fetch).isNotNull();
    }

    @Test
    void theSchemaRefusesTheRequestsThatVendorsPublish() {
        String good = Objects.requireNonNull(SoapAnswers.full(0).fetch.next().body());

        assertThat(WorkersAnswer.complaint(good)).isNull();
        assertThat(WorkersAnswer.complaint(good.replace(
                        "<wd:As_Of_Effective_Date>2026-11-22</", "<wd:As_Of_Effective_Date>2026-11-22T02:00:00Z</")))
                .contains("is not a valid value for 'date'");
        assertThat(WorkersAnswer.complaint(good.replace(
                        "<wd:Page>1</wd:Page><wd:Count>2</wd:Count>", "<wd:Count>2</wd:Count><wd:Page>1</wd:Page>")))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"isu", "isu@other", "@acme"})
    void aUserWithoutHisTenantIsNamedBeforeAnythingIsAsked(String user) {
        assertThatThrownBy(() -> SoapAnswers.settings(user, "v45.0", 0))
                .isInstanceOf(SourceFailure.class)
                .hasMessageContaining("@acme")
                .hasMessageContaining("Nothing was asked");
    }

    @Test
    void theVersionIsASettingAndMayLackItsV() {
        assertThat(SoapAnswers.settings("isu@acme", "30.0", 0).humanResources())
                .hasToString("https://hr.example.com/ccx/service/acme/Human_Resources/v30.0");
        assertThatThrownBy(() -> SoapAnswers.settings("isu@acme", "latest", 0)).hasMessageContaining("v45.0");
    }

    @Test
    void theOldLayoutIsNamedAsSuchInsteadOfBlankTitles() {
        SoapAnswers workday =
                SoapAnswers.full(0).answer(page(1, 1, active("1", "a").replaceAll("</?wd:Worker_Job_Data[^>]*>", "")));

        assertThatThrownBy(workday::records)
                .hasMessageContaining("v21 (Position_Data without Worker_Job_Data)")
                .hasMessageContaining("Set `version` to v30.0 or later");
    }

    @Test
    void aWorkerWithoutAnyPositionIsNotTheOldLayout() {
        SoapAnswers workday = SoapAnswers.full(0)
                .answer(page(1, 1, active("1", "a").replaceAll("(?s)<wd:Worker_Job_Data.*</wd:Worker_Job_Data>", "")));

        assertThat(workday.records()).containsExactly("1 a");
    }

    @Test
    void aShortPageIsNotTheLast() {
        SoapAnswers workday = SoapAnswers.full(0)
                .answer(page(3, 3, active("1", "a")))
                .answer(page(3, 3))
                .answer(page(3, 3, active("2", "b"), active("3", "c")));

        assertThat(workday.records()).hasSize(3);
        assertThat(workday.snapshot()).isInstanceOf(Snapshot.Full.class);
    }

    @Test
    void withoutTotalPagesItGoesOnUntilAPageHasNobody() {
        SoapAnswers workday = SoapAnswers.full(0)
                .answer(page(3, null, active("1", "a"), active("2", "b")))
                .answer(page(3, null, active("3", "c")))
                .answer(page(3, null));

        assertThat(workday.records()).hasSize(3);
        assertThat(workday.snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(3)));
    }

    @Test
    void aWorkerWhoComesAgainCountsOnce() {
        SoapAnswers workday = SoapAnswers.full(0)
                .answer(page(3, 2, active("1", "a"), active("2", "b")))
                .answer(page(3, 2, active("2", "b"), active("3", "c")));

        assertThat(workday.records()).containsExactly("1 a", "2 b", "3 c");
        assertThat(workday.snapshot()).isInstanceOf(Snapshot.Full.class);
    }

    @Test
    void aPageThatComesAgainFailsTheFetch() {
        SoapAnswers workday = SoapAnswers.full(0)
                .answer(page(4, 2, active("1", "a"), active("2", "b")))
                .answer(page(4, 2, active("1", "a"), active("2", "b")));

        assertThatThrownBy(workday::records).hasMessageContaining("API-006").hasMessageContaining("page 2");
    }

    @Test
    void aTotalThatMovesProvesNothing() {
        SoapAnswers workday = SoapAnswers.full(0)
                .answer(page(3, 2, active("1", "a"), active("2", "b")))
                .answer(page(4, 2, active("3", "c"), active("4", "d")));

        assertThat(workday.records()).hasSize(4);
        assertThat(workday.snapshot())
                .isEqualTo(new Snapshot.Unproven("Workday's count moved from 3 to 4 between the pages"));
    }

    @Test
    void fewerWorkersThanCountedProveNothing() {
        SoapAnswers workday = SoapAnswers.full(0).answer(page(2, 1, active("1", "a")));

        assertThat(workday.records()).hasSize(1);
        assertThat(workday.snapshot()).isEqualTo(new Snapshot.Unproven("Workday counts 2 workers, and 1 came"));
    }

    @Test
    void noResponseDataIsNobodyAndWithoutACountNoProof() {
        SoapAnswers counted = SoapAnswers.full(0).answer(page(0, 0));
        assertThat(counted.records()).isEmpty();
        assertThat(counted.snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(0)));

        SoapAnswers silent = SoapAnswers.full(0).answer(page(null, null));
        assertThat(silent.records()).isEmpty();
        assertThat(silent.snapshot()).isInstanceOf(Snapshot.Unproven.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bsvc:", "ns1:"})
    void prefixesVary(String prefix) {
        String other = page(1, 1, active("1", "a"))
                .replace("wd:", prefix)
                .replace("xmlns:wd", "xmlns:" + prefix.replace(":", ""));

        assertThat(SoapAnswers.full(0).answer(other).records()).containsExactly("1 a");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Client.authenticationError | invalid username or password | SECRET | API-001 | not tried again",
                "Client.validationError | Validation error occurred. | NONE | API-007 | /wd:Get_Workers_Request/wd:Response_Filter",
                "Server | Processing error occurred. The task submitted is not authorized. | NONE | API-001 | Get_Workers",
                "Client | anything | NONE | API-007 | version",
                "Server | too many requests | LATER | API-003 | next run",
            })
    void theFaultCodeDecidesWhetherToAskAgain(
            String code, String message, ApiRefusal.Cure cure, String problem, String said) {
        ApiRefusal refusal = SoapAnswers.full(0).fetch.explain(SoapAnswers.answer(500, FAULT.formatted(code, message)));

        assertThat(refusal.cure()).isEqualTo(cure);
        assertThat(refusal.problem().toString()).contains(problem, said).doesNotContain("Maes");
    }

    @Test
    void aFaultThatIsNoXmlIsJudgedByItsStatus() {
        assertThat(SoapAnswers.full(0)
                        .fetch
                        .explain(SoapAnswers.answer(503, "no backend"))
                        .cure())
                .isEqualTo(ApiRefusal.Cure.LATER);
    }

    @Test
    void aFaultWithStatus200IsAFaultAllTheSame() {
        SoapAnswers workday = SoapAnswers.full(0).answer(FAULT.formatted("Client.authenticationError", "invalid"));

        assertThatThrownBy(workday::records).hasMessageContaining("API-001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;\">]><a>&y;</a>",
                "<html><body>Sign in</body></html>",
                "<env:Envelope xmlns:env='e'><env:Body/></env:Envelope>",
                "<env:Envelope xmlns:env='e'><env:Body>",
            })
    void entitiesBombsPagesOfOthersAndCutAnswersFail(String body) {
        assertThatThrownBy(() -> SoapAnswers.full(0).answer(body).records())
                .isInstanceOf(SourceFailure.class)
                .hasMessageContaining("workday workers page 1");
    }

    @Test
    void anEmployeeWhoBecameAContingentWorkerIsOnePersonWhateverTheOrder() {
        SoapAnswers oldFirst = SoapAnswers.full(0)
                .answer(page(3, 2, left("1", "old", "2026-01-31"), active("2", "b")))
                .answer(page(3, 2, active("1", "new")));
        SoapAnswers newFirst = SoapAnswers.full(0)
                .answer(page(3, 2, active("1", "new"), active("2", "b")))
                .answer(page(3, 2, left("1", "old", "2026-01-31")));

        assertThat(oldFirst.records()).containsExactly("2 b", "1 new");
        assertThat(newFirst.records()).containsExactly("1 new", "2 b");
        assertThat(oldFirst.snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(3)));
    }

    @Test
    void ofTwoProfilesThatBothEndedTheLaterCounts() {
        String later = left("1", "later", "2026-03-31").replace("2020-01-01", "2024-01-01");
        SoapAnswers one = SoapAnswers.full(0).answer(page(2, 1, left("1", "old", "2022-01-31"), later));
        SoapAnswers other = SoapAnswers.full(0).answer(page(2, 1, later, left("1", "old", "2022-01-31")));

        assertThat(one.records()).isEqualTo(other.records()).containsExactly("1 later inactive");
    }

    @Test
    void aFutureHireIsAskedForAgainAsOfTheDayOfHire() {
        String awaited = worker("1", "a", "<wd:Active>0</wd:Active><wd:Hire_Date>2027-01-04-08:00</wd:Hire_Date>");
        SoapAnswers workday = SoapAnswers.full(0)
                .answer(page(1, 1, awaited))
                .answer(page(1, 1, awaited.replace("<wd:Active>0", "<wd:Active>1")));

        assertThat(workday.records()).containsExactly("1 a");
        assertThat(workday.requests.get(1))
                .contains("<wd:ID wd:type=\"WID\">a</wd:ID>", "<wd:As_Of_Effective_Date>2027-01-04</");
        assertThat(workday.snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(1)));
    }

    @Test
    void aRescindedHireIsNeitherAskedForAgainNorTakenForActive() {
        SoapAnswers workday = SoapAnswers.full(0)
                .answer(page(
                        1,
                        1,
                        worker(
                                "1",
                                "a",
                                "<wd:Active>1</wd:Active><wd:Hire_Date>2027-01-04</wd:Hire_Date>"
                                        + "<wd:Hire_Rescinded>true</wd:Hire_Rescinded>")));

        assertThat(workday.records()).containsExactly("1 a inactive");
        assertThat(workday.requests).hasSize(1);
    }

    @Test
    void whoLeavesWithinTheLookAheadIsToldWithTheDateAndNobodyElseEarly() {
        String moved =
                active("2", "b").replace("<wd:Position_Data/>", "<wd:Position_Data><x>new</x></wd:Position_Data>");
        SoapAnswers workday = SoapAnswers.full(24)
                .answer(page(2, 1, left("1", "a", "2026-11-22"), moved))
                .answer(page(2, 1, active("1", "a"), active("2", "b")));

        List<XmlTree> trees = workday.trees();

        assertThat(workday.requests.getFirst())
                .contains("<wd:Effective_From>2026-11-22T02:00:00Z</", "<wd:As_Of_Effective_Date>2026-11-23</");
        assertThat(workday.requests.get(1)).contains("<wd:As_Of_Effective_Date>2026-11-22</");
        assertThat(trees).hasSize(2);
        assertThat(Worker.of(trees.getFirst()).endsOn()).isEqualTo("2026-11-22");
        assertThat(trees.getLast().find(0, "Worker_Data", "Employment_Data", "Worker_Job_Data", "Position_Data", "x"))
                .isEqualTo(XmlTree.NONE);
    }

    @Test
    void anEarlyLookWithoutADateTakesNothing() {
        SoapAnswers workday = SoapAnswers.full(24)
                .answer(page(1, 1, worker("1", "a", "<wd:Active>0</wd:Active>")))
                .answer(page(1, 1, active("1", "a")));

        assertThat(workday.records()).containsExactly("1 a");
    }

    @Test
    void whoConvertsWithinTheLookAheadDoesNotLeave() {
        SoapAnswers workday = SoapAnswers.full(24)
                .answer(page(2, 1, left("1", "old", "2026-11-22"), active("1", "new")))
                .answer(page(
                        2,
                        1,
                        active("1", "old"),
                        worker("1", "new", "<wd:Active>0</wd:Active><wd:Hire_Date>2026-11-23</wd:Hire_Date>")))
                .answer(page(1, 1, active("1", "new")));

        assertThat(workday.records()).containsExactly("1 old");
    }
}
