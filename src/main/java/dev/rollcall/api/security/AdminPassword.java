package dev.rollcall.api.security;

import dev.rollcall.run.database.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * Where the administrator's password comes from: {@code ROLLCALL_ADMIN_PASSWORD}, else the file named by
 * {@code rollcall.admin.password-file}, else one generated into {@code admin-password} in the data folder.
 */
final class AdminPassword {
    private static final Logger LOG = LoggerFactory.getLogger(AdminPassword.class);
    private static final String GENERATED = "admin-password";

    private AdminPassword() {}

    /** Whether somebody chose one; a generated one is good for this machine only. */
    static boolean isGiven(Environment environment) {
        return text(environment).isPresent() || file(environment).isPresent();
    }

    static Secret read(Environment environment, DataFolder data) throws IOException {
        Optional<String> text = text(environment);
        if (text.isPresent()) {
            return new Secret(text.get());
        }
        Optional<Path> file = file(environment);
        return file.isPresent() ? fromFile(file.get()) : generated(data);
    }

    private static Secret fromFile(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("rollcall.admin.password-file names " + file + ", which cannot be read");
        }
        String text = Files.readString(file).strip();
        if (text.isEmpty()) {
            throw new IllegalStateException("rollcall.admin.password-file names " + file + ", which is empty");
        }
        return new Secret(text);
    }

    private static Secret generated(DataFolder data) throws IOException {
        Path file = data.root().resolve(GENERATED);
        if (!Files.exists(file)) {
            data.writeSecret(GENERATED, Secret.random().text());
        }
        LOG.warn(
                "no administrator's password is set; the generated one is in {}. Listening on this machine only", file);
        return fromFile(file);
    }

    private static Optional<String> text(Environment environment) {
        return Optional.ofNullable(environment.getProperty("rollcall.admin.password"))
                .filter(text -> !text.isBlank());
    }

    private static Optional<Path> file(Environment environment) {
        return Optional.ofNullable(environment.getProperty("rollcall.admin.password-file"))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
