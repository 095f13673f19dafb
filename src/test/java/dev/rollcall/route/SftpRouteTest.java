package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.Acceptance;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.RunSummary;
import dev.rollcall.run.Trigger;
import dev.rollcall.simulator.People;
import dev.rollcall.simulator.SftpServer;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The shipped Kamelet and the shipped route, against an SFTP server. */
@CamelSpringBootTest
@SpringBootTest(
        classes = RouteTestApplication.class,
        properties = {
            "spring.main.web-application-type=none",
            "sftp-csv.schedule=0 0 2 1 1 ? 2099",
            "sftp-csv.host=127.0.0.1",
            "sftp-csv.username=" + SftpServer.USER,
            "sftp-csv.password=" + SftpServer.PASSWORD,
            "sftp-csv.directory=" + SftpServer.DIRECTORY
        })
@DirtiesContext
class SftpRouteTest {
    private static final Path FOLDER = temporary();
    private static final SftpServer SFTP = SftpServer.start(FOLDER, 0);
    private static final String HOME = TestHome.with("sftp-csv");
    private static final String FILE = "id,name\n1,Ann\n2,Zo\u00eb\n";

    @Autowired
    private SourceTriggers triggers;

    @Autowired
    private FakeRuns runs;

    @Autowired
    private FakeFileLedger ledger;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("rollcall.home", () -> HOME);
        registry.add("sftp-csv.port", SFTP::port);
        registry.add("sftp-csv.known-hosts-file", SFTP.knownHosts()::toString);
    }

    @BeforeEach
    void forget() throws IOException {
        runs.reset();
        ledger.files().clear();
        try (Stream<Path> all = Files.walk(SFTP.directory())) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(SFTP.directory())) {
                    Files.delete(file);
                }
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        SFTP.close();
    }

    @Test
    @Acceptance({3, 10})
    void aFileIsReadAndMovedToDoneWithItsDoneFile() {
        SFTP.put("people.csv", FILE);

        run(Trigger.SCHEDULE);

        assertThat(runs.events("sftp-csv")).containsExactly("open", "stage 0", "accept", "settle");
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.DoneFile("people.csv.done")));
        assertThat(runs.lastEnd().records()).isEqualTo(2);
        assertThat(SFTP.names()).hasSize(2).allMatch(name -> name.startsWith(".done/"));
        assertThat(ledger.files())
                .singleElement()
                .satisfies(file -> assertThat(file.sha256()).isEqualTo(SftpServer.sha256(FILE)));
    }

    @Test
    @Acceptance(3)
    void aLargeFileComesInPages() {
        String file = People.csv(People.of(3, 2500, "S")).replaceFirst("Employee ID,First Name", "id,name");
        SFTP.put("people.csv", file);

        run(Trigger.SCHEDULE);

        assertThat(runs.events("sftp-csv"))
                .containsExactly("open", "stage 0", "stage 1", "stage 2", "accept", "settle");
        assertThat(runs.lastEnd().records()).isEqualTo(2500);
    }

    @Test
    void withoutANewFileTheRunEndsQuietly() {
        SFTP.write("people.csv", FILE);

        run(Trigger.SCHEDULE);

        assertThat(runs.events("sftp-csv")).containsExactly("open", "nothing new");
        assertThat(SFTP.names()).containsExactly("people.csv");
    }

    @Test
    @Acceptance(116)
    void aDryRunLeavesTheFilesWhereTheyAre() {
        SFTP.put("people.csv", FILE);

        run(new Trigger(Trigger.By.REST, true, false, false));

        assertThat(runs.events("sftp-csv")).containsExactly("open dry", "stage 0", "accept", "settle");
        assertThat(SFTP.names()).containsExactly("people.csv", "people.csv.done");
        assertThat(ledger.files()).isEmpty();
    }

    @Test
    void theNewestFullFileIsReadAndOlderOnesAreSuperseded() {
        SFTP.put("a.csv", "id,name\n1,Old\n");
        SFTP.put("b.csv", FILE);
        SFTP.age("a.csv", Duration.ofDays(1));

        run(Trigger.SCHEDULE);

        assertThat(runs.lastEnd().records()).isEqualTo(2);
        assertThat(SFTP.names()).hasSize(4).allMatch(name -> name.startsWith(".done/"));
    }

    @Test
    void aFullFileOlderThanTheOneAppliedLastIsRefused() {
        SFTP.put("b.csv", FILE);
        run(Trigger.SCHEDULE);
        SFTP.put("a.csv", FILE);
        SFTP.age("a.csv", Duration.ofDays(1));

        assertThat(failure().problem().toString()).startsWith("a.csv  CSV-012");
        assertThat(SFTP.names()).filteredOn(name -> name.startsWith(".failed/")).hasSize(2);
    }

    @Test
    void theSameFileAgainIsNothingNew() throws IOException {
        SFTP.put("people.csv", FILE);
        FileTime time = Files.getLastModifiedTime(SFTP.directory().resolve("people.csv"));
        run(Trigger.SCHEDULE);
        SFTP.put("people.csv", FILE);
        Files.setLastModifiedTime(SFTP.directory().resolve("people.csv"), time);
        runs.reset();

        run(Trigger.SCHEDULE);

        assertThat(runs.events("sftp-csv")).containsExactly("open", "nothing new");
    }

    @Test
    void aBrokenFileIsMovedToFailedAndTheRunAbortsOnce() {
        SFTP.put("people.csv", "id,name\n1,Ann\n2,\"Bo");

        assertThat(failure().problem().toString()).startsWith("people.csv:3  CSV-007");
        assertThat(runs.events("sftp-csv"))
                .filteredOn(event -> event.startsWith("abort"))
                .hasSize(1);
        assertThat(SFTP.names()).hasSize(2).allMatch(name -> name.startsWith(".failed/"));
    }

    @Test
    void aFailingAggregatorMovesTheFileToFailed() {
        runs.fail("sftp-csv", "stage");
        SFTP.put("people.csv", FILE);

        assertThat(failure().problem().code()).isEqualTo("RUN-999");
        assertThat(runs.events("sftp-csv"))
                .filteredOn(event -> event.startsWith("abort"))
                .hasSize(1);
        assertThat(SFTP.names()).hasSize(2).allMatch(name -> name.startsWith(".failed/"));
    }

    @Test
    void aFailingSettlementMovesTheFileToFailed() {
        runs.fail("sftp-csv", "settle");
        SFTP.put("people.csv", FILE);

        assertThat(failure().problem().code()).isEqualTo("RUN-999");
        assertThat(SFTP.names()).hasSize(2).allMatch(name -> name.startsWith(".failed/"));
    }

    @Test
    void aHeaderThatTheMappingCannotReadFailsTheFileWithAllThatIsMissing() {
        SFTP.put("people.csv", "number,first\n1,Ann\n");

        assertThat(failure().problem().message()).contains("no column id").contains("no column name");
        assertThat(SFTP.names()).allMatch(name -> name.startsWith(".failed/"));
    }

    @Test
    void aNameThatLeadsOutOfItsFolderOrIsHiddenIsPassedOver() {
        SFTP.put("a..b.csv", FILE);
        SFTP.put(".people.csv", FILE);
        SFTP.put("people\\..\\x.csv", FILE);
        SFTP.put("people&delete=true.csv", FILE);

        run(Trigger.SCHEDULE);

        assertThat(runs.events("sftp-csv")).containsExactly("open", "nothing new");
        assertThat(SFTP.names()).hasSize(8);
    }

    @Test
    void aServerWithAnotherKeyIsRefused() throws IOException {
        Path known = SFTP.knownHosts();
        String right = Files.readString(known);
        try {
            Files.writeString(known, right.replaceAll("AAAA\\S+", otherKey()));
            SFTP.put("people.csv", FILE);

            assertThat(failure().problem().code()).isEqualTo("RTE-010");
            assertThat(runs.events("sftp-csv"))
                    .filteredOn(event -> event.startsWith("abort"))
                    .hasSize(1);
        } finally {
            Files.writeString(known, right);
        }
    }

    private static String otherKey() throws IOException {
        try (SftpServer other = SftpServer.start(temporary(), 0)) {
            return Files.readString(other.knownHosts()).strip().split(" ", -1)[2];
        }
    }

    private RunSummary run(Trigger trigger) {
        RunSummary summary = triggers.trigger("sftp-csv", trigger)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        await().until(() -> triggers.sources().getFirst().state() == SourceTriggers.State.IDLE);
        return summary;
    }

    private RunFailure failure() {
        return Triggered.failure(triggers, "sftp-csv");
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("rollcall-sftp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
