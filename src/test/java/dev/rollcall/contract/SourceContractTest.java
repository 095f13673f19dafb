package dev.rollcall.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rollcall.Acceptance;
import dev.rollcall.OtherApplications;
import dev.rollcall.Rollcall;
import dev.rollcall.TestDatabase;
import dev.rollcall.contract.Verdict.Kind;
import dev.rollcall.directory.store.KnownUsers;
import dev.rollcall.route.SourceTriggers;
import dev.rollcall.run.SourceLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.filter.TypeExcludeFilters;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Every source through every fault at every page, on the whole runtime with its database.
 *
 * <p>A run ends with exactly the right people or fails with a message that says what to do; nobody's access is taken, and
 * the next run puts everything right. The table is {@code target/source-contract.md}.
 */
@SpringBootTest(
        classes = Rollcall.class,
        properties = {
            "spring.main.web-application-type=none",
            "rollcall.http.delay=2",
            "rollcall.http.retries=1",
            "rollcall.http.longest-delay=5",
            "rollcall.http.longest-wait=1100ms",
            "rollcall.http.connect-timeout=200",
            "rollcall.http.response-timeout=400",
            "rollcall.http.report-timeout=400",
            "rollcall.http.requests-per-second=100000",
            "rollcall.sftp.connect-timeout=3000",
            "rollcall.sftp.response-timeout=3000"
        })
@TypeExcludeFilters(OtherApplications.class)
@DirtiesContext
class SourceContractTest {
    private static final Path HOME = Path.of("target/contract-home").toAbsolutePath();
    private static final Path TABLE = Path.of("target/source-contract.md");
    private static final List<ContractSource> SOURCES = Contracts.all();

    @Autowired
    private SourceTriggers triggers;

    @Autowired
    private KnownUsers users;

    @Autowired
    private SourceLedger sources;

    /** What a source made of one trouble. */
    private record Lived(ContractSource source, Trouble trouble, Verdict verdict) {}

    @TestFactory
    @Acceptance({1, 13})
    Stream<DynamicNode> everyFaultEndsInTheRightPeopleOrInAMessageAndTakesNobodysAccess() throws Exception {
        List<Lived> all = new ArrayList<>();
        // sources wait a lot, and do not know of each other
        try (ExecutorService threads = Executors.newFixedThreadPool(SOURCES.size())) {
            List<Future<List<Lived>>> running = SOURCES.stream()
                    .map(source -> threads.submit(() -> live(source)))
                    .toList();
            for (Future<List<Lived>> each : running) {
                all.addAll(each.get());
            }
        }
        Files.writeString(
                TABLE,
                new ContractTable(SOURCES.stream().map(ContractSource::name).toList())
                        .of(all.stream()
                                .map(lived -> new ContractTable.Line(
                                        lived.source().name(),
                                        lived.trouble().kind(),
                                        lived.trouble().place(),
                                        lived.verdict()))
                                .toList()),
                UTF_8);
        Map<String, List<DynamicNode>> tests = new LinkedHashMap<>();
        for (Lived lived : all) {
            tests.computeIfAbsent(lived.source().name(), name -> new ArrayList<>())
                    .add(dynamicTest(
                            lived.trouble().kind() + ", " + lived.trouble().place() + ": "
                                    + lived.verdict().shown(),
                            () -> assertThat(lived.verdict().kind())
                                    .as(lived.verdict().shown() + " "
                                            + lived.verdict().message())
                                    .isNotEqualTo(Kind.BAD)));
        }
        return tests.entrySet().stream().map(entry -> dynamicContainer(entry.getKey(), entry.getValue()));
    }

    @AfterAll
    static void stop() throws IOException {
        for (ContractSource source : SOURCES) {
            source.close();
        }
    }

    @Test
    void everySourceThatHasAShippedRouteIsHeldToTheContract() throws IOException {
        List<String> held = SOURCES.stream().map(ContractSource::name).toList();
        List<String> shipped = new ArrayList<>();
        try (Stream<Path> routes = Files.list(Path.of("routes"))) {
            for (Path route : routes.toList()) {
                if (Files.readString(route).contains("kamelet:")) {
                    shipped.add(route.getFileName().toString().replace(".camel.yaml", ""));
                }
            }
        }
        assertThat(held).containsExactlyInAnyOrderElementsOf(shipped);
    }

    private List<Lived> live(ContractSource source) {
        Rehearsals rehearsals = new Rehearsals(source, triggers, users, sources);
        String first = rehearsals.first();
        if (!first.isEmpty()) {
            return List.of(new Lived(source, new Emptied(() -> {}), Verdict.bad("no first run", first)));
        }
        return source.troubles().stream()
                .map(trouble -> new Lived(source, trouble, rehearsals.through(trouble)))
                .toList();
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        try {
            FileSystemUtils.deleteRecursively(HOME);
            Path routes = Files.createDirectories(HOME.resolve("routes"));
            Path mappings = Files.createDirectories(HOME.resolve("mappings"));
            for (ContractSource source : SOURCES) {
                String name = source.name();
                Files.writeString(routes.resolve(name + ".camel.yaml"), source.route());
                Files.writeString(mappings.resolve(name + ".yaml"), source.mapping());
                Files.writeString(mappings.resolve(name + ".directory.yaml"), DIRECTORY.replace("NAME", name));
                source.settings().forEach((setting, value) -> registry.add(setting, () -> value));
                registry.add(name + ".schedule", () -> "0 0 2 1 1 ? 2099");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestDatabase.fresh(registry);
        registry.add("rollcall.home", HOME::toString);
    }

    /** No safeguard hides what a source would do. */
    private static final String DIRECTORY = """
            directory: NAME
            require: [givenName, familyName, email]
            match: [externalId, email]
            adoption: review
            timeZone: Europe/Brussels
            safeguards:
              removals: { percent: 100 }
              rejected: { percent: 50 }
            """;
}
