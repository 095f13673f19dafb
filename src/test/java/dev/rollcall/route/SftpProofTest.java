package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.mapping.MappingResult;
import dev.rollcall.run.RunFailure;
import dev.rollcall.simulator.SftpServer;
import dev.rollcall.source.PgpKeys;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** Each way to know that a file is whole, and files of changes, in routes of their own. */
@CamelSpringBootTest
@SpringBootTest(
        classes = RouteTestApplication.class,
        properties = {"rollcall.home=target/no-home", "spring.main.web-application-type=none"})
@Import(SftpProofTest.Routes.class)
@DirtiesContext
class SftpProofTest {
    private static final Path FOLDER = temporary();
    private static final SftpServer SFTP = SftpServer.start(FOLDER, 0);
    private static final PgpKeys KEYS = PgpKeys.in(FOLDER, "key");
    private static final PgpKeys SENDER = PgpKeys.in(FOLDER, "sender");
    private static final String FILE = "id,name\n1,Ann\n2,Bo\n";

    @Autowired
    private SourceTriggers triggers;

    @Autowired
    private FakeRuns runs;

    @Autowired
    private FakeFileLedger ledger;

    @BeforeEach
    void forget() {
        runs.reset();
        ledger.files().clear();
    }

    @AfterAll
    static void stop() throws IOException {
        SFTP.close();
    }

