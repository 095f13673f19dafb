package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.run.Trigger;
import dev.rollcall.simulator.People;
import dev.rollcall.simulator.Person;
import dev.rollcall.simulator.json.BambooHrSimulator;
import dev.rollcall.simulator.json.HiBobSimulator;
import dev.rollcall.simulator.json.PersonioSimulator;
import dev.rollcall.simulator.json.UkgProSimulator;
import dev.rollcall.simulator.json.WorkdayRestSimulator;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/** The shipped Kamelets that are made of {@code json-api-source}, and their routes, against their vendors' simulators. */
@CamelSpringBootTest
@SpringBootTest(
        classes = RouteTestApplication.class,
        properties = {
            "spring.main.web-application-type=none",
            "rollcall.http.delay=5",
            "rollcall.http.retries=2",
            "bamboohr.api-key=" + BambooHrSimulator.API_KEY,
            "ukg-pro.customer-api-key=" + UkgProSimulator.CUSTOMER_API_KEY,
            "ukg-pro.username=" + UkgProSimulator.USER,
            "ukg-pro.password=" + UkgProSimulator.PASSWORD,
            "hibob.username=" + HiBobSimulator.SERVICE_USER,
            "hibob.token=" + HiBobSimulator.TOKEN,
            "personio.client-id=" + PersonioSimulator.CLIENT_ID,
            "personio.client-secret=" + PersonioSimulator.CLIENT_SECRET,
            "workday-rest.tenant=" + WorkdayRestSimulator.TENANT,
            "workday-rest.client-id=" + WorkdayRestSimulator.CLIENT_ID,
            "workday-rest.client-secret=" + WorkdayRestSimulator.CLIENT_SECRET,
            "workday-rest.refresh-token=" + WorkdayRestSimulator.REFRESH_TOKEN
        })
@DirtiesContext
class JsonVendorsRouteTest {
    private static final BambooHrSimulator BAMBOO = BambooHrSimulator.start(0);
    private static final UkgProSimulator UKG = UkgProSimulator.start(0);
    private static final HiBobSimulator BOB = HiBobSimulator.start(0);
    private static final PersonioSimulator PERSONIO = PersonioSimulator.start(0);
    private static final WorkdayRestSimulator WORKDAY = WorkdayRestSimulator.start(0);
    private static final String HOME = TestHome.with("bamboohr", "ukg-pro", "hibob", "personio", "workday-rest");
    private static final List<Person> PEOPLE = People.of(7, 1100, "J");

    @Autowired
    private SourceTriggers triggers;

    @Autowired
    private FakeRuns runs;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("rollcall.home", () -> HOME);
        registry.add("bamboohr.url", BAMBOO::url);
        registry.add("ukg-pro.url", UKG::url);
        registry.add("hibob.url", BOB::url);
        registry.add("personio.url", PERSONIO::url);
        registry.add("workday-rest.url", WORKDAY::url);
    }

    @BeforeEach
    void forget() {
        runs.reset();
        BAMBOO.accept(BambooHrSimulator.API_KEY);
        BAMBOO.people(PEOPLE);
        UKG.people(PEOPLE);
        BOB.people(PEOPLE);
        PERSONIO.people(PEOPLE);
        WORKDAY.people(PEOPLE);
    }

    @AfterAll
    static void stop() {
        BAMBOO.close();
        UKG.close();
        BOB.close();
        PERSONIO.close();
        WORKDAY.close();
    }

    @Test
    void bambooHrCountsItsEmployeesAndTheCountIsTheProof() {
        run("bamboohr");

        allMapped();
        assertThat(runs.events("bamboohr")).containsExactly("open", "stage 0", "stage 1", "accept", "settle");
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(PEOPLE.size())));
        assertThat(BAMBOO.requests()).allMatch(request -> request.contains("\"orderBy\":\"eeid asc\""));
    }

    @Test
    @Acceptance({1, 9, 130})
    void ukgProIsReadUntilAPageIsEmptyWithKeyAndPassword() {
        run("ukg-pro");

        allMapped();
        assertThat(runs.events("ukg-pro"))
                .containsExactly("open", "stage 0", "stage 1", "stage 2", "stage 3", "accept", "settle");
        assertThat(runs.lastEnd().records()).isEqualTo(PEOPLE.size());
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
    }

    @Test
    void hiBobSendsEverybodyInOneAnswerThoseWhoLeftToo() {
        run("hibob");

        allMapped();
        assertThat(runs.events("hibob")).containsExactly("open", "stage 0", "accept", "settle");
        assertThat(runs.lastEnd().records()).isEqualTo(PEOPLE.size());
        assertThat(BOB.requests().getLast())
                .contains("\"showInactive\":true", "\"fields\":[\"root.id\"", "\"humanReadable\":\"APPEND\"");
    }

    private void run(String source) {
        Triggered.run(triggers, source);
    }

    @Test
    void personioIsLoggedInToOnceAndAgainWhenItsTokenIsNoGood() {
        run("personio");
        PERSONIO.forgetTokens();
        runs.reset();
        run("personio");

        allMapped();
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(PEOPLE.size())));
        assertThat(PERSONIO.requests().stream().filter(request -> request.startsWith("/v1/auth")))
                .hasSize(2);
    }

    @Test
    void workdaysListIsOfThoseWhoWorkThereNow() {
        List<Person> changing = new ArrayList<>(PEOPLE);
        changing.set(0, PEOPLE.getFirst().leaving(LocalDate.of(2020, 1, 31)));
        WORKDAY.people(changing);

        run("workday-rest");

        long present = changing.stream().filter(WorkdayRestSimulator::isPresent).count();
        assertThat(present).isLessThan(PEOPLE.size());
        assertThat(runs.lastEnd().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(present)));
    }

    @Test
    void aWrongSecretFailsTheRunAndSaysSo() {
        BAMBOO.accept("another-key");

        assertThat(failure("bamboohr")).contains("API-001", "401");
        assertThat(runs.events("bamboohr")).doesNotContain("settle");
    }

    private void allMapped() {
        assertThat(runs.staged().stream().flatMap(page -> page.results().stream()))
                .hasSize(PEOPLE.size())
                .allMatch(result -> result instanceof MappingResult.Mapped);
    }

    private String failure(String source) {
        return triggers.trigger(source, Trigger.SCHEDULE)
                .orTimeout(30, TimeUnit.SECONDS)
                .handle((summary, thrown) -> String.valueOf(thrown))
                .join();
    }
}
