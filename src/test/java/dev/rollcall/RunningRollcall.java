package dev.rollcall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.filter.TypeExcludeFilters;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The whole runtime, started once for all tests that extend this class, on the repository's own routes and mappings.
 *
 * <p>Subclasses declare nothing that would make a second context: no properties, no imports, no profiles.
 */
@SpringBootTest(
        classes = Rollcall.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"rollcall.admin.password=" + RunningRollcall.PASSWORD, "management.server.port=0"})
@AutoConfigureObservability
@TypeExcludeFilters(OtherApplications.class)
public abstract class RunningRollcall {
    protected static final String PASSWORD = "for-the-test";
    protected static final Path HOME = Path.of("target/test-home").toAbsolutePath();

    @LocalServerPort
    protected int port;

    @LocalManagementPort
    protected int managementPort;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        prepareHome();
        TestDatabase.fresh(registry);
        registry.add("rollcall.home", HOME::toString);
    }

    private static void prepareHome() {
        try {
            FileSystemUtils.deleteRecursively(HOME);
            Files.createDirectories(HOME);
            for (String folder : new String[] {"routes", "mappings"}) {
                if (Files.isDirectory(Path.of(folder))) {
                    FileSystemUtils.copyRecursively(Path.of(folder), HOME.resolve(folder));
                }
            }
            prepareDirectories();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepareDirectories() throws IOException {
        Path given = Path.of("src/test/resources/acceptance");
        if (Files.isDirectory(given)) {
            try (Stream<Path> folders = Files.list(given)) {
                for (Path folder : folders.toList()) {
                    FileSystemUtils.copyRecursively(folder, HOME.resolve(folder.getFileName()));
                }
            }
        }
    }
}
