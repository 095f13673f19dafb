package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rollcall.Acceptance;
import dev.rollcall.run.Run;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.RunSummary;
import dev.rollcall.run.Trigger;
import dev.rollcall.source.Header;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Page;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import dev.rollcall.source.SourceRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

@CamelSpringBootTest
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = RouteTestApplication.class,
        properties = {"rollcall.home=src/test/resources/home", "spring.main.web-application-type=none"})
@Import(RunRouteTest.Routes.class)
@DirtiesContext
class RunRouteTest {
    private static final Header HEADER = new Header(List.of("id", "name"));

    @Autowired
    private SourceTriggers triggers;

    @Autowired
    private FakeRuns runs;

    @Autowired
    private CamelContext camel;

    @Autowired
    private Routes routes;

    @BeforeEach
    void forget() {
        runs.reset();
        routes.outcomes.clear();
    }

    @Test
    @Acceptance(24)
    void runThatIsAskedForGoesFromPageToSettling() {
        RunSummary summary = run("good");

        assertThat(summary.state()).isEqualTo(RunSummary.State.APPLIED);
        assertThat(runs.events("good")).containsExactly("open", "stage 0", "accept", "settle");
        assertThat(routes.outcomes("good")).containsExactly("completed");
    }

    @Test
    @Acceptance(24)
    void runBeginsBySchedule() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(runs.events("often")).contains("open", "accept", "settle"));
        assertThat(status("often").nextRunAt()).isNotNull();
    }

    @Test
    @Acceptance({23, 112})
    void aDailyRunStandsInTheScheduleAndAnotherIsHadAtOnce() throws SchedulerException {
        Instant now = Instant.now();

        assertThat(status("daily").nextRunAt()).isBetween(now, now.plus(Duration.ofHours(24)));
        assertThat(LocalTime.ofInstant(Objects.requireNonNull(status("daily").nextRunAt()), ZoneOffset.UTC))
                .isEqualTo(LocalTime.of(2, 0));
        assertThat(run("daily").state()).isEqualTo(RunSummary.State.APPLIED);

        // the next is a day later, and when its time comes it runs
        runs.reset();
        Scheduler scheduler =
                camel.getComponent("quartz", QuartzComponent.class).getScheduler();
        TriggerKey key = scheduler.getTriggerKeys(GroupMatcher.anyGroup()).stream()
                .filter(each -> each.getName().contains("daily"))
                .findFirst()
                .orElseThrow();
        var turns = scheduler.getTrigger(key);
        assertThat(turns.getFireTimeAfter(turns.getNextFireTime()).toInstant())
                .isEqualTo(turns.getNextFireTime().toInstant().plus(Duration.ofHours(24)));
        scheduler.triggerJob(turns.getJobKey());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(runs.events("daily")).contains("open", "accept", "settle"));
    }

    @Test
    void stepThatFailsAbortsOnceAndTheUnitOfWorkFails() {
        assertThat(failure("broken").problem().toString())
                .contains("RTE-005", "IllegalStateException")
                .doesNotContain("Ann");

        assertThat(runs.events("broken")).containsExactly("open", "stage 0", "abort RTE-005");
        assertThat(routes.outcomes("broken")).containsExactly("failed");
    }

    @Test
    void whatAnExceptionSaysIsNotLoggedAlsoWithoutTheShippedConfiguration(CapturedOutput output) {
        assertThat(failure("talkative").problem().toString())
                .contains("RTE-005")
                .doesNotContain("Ann");

        assertThat(output).doesNotContain("Ann is wrong");
    }

    @Test
    void failureDeclaredHandledAbortsOnceAndTheUnitOfWorkFails() {
        assertThat(failure("handled").problem().code()).isEqualTo("RTE-004");

        assertThat(runs.events("handled")).containsExactly("open", "stage 0", "abort RTE-004");
        assertThat(routes.outcomes("handled")).containsExactly("failed");
    }

    @Test
    void routeThatNeverTellsItsEndAbortsOnceAndTheUnitOfWorkFails() {
        assertThat(failure("endless").problem().code()).isEqualTo("RTE-003");

        assertThat(runs.events("endless")).containsExactly("open", "stage 0", "abort RTE-003");
        assertThat(routes.outcomes("endless")).containsExactly("failed");
    }

    @Test
    void mapperThatFailsAbortsOnce() {
        assertThat(failure("mistaken").problem().code()).isEqualTo("RTE-005");

        assertThat(runs.events("mistaken")).containsExactly("open", "abort RTE-005");
        assertThat(routes.outcomes("mistaken")).containsExactly("failed");
    }

    @Test
    void aggregatorThatFailsAbortsOnce() {
        runs.fail("good", "stage");

        assertThat(failure("good").problem().code()).isEqualTo("RUN-999");
        assertThat(runs.events("good")).containsExactly("open", "stage 0", "abort RUN-999");
        assertThat(routes.outcomes("good")).containsExactly("failed");
    }

    @Test
    void settlingThatFailsFailsTheUnitOfWorkAndTheRunHasEndedItself() {
        runs.fail("good", "settle");

        assertThat(failure("good").problem().code()).isEqualTo("RUN-999");
        assertThat(runs.events("good")).containsExactly("open", "stage 0", "accept", "settle");
        assertThat(routes.outcomes("good")).containsExactly("failed");
    }

    @Test
    void sourceWithNothingNewEndsQuietly() {
        run("silent");

        assertThat(runs.events("silent")).containsExactly("open", "nothing new");
    }

    @Test
    void bodyThatIsNoPageIsRefused() {
        assertThat(failure("odd").problem().toString())
                .contains("RTE-007", "found a String")
                .doesNotContain("Ann");
    }

    @Test
    void triggersDuringARunBecomeOneMore() throws Exception {
        CompletableFuture<RunSummary> first = triggers.trigger("slow", Trigger.SCHEDULE);
        assertThat(routes.begun.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<RunSummary> second = triggers.trigger("slow", Trigger.SCHEDULE);
        CompletableFuture<RunSummary> third =
                triggers.trigger("slow", new Trigger(Trigger.By.REST, false, true, false));
        assertThat(status("slow").state()).isEqualTo(SourceTriggers.State.RUNNING);
        routes.goOn.countDown();

        first.get(10, TimeUnit.SECONDS);
        assertThat(third.get(10, TimeUnit.SECONDS).run()).isEqualTo(second.get().run());
        assertThat(runs.events("slow"))
                .filteredOn(event -> event.startsWith("open"))
                .containsExactly("open", "open full");
    }

    @Test
    void stoppingTheRouteInTheMiddleAbortsTheRun() throws Exception {
        CompletableFuture<RunSummary> run = triggers.trigger("hanging", Trigger.SCHEDULE);
        assertThat(routes.hanging.await(10, TimeUnit.SECONDS)).isTrue();

        camel.getRouteController().stopRoute("hanging", 1, TimeUnit.SECONDS);

        assertThatThrownBy(run::join).hasRootCauseInstanceOf(RunFailure.class);
        assertThat(runs.events("hanging")).containsExactly("open", "abort RTE-006");
        assertThatThrownBy(triggers.trigger("hanging", Trigger.SCHEDULE)::join).hasMessageContaining("RTE-001");
    }

    @Test
    void sourceWithoutItsSettingsIsNamedAndTheOthersStart() {
        assertThat(status("unset").state()).isEqualTo(SourceTriggers.State.NOT_CONFIGURED);
        assertThat(status("unset").missing()).containsExactly("unset.url", "unset.api-key");
        assertThat(status("good").state()).isEqualTo(SourceTriggers.State.IDLE);
        assertThatThrownBy(triggers.trigger("unset", Trigger.SCHEDULE)::join)
                .hasMessageContaining("RTE-002")
                .hasMessageContaining("unset.url, unset.api-key");
    }

    @Test
    void misspeltOptionFails() {
        assertThatThrownBy(() -> camel.getEndpoint("run:good?shedule=0 0 2 * * ?"))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasMessageContaining("shedule");
        assertThatThrownBy(() -> camel.getEndpoint("mapper:good?x=1")).hasMessageContaining("x=1");
        assertThatThrownBy(() -> camel.getEndpoint("aggregator:people?x=1")).hasMessageContaining("x=1");
    }

    private RunSummary run(String source) {
        return triggers.trigger(source, Trigger.SCHEDULE)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private RunFailure failure(String source) {
        return Triggered.failure(triggers, source);
    }

    private SourceTriggers.Status status(String source) {
        return triggers.sources().stream()
                .filter(status -> status.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    /** One route for each way to end. */
    @TestConfiguration
    static class Routes {
        private final List<String> outcomes = new CopyOnWriteArrayList<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CountDownLatch hanging = new CountDownLatch(1);

        /** How the source's units of work ended. */
        List<String> outcomes(String source) {
            return outcomes.stream()
                    .filter(outcome -> outcome.startsWith(source + " "))
                    .map(outcome -> outcome.substring(source.length() + 1))
                    .toList();
        }

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    whole("good", "");
                    whole("often", "?schedule=* * * * * ?");
                    whole("daily", "?schedule=0 0 2 * * ?");
                    page("broken", 2).throwException(new IllegalStateException("Ann is wrong"));
                    from("run:handled")
                            .onException(IllegalStateException.class)
                            .handled(true)
                            .end()
                            .process(exchange -> sendPage(exchange, 2))
                            .to("mapper:handled")
                            .to("aggregator:people")
                            .process(exchange -> {
                                throw new IllegalStateException("Ann is wrong");
                            });
                    page("endless", 2);
                    page("mistaken", 13);
                    from("run:silent").process(exchange -> triggers(exchange).nothingNew());
                    from("run:odd").setBody(constant("Ann")).to("mapper:odd").to("aggregator:people");
                    from("run:slow")
                            .process(exchange -> {
                                begun.countDown();
                                goOn.await(10, TimeUnit.SECONDS);
                                sendEnd(exchange, 0);
                            })
                            .to("aggregator:people");
                    from("run:hanging").routeId("hanging").process(exchange -> {
                        hanging.countDown();
                        new CountDownLatch(1).await(60, TimeUnit.SECONDS);
                    });
                }

                private void whole(String source, String options) {
                    from("run:" + source + options)
                            .routeConfigurationId("source")
                            .process(exchange -> sendPage(exchange, 2))
                            .to("mapper:" + source)
                            .to("aggregator:people")
                            .process(exchange -> sendEnd(exchange, 1))
                            .to("mapper:" + source)
                            .to("aggregator:people");
                }

                private RouteDefinition page(String source, long position) {
                    return from("run:" + source)
                            .routeConfigurationId("source")
                            .process(exchange -> sendPage(exchange, position))
                            .to("mapper:" + source)
                            .to("aggregator:people");
                }
            };
        }

        private static OngoingRun triggers(Exchange exchange) {
            Run run = exchange.getMessage().getBody(Run.class);
            return exchange.getContext()
                    .getRegistry()
                    .findSingleByType(SourceTriggers.class)
                    .ongoing(run.id())
                    .orElseThrow();
        }

        private void sendPage(Exchange exchange, long position) {
            Run run = exchange.getMessage().getBody(Run.class);
            exchange.setProperty("id", run.id());
            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onComplete(Exchange done) {
                    outcomes.add(run.source() + " completed");
                }

                @Override
                public void onFailure(Exchange done) {
                    outcomes.add(run.source() + " failed");
                }
            });
            exchange.getMessage()
                    .setBody(new Page(
                            run.id(),
                            0,
                            List.of(new SourceRecord.Row(HEADER, List.of("1", "Ann"), new Origin("file", position)))));
        }

        private static void sendEnd(Exchange exchange, int pages) {
            RunId id = exchange.getMessage().getBody() instanceof Run run
                    ? run.id()
                    : exchange.getProperty("id", RunId.class);
            exchange.getMessage().setBody(new SnapshotEnd(id, pages, pages, new Snapshot.Delta(), null));
        }
    }
}
