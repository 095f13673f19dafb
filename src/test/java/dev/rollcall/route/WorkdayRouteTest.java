package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.mapping.MappedPage;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.Trigger;
import dev.rollcall.simulator.People;
import dev.rollcall.simulator.Person;
import dev.rollcall.simulator.workday.WorkdaySimulator;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The shipped Kamelets and routes of Workday, against a simulated tenant. */
@CamelSpringBootTest
@SpringBootTest(
        classes = RouteTestApplication.class,
        properties = {
            "spring.main.web-application-type=none",
            "rollcall.http.delay=5",
            "rollcall.http.retries=2",
            "rollcall.http.requests-per-second=1000",
            "workday-soap.schedule=0 0 2 1 1 ? 2099",
            "workday-soap.tenant=" + WorkdaySimulator.TENANT,
            "workday-soap.user=" + WorkdaySimulator.USER,
            "workday-raas.schedule=0 0 2 1 1 ? 2099",
            "workday-raas.tenant=" + WorkdaySimulator.TENANT,
            "workday-raas.owner=ISU_Owner",
            "workday-raas.report=Rollcall_Workers",
            "workday-raas.client-id=" + WorkdaySimulator.CLIENT,
            "workday-raas.client-secret=" + WorkdaySimulator.CLIENT_SECRET,
            "workday-raas.refresh-token=" + WorkdaySimulator.REFRESH_TOKEN,
            "workday-basic.schedule=0 0 2 1 1 ? 2099",
            "workday-basic.tenant=" + WorkdaySimulator.TENANT,
            "workday-basic.owner=ISU_Owner",
            "workday-basic.report=Rollcall_Workers",
            "workday-basic.user=" + WorkdaySimulator.USER
        })
@DirtiesContext
class WorkdayRouteTest {
    private static final WorkdaySimulator WORKDAY = WorkdaySimulator.start(0);
    private static final String HOME = home();
    private static final Path PASSWORD = Path.of(HOME).resolve("password");
    private static final List<Person> PEOPLE = People.of(7, 250, "W");

    @Autowired
    private SourceTriggers triggers;

