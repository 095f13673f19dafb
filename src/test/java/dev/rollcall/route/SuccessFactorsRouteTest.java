package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.run.Run;
import dev.rollcall.run.RunFailure;
import dev.rollcall.simulator.People;
import dev.rollcall.simulator.Person;
import dev.rollcall.simulator.successfactors.KeyFiles;
import dev.rollcall.simulator.successfactors.SuccessFactorsSimulator;
import dev.rollcall.simulator.successfactors.TlsServer;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiRefusal;
import dev.rollcall.source.api.ApiRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The shipped Kamelet and the shipped route, against the API's simulator. */
@ExtendWith(OutputCaptureExtension.class)
@CamelSpringBootTest
@SpringBootTest(
        classes = RouteTestApplication.class,
        properties = {
            "spring.main.web-application-type=none",
            "rollcall.http.delay=5",
            "rollcall.http.retries=2",
            "rollcall.http.requests-per-second=100",
            "successfactors.schedule=0 0 2 1 1 ? 2099",
            "successfactors.company-id=" + SuccessFactorsSimulator.COMPANY,
            "successfactors.client-id=" + SuccessFactorsSimulator.CLIENT,
            "successfactors.user=" + SuccessFactorsSimulator.USER
        })
@DirtiesContext
class SuccessFactorsRouteTest {
    private static final SuccessFactorsSimulator SUCCESSFACTORS = SuccessFactorsSimulator.start(0);
    private static final String HOME = TestHome.with("successfactors");
    private static final List<Person> PEOPLE = People.of(7, 450, "S");

    @Autowired
    private SourceTriggers triggers;

    @Autowired
    private FakeRuns runs;

    @Autowired
    private ClientCertificates certificates;

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private SuccessFactorsSource source;

    @Autowired
    private ApiPages pages;

