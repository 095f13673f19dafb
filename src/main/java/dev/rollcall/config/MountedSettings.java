package dev.rollcall.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settings mounted as files: {@code secrets/kombo.api-key} is the setting {@code kombo.api-key}.
 *
 * <p>The setting's value is the place of the file, not what it holds: it is read with every use, so a secret that the
 * platform replaces counts without a restart. A setting given in any other way outranks the file.
 * Names that are of no secret, {@code kombo.url}, hold what the file holds when the server starts.
 */
final class MountedSettings implements EnvironmentPostProcessor, Ordered {
    private static final Set<String> NO_SECRET = Set.of(
            "url",
            "host",
            "port",
            "user",
            "username",
            "tenant",
            "owner",
            "report",
            "client-id",
            "company-id",
            "integration-id",
            "directory",
            "schedule",
            "zone",
            "credentials-expire");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path folder = Path.of(environment.getProperty(
                "rollcall.secrets", environment.getProperty("rollcall.home", ".") + "/secrets"));
        if (!Files.isDirectory(folder)) {
            return;
        }
        Map<String, Object> settings = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .forEach(file -> settings.put(file.getFileName().toString(), value(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.getPropertySources().addLast(new MapPropertySource("secrets", settings));
    }

    private static String value(Path file) {
        String name = file.getFileName().toString();
        try {
            return NO_SECRET.contains(name.substring(name.lastIndexOf('.') + 1))
                    ? Files.readString(file).strip()
                    : "file:" + file.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }
}
