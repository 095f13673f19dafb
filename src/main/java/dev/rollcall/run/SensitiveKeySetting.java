package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.directory.SensitiveKeys;
import dev.rollcall.run.database.DataFolder;
import dev.rollcall.run.database.DatabaseUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Where the keys of sensitive values come from: {@code rollcall.sensitive-keys}, else one generated into
 * {@code sensitive-key} in the data folder, which goes with the embedded database (acceptance row 50).
 *
 * <p>The database remembers by which keys it was written: a process without one of them does not start.
 */
@Component
class SensitiveKeySetting {
    private static final String SETTING = "rollcall.sensitive-keys";
    private static final String GENERATED = "sensitive-key";

    SensitiveKeySetting(
            Environment environment, DataFolder data, Configuration configuration, JdbcTemplate sql, Clock clock)
            throws IOException {
        ProfileCodec.sealBy(keys(environment, data, configuration, sql, clock));
    }

    /**
     * The keys of this process, of which the database now knows.
     *
     * @throws DatabaseUnavailable when one is missing
     */
    static SensitiveKeys keys(
            Environment environment, DataFolder data, Configuration configuration, JdbcTemplate sql, Clock clock)
            throws IOException {
        Optional<String> given =
                Optional.ofNullable(environment.getProperty(SETTING)).filter(text -> !text.isBlank());
        boolean embedded =
                environment.getProperty("spring.datasource.url", "embedded").equals("embedded");
        if (given.isEmpty() && !embedded) {
            requireNothingSensitive(configuration);
        }
        List<String> known = sql.queryForList("SELECT fingerprint FROM sensitive_key", String.class);
        SensitiveKeys keys = given.isPresent() ? keys(text(given.get())) : generated(data, known.isEmpty());
        requireAll(known, keys.fingerprints());
        if (given.isPresent() || embedded) {
            sql.update(
                    "INSERT INTO sensitive_key (fingerprint, since) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    keys.fingerprints().getFirst(),
                    Timestamp.from(clock.instant()));
        }
        return keys;
    }

    /** What is mounted as a file is given as the file's place. */
    private static String text(String given) throws IOException {
        Path mounted = Path.of(given.strip());
        return Files.isRegularFile(mounted) ? Files.readString(mounted) : given;
    }

    private static SensitiveKeys keys(String text) {
        try {
            return SensitiveKeys.of(Arrays.stream(text.strip().split("[,\\s]+"))
                    .map(Base64.getDecoder()::decode)
                    .toList());
        } catch (IllegalArgumentException notKeys) {
            throw new DatabaseUnavailable(
                    SETTING + " holds something that is no key.",
                    "A key is " + SensitiveKeys.LENGTH + " random bytes in base64: `openssl rand -base64 "
                            + SensitiveKeys.LENGTH + "`. Several stand with a comma between them, the new one first.");
        }
    }

    /** The one in the data folder, made where the database knows of none; none where it is gone. */
    private static SensitiveKeys generated(DataFolder data, boolean first) throws IOException {
        Path file = data.root().resolve(GENERATED);
        if (!Files.exists(file)) {
            if (!first) {
                return SensitiveKeys.NONE;
            }
            byte[] random = new byte[SensitiveKeys.LENGTH];
            new SecureRandom().nextBytes(random);
            data.writeSecret(GENERATED, Base64.getEncoder().encodeToString(random));
        }
        return keys(Files.readString(file));
    }

    private static void requireNothingSensitive(Configuration configuration) {
        TreeSet<String> sensitive = new TreeSet<>();
        for (SourceConfiguration source : configuration.sources().values()) {
            sensitive.addAll(source.mapping().sensitive());
        }
        if (!sensitive.isEmpty()) {
            throw new DatabaseUnavailable(
                    "the mappings carry " + String.join(", ", sensitive)
                            + ", which are kept encrypted, and there is no key for a database of your own.",
                    "Set " + SETTING + " (ROLLCALL_SENSITIVE_KEYS) to the output of `openssl rand -base64 "
                            + SensitiveKeys.LENGTH + "`, the same for every process at this database, and keep it.");
        }
    }

    private static void requireAll(List<String> known, List<String> given) {
        List<String> missing =
                known.stream().filter(key -> !given.contains(key)).sorted().toList();
        if (!missing.isEmpty()) {
            throw new DatabaseUnavailable(
                    "the database was written with the key of sensitive values " + String.join(", ", missing)
                            + ", which is not there.",
                    "Name it in " + SETTING + " after the new one, or put back " + GENERATED + " in the data folder.");
        }
    }
}