    @Autowired
    private CamelContext camel;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("rollcall.home", () -> HOME);
        registry.add("successfactors.url", SUCCESSFACTORS::url);
        registry.add(
                "successfactors.private-key-file",
                () -> SUCCESSFACTORS.keys().privateKey().toString());
    }

    @BeforeEach
    void forget() {
        runs.reset();
        SUCCESSFACTORS.reset();
        SUCCESSFACTORS.people(PEOPLE);
    }

    @AfterAll
    static void stop() {
        SUCCESSFACTORS.close();
    }

    @Test
    @Acceptance({1, 9})
    void everybodyIsFetchedAlongTheServersLinksInOneSessionAndTheCountIsTheProof() {
        run();

        assertThat(runs.events("successfactors"))
                .hasSize(12)
                .startsWith("open", "stage 0", "stage 1")
                .endsWith("stage 8", "accept", "settle");
        assertThat(runs.lastEnd().records()).isEqualTo(450);
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(450)));
        assertThat(SUCCESSFACTORS.sessions()).isEqualTo(1);
        assertThat(SUCCESSFACTORS.requests()).filteredOn("next"::equals).hasSize(2);
    }

    @Test
    @Acceptance(130)
    void aTokenIsGotByASignedAssertionKeptAndRenewedWhenItIsRefused() {
        run();
        SUCCESSFACTORS.reset();
        run();
        assertThat(SUCCESSFACTORS.requests()).doesNotContain("token");

        SUCCESSFACTORS.expireTokens();
        SUCCESSFACTORS.reset();
        run();

        assertThat(SUCCESSFACTORS.requests()).filteredOn("token"::equals).hasSize(1);
        assertThat(runs.events("successfactors")).filteredOn("settle"::equals).hasSize(3);
    }

    @Test
    @Acceptance(130)
    void aKeyThatTheServerDoesNotKnowIsRefusedAndWhatToDoIsSaid() throws IOException {
        Path file = SUCCESSFACTORS.keys().privateKey();
        String known = Files.readString(file);
        SUCCESSFACTORS.expireTokens();
        try {
            Files.writeString(file, Files.readString(KeyFiles.create().privateKey()));
            SUCCESSFACTORS.expireTokens();

            RunFailure failure = failure();

            assertThat(failure.problem().code()).isEqualTo("API-001");
            assertThat(runs.events("successfactors")).doesNotContain("settle");
        } finally {
            Files.writeString(file, known);
        }
        run();
        assertThat(runs.events("successfactors")).contains("settle");
    }

    @Test
    void changesSinceTheWatermarkAreADeltaAndTheNextWatermarkIsTheBeginOfTheFetch() {
        Instant since = Instant.now().plusSeconds(16 * 60);
        runs.watermark(since);
        SUCCESSFACTORS.people(PEOPLE);
        Instant before = Instant.now();

        run();

        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Delta());
        assertThat(runs.lastEnd().watermark()).isAfterOrEqualTo(before);
        assertThat(runs.lastEnd().records()).isZero();
        assertThat(SUCCESSFACTORS.requests().getLast()).contains("lastModifiedDateTime ge datetimeoffset'");
    }

    @Test
    void aPersonOfTwoEmploymentsIsOneRecord() {
        Person first = PEOPLE.getFirst();
        Person again = new Person(
                first.number(),
                first.givenName(),
                first.familyName(),
                first.email(),
                "Astronaut",
                first.department(),
                first.location(),
                null,
                first.hiredOn().plusYears(2),
                null);
        SUCCESSFACTORS.people(List.of(first.leaving(first.hiredOn().plusYears(1)), again));

        run();

        assertThat(runs.lastEnd().records()).isEqualTo(1);
        assertThat(runs.staged().getFirst().results()).hasOnlyElementsOfType(MappingResult.Mapped.class);
    }

    @Test
    @Acceptance(130)
    void aPasswordIsUsedOnlyWhereTheSettingSaysSoAndIsWarnedOf(CapturedOutput output) throws Exception {
        run();
        assertThat(output).doesNotContain("SAP retired passwords");

        Exchange exchange = new DefaultExchange(camel);
        Map.of(
                        "url", SUCCESSFACTORS.url(),
                        "zone", "UTC",
                        "authentication", "basic",
                        "user", "API",
                        "companyId", "acme",
                        "password", "s3cret")
                .forEach((name, value) -> exchange.setProperty("rollcall." + name, value));
        exchange.getMessage()
                .setBody(new Run(new RunId("run"), "successfactors", "people", null, Instant.EPOCH, false, false));
        source.begin(exchange);
        pages.call(exchange);

        assertThat(exchange.getMessage()
                        .getMandatoryBody(HttpCall.class)
                        .request()
                        .headers())
                .containsEntry("Authorization", "Basic QVBJQGFjbWU6czNjcmV0");
        assertThat(output)
                .contains("SAP retired passwords for its APIs on 20 November 2026")
                .contains("saml or certificate")
                .doesNotContain("s3cret");
    }

    @Test
    @Acceptance({128, 130})
    void theConnectionCarriesTheClientCertificateAndAnotherOneWithoutARestart(@TempDir Path folder) throws Exception {
        try (TlsServer server = TlsServer.start(folder, List.of("rollcall", "renewed"))) {
            PemFiles authority = new PemFiles("tls", "authorityFile", server.certificate("server"));
            PemFiles key = new PemFiles("tls", "privateKeyFile", server.key("rollcall"));
            PemFiles certificate = new PemFiles("tls", "certificateFile", server.certificate("rollcall"));
            certificates.use("tls", key, certificate, authority);

            assertThat(call(server)).isEqualTo("CN=rollcall");

            Files.copy(server.key("renewed"), key.file(), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(server.certificate("renewed"), certificate.file(), StandardCopyOption.REPLACE_EXISTING);
            certificates.use("tls", key, certificate, authority);

            assertThat(call(server)).isEqualTo("CN=renewed");
        }
    }

    private String call(TlsServer server) throws IOException {
        HttpCall call = new HttpCall(
                "tls",
                ApiRequest.get(URI.create(server.url() + "/"), Map.of()),
                answer -> ApiRefusal.byStatus("tls", answer.status()));
        ApiAnswer answer = template.requestBody("direct:rollcall-http", call, ApiAnswer.class);
        return new String(answer.content().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void run() {
        Triggered.run(triggers, "successfactors");
    }

    private RunFailure failure() {
        return Triggered.failure(triggers, "successfactors");
    }
}
