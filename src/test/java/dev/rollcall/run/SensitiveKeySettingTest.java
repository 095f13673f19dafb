package dev.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.TestDatabase;
import dev.rollcall.config.Configuration;
import dev.rollcall.config.ConfigurationLoader;
import dev.rollcall.directory.SensitiveKeys;
import dev.rollcall.run.database.DataFolder;
import dev.rollcall.run.database.DatabaseUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

/** Where the keys of sensitive values come from, and what happens when one is gone. */
class SensitiveKeySettingTest {
    private static final String ONE = "MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE=";
    private static final String TWO = "MjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjI=";

    @TempDir
    Path folder;

    private final HikariDataSource database = TestDatabase.fresh();
    private final JdbcTemplate sql = new JdbcTemplate(database);
    private final MockEnvironment environment = new MockEnvironment();
    private DataFolder data;

    @BeforeEach
    void prepare() throws IOException {
        data = DataFolder.at(folder.resolve("data"));
        data.prepare();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private SensitiveKeys keys(Configuration configuration) throws IOException {
        return SensitiveKeySetting.keys(environment, data, configuration, sql, Clock.systemUTC());
    }

    private SensitiveKeys keys() throws IOException {
        return keys(new Configuration(Map.of(), Map.of()));
    }

    private SensitiveKeys given(String text) throws IOException {
        environment.setProperty("rollcall.sensitive-keys", text);
        return keys();
    }

    @Test
    void besideTheEmbeddedDatabaseOneIsMadeForItsOwnerAlone() throws IOException {
        SensitiveKeys made = keys();

        Path file = data.root().resolve("sensitive-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(keys().fingerprints()).isEqualTo(made.fingerprints());

        Files.delete(file);
        assertThatThrownBy(this::keys)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(made.fingerprints().getFirst());
        assertThat(file).as("another in its place").doesNotExist();
    }

    @Test
    void aNewKeyStandsBeforeTheOneTheDatabaseWasWrittenWith() throws IOException {
        given(ONE);

        assertThatThrownBy(() -> given(TWO)).isInstanceOf(DatabaseUnavailable.class);
        assertThat(given(TWO + "," + ONE).fingerprints()).hasSize(2);
        assertThatThrownBy(() -> given(ONE)).isInstanceOf(DatabaseUnavailable.class);
        assertThat(given(ONE + " " + TWO).fingerprints()).hasSize(2);
    }

    @Test
    void aMountedFileHoldsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("rollcall.sensitive-keys"), ONE + "\n");

        assertThat(given(file.toString()).fingerprints()).isEqualTo(given(ONE).fingerprints());
    }

    @Test
    void whatIsNoKeyIsRefusedAndNotSaid() {
        assertThatThrownBy(() -> given("MTEx"))
                .isInstanceOfSatisfying(
                        DatabaseUnavailable.class,
                        refused -> assertThat(refused.remedy()).contains("openssl rand -base64 32"))
                .hasMessageNotContaining("MTEx");
        assertThatThrownBy(() -> given("no key")).isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void aDatabaseOfOnesOwnNeedsOneAsSoonAsSomethingSensitiveIsMapped() throws IOException {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/rollcall");
        Configuration shipped = ConfigurationLoader.load(Path.of("mappings"));
        Configuration paid = paid();

        assertThat(keys(shipped).fingerprints()).hasSize(1);
        assertThatThrownBy(() -> keys(paid))
                .isInstanceOfSatisfying(
                        DatabaseUnavailable.class,
                        refused -> assertThat(refused.remedy()).contains("ROLLCALL_SENSITIVE_KEYS"))
                .hasMessageContaining("birthDate, compensation");
        environment.setProperty("rollcall.sensitive-keys", ONE);
        assertThat(keys(paid).fingerprints()).hasSize(1);

        environment.setProperty("rollcall.sensitive-keys", "");
        assertThatThrownBy(() -> keys(shipped)).as("written with it").isInstanceOf(DatabaseUnavailable.class);
    }

    private Configuration paid() throws IOException {
        Files.copy(Path.of("mappings/people.directory.yaml"), folder.resolve("people.directory.yaml"));
        Files.writeString(folder.resolve("paid.yaml"), """
                source: paid
                title: Paid
                directory: people
                format: csv
                key: Id
                sensitive: [birthDate, compensation]
                employee:
                  givenName: First
                  familyName: Last
                  emails: [{ type: work, value: Email }]
                  birthDate: Born
                  compensation: { amount: Pay }
                """);
        return ConfigurationLoader.load(folder);
    }
}