    @Autowired
    private FakeRuns runs;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("rollcall.home", () -> HOME);
        registry.add("workday-soap.url", WORKDAY::url);
        registry.add("workday-soap.password", () -> "file:" + PASSWORD);
        registry.add("workday-raas.url", WORKDAY::url);
        registry.add("workday-basic.url", WORKDAY::url);
        registry.add("workday-basic.password", () -> "file:" + PASSWORD);
    }

    @BeforeEach
    void forget() {
        runs.reset();
        WORKDAY.reset();
        WORKDAY.people(PEOPLE);
        password(WorkdaySimulator.PASSWORD);
    }

    @AfterAll
    static void stop() {
        WORKDAY.close();
    }

    @Test
    @Acceptance({1, 9, 130})
    void everybodyIsFetchedBySoapAndTheCountIsTheProof() {
        run("workday-soap");

        assertThat(runs.events("workday-soap")).endsWith("accept", "settle");
        assertThat(keys()).hasSize(250).containsExactlyInAnyOrderElementsOf(numbers());
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(250)));
        assertThat(WORKDAY.requests().stream()
                        .map(request -> request.replaceAll("(?s).*<wd:As_Of_Entry_DateTime>([^<]+)<.*", "$1"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whatWasEnteredWhileThePagesAreReadBelongsToTheNextRun() {
        run("workday-soap");
        Instant first = runs.lastEnd().watermark();
        Person changed = PEOPLE.get(3).withTitle("Astronaut");
        WORKDAY.people(PEOPLE.stream()
                .map(person -> person.number().equals(changed.number()) ? changed : person)
                .toList());
        runs.reset();
        runs.watermark(first);

        run("workday-soap");

        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Delta());
        assertThat(keys()).contains(changed.number());
        assertThat(runs.lastEnd().watermark()).isAfter(first);
    }

    @Test
    void anEmployeeWhoBecameAContingentWorkerIsHandedOnOnce() {
        Person before = PEOPLE.getFirst().leaving(LocalDate.of(2024, 3, 31));
        WORKDAY.people(PEOPLE, List.of(before));

        run("workday-soap");

        assertThat(keys()).hasSize(250).doesNotHaveDuplicates();
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(251)));
    }

    @Test
    void aWrongPasswordIsTriedOnceSoThatTheUserIsNotLocked() {
        password("wrong");

        RunFailure failure = failure("workday-soap");

        assertThat(failure.problem().toString())
                .contains("API-001", "user and password")
                .doesNotContain("wrong");
        assertThat(WORKDAY.requests()).hasSize(1);
        assertThat(runs.events("workday-soap")).doesNotContain("settle");
    }

    @Test
    @Acceptance(128)
    void ofTwoPasswordsInTheFileTheOneWorkdayAcceptsCounts() {
        password("old\n" + WorkdaySimulator.PASSWORD);

        run("workday-soap");

        assertThat(keys()).hasSize(250);
    }

    @Test
    @Acceptance({1, 130})
    void theReportIsFetchedWithATokenAndReadWhileItArrives() {
        run("workday-raas");

        assertThat(keys()).containsExactlyElementsOf(numbers());
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
        assertThat(WORKDAY.requests()).anyMatch(request -> request.endsWith("Rollcall_Workers?format=json"));
    }

    @Test
    void theReportIsFetchedWithUserAndPasswordWhereThereIsNoToken() {
        run("workday-basic");

        assertThat(keys()).containsExactlyElementsOf(numbers());
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
        assertThat(WORKDAY.requests()).noneMatch(request -> request.startsWith("token"));
    }

    @Test
    void aReportRefusedToUserAndPasswordIsAskedForOnce() {
        password("wrong");

        assertThat(failure("workday-basic").problem().toString())
                .contains("API-001", "workday-basic")
                .doesNotContain("wrong");
        assertThat(WORKDAY.requests()).hasSize(1);
        assertThat(runs.events("workday-basic")).doesNotContain("settle");
    }

    @Test
    @Acceptance(128)
    void aTokenThatIsNotAcceptedAnyMoreIsFetchedAnew() {
        run("workday-raas");
        WORKDAY.expireTokens();
        runs.reset();
        WORKDAY.reset();

        run("workday-raas");

        assertThat(runs.lastEnd().records()).isEqualTo(250);
        assertThat(WORKDAY.requests()).filteredOn("token refresh_token"::equals).hasSize(1);
    }

    @Test
    @Acceptance(13)
    void severalSystemsAreFetchedSideBySide() {
        CompletableFuture<?> soap = triggers.trigger("workday-soap", Trigger.SCHEDULE);
        CompletableFuture<?> report = triggers.trigger("workday-raas", Trigger.SCHEDULE);
        CompletableFuture.allOf(soap, report).orTimeout(60, TimeUnit.SECONDS).join();

        assertThat(runs.events("workday-soap")).contains("settle");
        assertThat(runs.events("workday-raas")).contains("settle");
        assertThat(keys()).hasSize(500);
    }

    /** The shipped routes, and the report's once more without OAuth. */
    private static String home() {
        String home = TestHome.with("workday-soap", "workday-raas");
        Path routes = Path.of(home).resolve("routes");
        try {
            String basic = Files.readString(routes.resolve("workday-raas.camel.yaml"))
                    .replace("workday-raas", "workday-basic")
                    .replace("kamelet:workday-basic-source", "kamelet:workday-raas-source")
                    .replaceAll("client(Id|Secret): .*\n\\s+", "")
                    .replaceFirst(
                            "refreshToken: .*",
                            "user: \"{{workday-basic.user}}\"\n        password: \"{{workday-basic.password}}\"");
            Files.writeString(routes.resolve("workday-basic.camel.yaml"), basic);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void password(String text) {
        try {
            Files.writeString(PASSWORD, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> numbers() {
        return PEOPLE.stream().map(Person::number).toList();
    }

    private List<String> keys() {
        return runs.staged().stream()
                .map(MappedPage::results)
                .flatMap(List::stream)
                .filter(MappingResult.Mapped.class::isInstance)
                .map(result -> ((MappingResult.Mapped) result).employee().key())
                .toList();
    }

    private void run(String source) {
        Triggered.run(triggers, source);
    }

    private RunFailure failure(String source) {
        return Triggered.failure(triggers, source);
    }
}
