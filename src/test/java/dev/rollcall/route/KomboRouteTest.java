package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.run.RunFailure;
import dev.rollcall.simulator.KomboSimulator;
import dev.rollcall.simulator.KomboSimulator.Fault;
import dev.rollcall.simulator.People;
import dev.rollcall.simulator.Person;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The shipped Kamelet and the shipped route, against the API's simulator. */
@CamelSpringBootTest
@SpringBootTest(
        classes = RouteTestApplication.class,
        properties = {
            "spring.main.web-application-type=none",
            "rollcall.http.delay=5",
            "rollcall.http.retries=2",
            "kombo.schedule=0 0 2 1 1 ? 2099",
            "kombo.integration-id=" + KomboSimulator.INTEGRATION
        })
@DirtiesContext
class KomboRouteTest {
    private static final KomboSimulator KOMBO = KomboSimulator.start(0);
    private static final String HOME = TestHome.with("kombo");
    private static final Path KEY_FILE = Path.of(HOME, "kombo.api-key");
    private static final List<Person> PEOPLE = People.of(7, 620, "K");

    @Autowired
    private SourceTriggers triggers;

    @Autowired
    private FakeRuns runs;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("rollcall.home", () -> HOME);
        registry.add("kombo.url", KOMBO::url);
        registry.add("kombo.api-key", () -> "file:" + KEY_FILE);
    }

    @BeforeEach
    void forget() throws IOException {
        Files.writeString(KEY_FILE, KomboSimulator.API_KEY + "\n");
        runs.reset();
        KOMBO.reset();
        KOMBO.people(PEOPLE);
    }

    @AfterAll
    static void stop() {
        KOMBO.close();
    }

    @Test
    @Acceptance({7, 9})
    void everybodyIsFetchedAlongTheCursorsAndTheChainIsTheProof() {
        run();

        assertThat(runs.events("kombo")).containsExactly("open", "stage 0", "stage 1", "stage 2", "accept", "settle");
        assertThat(runs.lastEnd().records()).isGreaterThanOrEqualTo(620);
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.CursorChain(3)));
        assertThat(KOMBO.requests()).allMatch(request -> request.contains("include_deleted=true"));
    }

    @Test
    void allPagesOfARunAndOfTheNextComeOverOneConnection() {
        run();
        run();

        assertThat(KOMBO.requests()).hasSize(6);
        assertThat(KOMBO.connections()).isEqualTo(1);
    }

    @Test
    void changesSinceTheWatermarkAreADeltaAndTheNextWatermarkIsTheBeginOfTheFetch() {
        KOMBO.people(PEOPLE);
        Instant since = Instant.now().plus(1, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.MILLIS);
        runs.watermark(since);
        KOMBO.people(PEOPLE.stream()
                .map(person -> person.number().equals("K00003") ? person.withTitle("Astronaut") : person)
                .toList());
        Instant before = Instant.now();

        run();

        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Delta());
        assertThat(runs.lastEnd().watermark()).isAfterOrEqualTo(before);
        assertThat(KOMBO.requests().getFirst())
                .contains("updated_after=" + since.toString().substring(0, 10));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TOO_MANY", "UNAVAILABLE", "ERROR", "RESET", "CUT"})
    void whatPassesIsTriedAgainAroundTheCallAloneSoThatEachPageIsStagedOnce(Fault fault) {
        KOMBO.fail(2, fault);

        run();

        assertThat(runs.events("kombo")).containsExactly("open", "stage 0", "stage 1", "stage 2", "accept", "settle");
        assertThat(KOMBO.requests())
                .filteredOn(request -> request.startsWith("page=2"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, API-001, PLATFORM.AUTHENTICATION_INVALID",
        "PENDING, API-002, INTEGRATION.SETUP_SYNC_PENDING",
        "HTML, API-004, kombo page 2",
        "SAME_CURSOR, API-006, cursor",
        "SAME_PAGE, API-006, earlier page"
    })
    void whatDoesNotPassAbortsOnceAndSaysWhatToDo(Fault fault, String code, String said) {
        KOMBO.fail(2, fault);

        RunFailure failure = failure();

        assertThat(failure.problem().code()).isEqualTo(code);
        assertThat(failure.problem().toString()).contains(said).doesNotContain(KomboSimulator.API_KEY);
        assertThat(runs.events("kombo"))
                .filteredOn(event -> event.startsWith("abort"))
                .containsExactly("abort " + code);
        assertThat(runs.events("kombo")).doesNotContain("settle");
    }

    @Test
    void anOutageThatLastsFailsTheRunAfterSomeTries() {
        for (int i = 0; i < 3; i++) {
            KOMBO.fail(1, Fault.UNAVAILABLE);
        }

        assertThat(failure().problem().toString()).contains("API-003", "503");
        assertThat(KOMBO.requests()).hasSize(3);
    }

    @Test
    @Acceptance(128)
    void aNewKeyCountsWithoutARestart() throws IOException {
        run();
        KOMBO.accept("the-new-key");
        assertThat(failure().problem().code()).isEqualTo("API-001");
        Files.writeString(KEY_FILE, "the-new-key\n");
        runs.reset();

        run();

        assertThat(runs.events("kombo")).contains("settle");
    }

    @Test
    @Acceptance(128)
    void whileAKeyIsRotatedBothAreTriedAndTheOneThatWorksIsUsed() throws IOException {
        Files.writeString(KEY_FILE, "not-valid-yet\n" + KomboSimulator.API_KEY + "\n");

        run();

        assertThat(runs.events("kombo")).containsExactly("open", "stage 0", "stage 1", "stage 2", "accept", "settle");
        assertThat(KOMBO.requests())
                .filteredOn(request -> request.startsWith("page=1"))
                .hasSize(2);
    }

    @Test
    void aFileWithoutASecretIsNamed() throws IOException {
        Files.writeString(KEY_FILE, "\n");

        assertThat(failure().problem().toString()).contains("RTE-009", "apiKey", KEY_FILE.toString(), "is empty");
    }

    private void run() {
        Triggered.run(triggers, "kombo");
    }

    private RunFailure failure() {
        return Triggered.failure(triggers, "kombo");
    }
}
