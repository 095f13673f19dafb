package dev.rollcall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.filter.TypeExcludeFilters;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole runtime, started once for all tests that extend this class, on the repository's own routes and mappings and
 * on those of {@link TestHome}.
 *
 * <p>Subclasses declare nothing that would make a second context: no properties, no imports, no profiles.
 */
@SpringBootTest(
        classes = {Rollcall.class, RunningRollcall.Sources.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "rollcall.admin.password=" + RunningRollcall.PASSWORD,
            "management.server.port=0",
            "rollcall.url=https://rollcall.example.com/",
            "rollcall.notices.every=PT0.2S",
            "rollcall.notices.first-pause=PT0.2S",
            "rollcall.notices.longest-pause=PT0.4S"
        })
@AutoConfigureObservability
@TypeExcludeFilters(OtherApplications.class)
public abstract class RunningRollcall {
    protected static final String PASSWORD = "for-the-test";
    protected static final Path HOME = Path.of("target/test-home").toAbsolutePath();

    @LocalServerPort
    protected int port;

    @LocalManagementPort
    protected int managementPort;

    /** What the route {@code slow} answers with. */
    @Autowired
    protected HandedOver handedOver;

    @TestConfiguration(proxyBeanMethods = false)
    static class Sources {
        @Bean
        HandedOver handedOver() {
            return new HandedOver();
        }
    }

    /** The name of a directory, and of its one source, that no other test uses. */
    protected static String freshDirectory() {
        return TestHome.freshDirectory();
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        try {
            TestHome.prepare(HOME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestDatabase.fresh(registry);
        registry.add("rollcall.home", HOME::toString);
    }
}