    @Test
    void aChecksumThatAgreesProvesTheFile() {
        SFTP.write("checksum.csv", FILE);
        SFTP.write("checksum.csv.sha256", SftpServer.sha256(FILE) + "  checksum.csv\n");

        run("checksum");

        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Checksum(SftpServer.sha256(FILE))));
    }

    @Test
    void anEncryptedFileIsReadAndWhatProvesItIsItsContent() throws IOException {
        Files.write(SFTP.directory().resolve("encrypted.csv.pgp"), KEYS.encrypt(FILE + "#rows=2\n"));

        run("encrypted");

        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Trailer(2)));
        assertThat(SFTP.names()).anyMatch(name -> name.matches("\\.done/.*/encrypted\\.csv\\.pgp"));
    }

    @Test
    void aChangedEncryptedFileIsBrokenAndMovedAway() throws IOException {
        byte[] message = KEYS.encrypt(FILE + "#rows=2\n");
        message[message.length - 3] ^= 1;
        Files.write(SFTP.directory().resolve("encrypted.csv.pgp"), message);

        assertThat(failure("encrypted").problem().code()).isEqualTo("CSV-015");
        assertThat(SFTP.names()).anyMatch(name -> name.matches("\\.failed/.*/encrypted\\.csv\\.pgp"));
    }

    @Test
    void aFileIsTakenOnlyWhenItsSenderSignedIt() throws IOException {
        Path file = SFTP.directory().resolve("signed.csv.pgp");
        Files.write(file, KEYS.encrypt(FILE));

        assertThat(failure("signed").problem().toString()).contains("CSV-015", "not signed");
        assertThat(SFTP.names()).anyMatch(name -> name.matches("\\.failed/.*/signed\\.csv\\.pgp"));

        Files.write(file, KEYS.encryptSigned(FILE, SENDER));
        run("signed");

        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
        assertThat(failure("unencrypted").problem().message()).contains("Set both, or neither");
    }

    @Test
    void aChecksumThatDisagreesBreaksTheFile() {
        SFTP.write("checksum.csv", FILE + "3,Cut");
        SFTP.write("checksum.csv.sha256", SftpServer.sha256(FILE + "3,Cut and more\n"));

        assertThat(failure("checksum").problem().code()).isEqualTo("CSV-013");
    }

    @Test
    void aTrailerThatAgreesProvesTheFile() {
        SFTP.write("trailer.csv", FILE + "#rows=2\n");

        run("trailer");

        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Trailer(2)));
    }

    @Test
    void aFileWithoutItsTrailerIsBroken() {
        SFTP.write("trailer.csv", FILE);

        assertThat(failure("trailer").problem().code()).isEqualTo("CSV-009");
    }

    @Test
    void aStableFileIsTakenWhenItHasNotChangedForLongEnough() {
        SFTP.write("stable.csv", FILE);
        run("stable");
        assertThat(runs.events("stable")).containsExactly("open", "nothing new");

        SFTP.age("stable.csv", Duration.ofHours(1));
        run("stable");
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
    }

    @Test
    void aFileReplacedWhileItIsReadIsBroken() {
        SFTP.write("replaced.csv", FILE);
        SFTP.age("replaced.csv", Duration.ofHours(1));

        assertThat(failure("replaced").problem().code()).isEqualTo("CSV-011");
    }

    @Test
    void filesOfChangesAreAllReadFromTheOldestOnOneRunEach() {
        SFTP.put("changes-b.csv", "id,name\nsecond,Bo\n");
        SFTP.put("changes-a.csv", "id,name\nfirst,Ann\n");
        SFTP.age("changes-b.csv", Duration.ofHours(1));
        SFTP.age("changes-a.csv", Duration.ofHours(2));

        run("changes");

        await().untilAsserted(() -> assertThat(runs.events("changes"))
                .containsExactly("open", "stage 0", "accept", "settle", "open", "stage 0", "accept", "settle"));
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Delta());
        assertThat(runs.staged().stream()
                        .flatMap(page -> page.results().stream())
                        .map(SftpProofTest::key))
                .containsExactly("first", "second");
    }

    @Test
    void aFileOfChangesThatFailsStaysAndTheLaterOnesWaitForIt() {
        SFTP.put("changes-c.csv", "id,name\nthird");
        SFTP.put("changes-d.csv", "id,name\nfourth,Di\n");
        SFTP.age("changes-c.csv", Duration.ofHours(2));
        SFTP.age("changes-d.csv", Duration.ofHours(1));

        assertThat(failure("changes").problem().code()).isEqualTo("CSV-007");
        assertThat(failure("changes").problem().code()).isEqualTo("CSV-007");
        assertThat(runs.events("changes")).doesNotContain("settle");
        SFTP.put("changes-c.csv", "id,name\nthird,Cy\n");
        SFTP.age("changes-c.csv", Duration.ofHours(2));
        runs.reset();
        run("changes");

        await().untilAsserted(() -> assertThat(runs.staged().stream()
                        .flatMap(page -> page.results().stream())
                        .map(SftpProofTest::key))
                .containsExactly("third", "fourth"));
    }

    private static String key(MappingResult result) {
        return result instanceof MappingResult.Mapped mapped ? mapped.employee().key() : "";
    }

    private void run(String source) {
        Triggered.run(triggers, source);
    }

    private RunFailure failure(String source) {
        return Triggered.failure(triggers, source);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("rollcall-proof");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One route for each proof. */
    @TestConfiguration
    static class Routes {
        @Bean
        RouteBuilder proofs() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    source("checksum", "checksum*.csv&proof=checksum", exchange -> {});
                    source("trailer", "trailer*.csv&proof=trailer", exchange -> {});
                    source("stable", "stable*.csv&proof=stable", exchange -> {});
                    source("replaced", "replaced*.csv&proof=stable", Routes::replace);
                    source(
                            "encrypted",
                            "encrypted*.csv.pgp&proof=trailer&pgpKeyFile=" + KEYS.privateKey() + "&pgpPassphrase=RAW("
                                    + PgpKeys.PASSPHRASE + ")",
                            exchange -> {});
                    source(
                            "signed",
                            "signed*.csv.pgp&proof=stable&minAge=0&pgpKeyFile=" + KEYS.privateKey()
                                    + "&pgpPassphrase=RAW(" + PgpKeys.PASSPHRASE + ")&pgpSenderKeyFile="
                                    + SENDER.publicKeys(),
                            exchange -> {});
                    source(
                            "unencrypted",
                            "unencrypted*&proof=stable&pgpSenderKeyFile=" + SENDER.publicKeys(),
                            exchange -> {});
                    source("changes", "changes*.csv&proof=done-file&kind=delta", exchange -> {});
                }

                private void source(String source, String options, Processor between) {
                    from("kamelet:sftp-csv-source?source=" + source + "&host=127.0.0.1&port=" + SFTP.port()
                                    + "&username=" + SftpServer.USER + "&password=" + SftpServer.PASSWORD
                                    + "&knownHostsFile=" + SFTP.knownHosts() + "&directory=" + SftpServer.DIRECTORY
                                    + "&include=" + options)
                            .to("mapper:" + source)
                            .process(between)
                            .to("aggregator:people");
                }
            };
        }

        /** The supplier writes the file again under the same name. */
        private static void replace(Exchange exchange) {
            SFTP.write("replaced.csv", FILE + "3,Di\n");
        }
    }
}
