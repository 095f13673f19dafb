package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.simulator.SftpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
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

/** A supplier's server whose password or key is replaced while the runtime runs. */
@CamelSpringBootTest
@SpringBootTest(
        classes = RouteTestApplication.class,
        properties = {"rollcall.home=target/no-home", "spring.main.web-application-type=none"})
@Import(SftpLoginTest.Routes.class)
@DirtiesContext
class SftpLoginTest {
    private static final Path FOLDER = temporary();
    private static final SftpServer SFTP = SftpServer.start(FOLDER, 0);
    private static final Path PASSWORD = FOLDER.resolve("password");
    private static final Path KEY = FOLDER.resolve("key");
    private static final Path NEXT_KEY = FOLDER.resolve("next-key");

    @Autowired
    private SourceTriggers triggers;

    @Autowired
    private FakeRuns runs;

    @BeforeEach
    void forget() {
        runs.reset();
    }

    @AfterAll
    static void stop() throws IOException {
        SFTP.close();
    }

    @Test
    @Acceptance(128)
    void ofTwoPasswordsWhicheverTheServerAcceptsIsUsedWithoutARestart() throws IOException {
        SFTP.accept("old");
        Files.writeString(PASSWORD, "old\n");
        assertThat(isRead("stable")).isTrue();

        Files.writeString(PASSWORD, "old\nnew\n");
        assertThat(isRead("stable")).isTrue();

        SFTP.accept("new");
        assertThat(isRead("stable")).isTrue();

        SFTP.accept("neither");
        assertThat(Triggered.failure(triggers, "stable").problem().toString())
                .contains("RTE-010", "does not accept the user name");
    }

    @Test
    @Acceptance(128)
    void ofTwoPrivateKeysWhicheverTheServerAcceptsIsUsedWithoutARestart() throws Exception {
        KeyPair old = pair(KEY);
        SFTP.accept(old.getPublic());
        assertThat(isRead("checksum")).isTrue();

        KeyPair next = pair(NEXT_KEY);
        assertThat(isRead("checksum")).isTrue();

        SFTP.accept(next.getPublic());
        assertThat(isRead("checksum")).isTrue();

        Files.delete(NEXT_KEY);
        assertThat(Triggered.failure(triggers, "checksum").problem().toString()).contains("RTE-010", "password or key");
    }

    /** Whether the server showed its folder, empty as it is. */
    private boolean isRead(String source) {
        runs.reset();
        Triggered.run(triggers, source);
        return runs.events(source).contains("nothing new");
    }

    private static KeyPair pair(Path file) throws IOException, NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        return pair;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("rollcall-sftp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One route with a password, one with keys. */
    @TestConfiguration
    static class Routes {
        @Bean
        RouteBuilder logins() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    source("stable", "password=file:" + PASSWORD);
                    source("checksum", "privateKeyFile=" + KEY + "&nextPrivateKeyFile=" + NEXT_KEY);
                }

                private void source(String source, String login) {
                    from("kamelet:sftp-csv-source?source=" + source + "&host=127.0.0.1&port=" + SFTP.port()
                                    + "&username=" + SftpServer.USER + "&" + login + "&knownHostsFile="
                                    + SFTP.knownHosts() + "&directory=" + SftpServer.DIRECTORY + "&proof=stable")
                            .to("mapper:" + source)
                            .to("aggregator:people");
                }
            };
        }
    }
}
