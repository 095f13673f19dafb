package dev.rollcall.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.OtherApplications;
import dev.rollcall.Rollcall;
import dev.rollcall.route.SourceTriggers;
import dev.rollcall.run.ClockRuns;
import dev.rollcall.run.RunSummary;
import dev.rollcall.run.Trigger;
import dev.rollcall.simulator.SimulatedClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * {@code mvn spring-boot:test-run}: the real runtime beside one company's four HR systems.
 *
 * <p>Everything it writes is under {@code target/demo}; each start begins anew. {@code -Ddemo.day=3} lets three days pass.
 */
public final class Demo {
    private static final Path FOLDER = Path.of("target/demo");
    /** A night's run reads everything: what the days brought is then there whatever a watermark says. */
    private static final Trigger FULL = new Trigger(Trigger.By.SCHEDULE, false, true, false);

    private final HrSystems systems;
    private final ConfigurableApplicationContext context;

    private Demo(HrSystems systems, ConfigurableApplicationContext context) {
        this.systems = systems;
        this.context = context;
    }

    public static void main(String[] args) throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        HrSystems systems = new HrSystems(FOLDER);
        set("rollcall.data", FOLDER.resolve("data").toString());
        set("rollcall.admin.password", "demo");
        systems.settings().forEach(Demo::set);
        SpringApplication application = new SpringApplication(Rollcall.class);
        application.addInitializers(starting -> {
            starting.getBeanFactory().registerSingleton("otherApplications", new OtherApplications());
            ((GenericApplicationContext) starting)
                    .registerBean(
                            "simulatedClock",
                            Clock.class,
                            () -> SimulatedClock.CLOCK,
                            definition -> definition.setPrimary(true));
        });
        Demo demo = new Demo(systems, application.run(args));
        int switches = demo.control();
        System.out.print(demo.night());
        for (int day = 0; day < Integer.getInteger("demo.day", 0); day++) {
            System.out.print(demo.nextDay());
        }
        System.out.println(demo.thingsToTry(switches));
    }

    private static void set(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    /** A run of each source, one after the other, and then whatever the calendar made due. */
    private String night() {
        SourceTriggers triggers = context.getBean(SourceTriggers.class);
        List<String> lines = new ArrayList<>(List.of("Day " + systems.day() + ", " + SimulatedClock.today() + ":"));
        for (String source : HrSystems.SOURCES) {
            try {
                lines.add(text(triggers.trigger(source, FULL).get(3, TimeUnit.MINUTES)));
            } catch (ExecutionException failed) {
                lines.add("  " + source + ": " + failed.getCause().getMessage());
            } catch (TimeoutException late) {
                lines.add("  " + source + ": not ended after three minutes");
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        context.getBean(ClockRuns.class).settleDue().forEach(run -> lines.add(text(run)));
        return String.join("\n", lines) + "\n";
    }

    private synchronized String nextDay() throws IOException {
        systems.nextDay();
        return night();
    }

    /** Switches for what happens in the world: a day passes, the API is emptied, and filled again. */
    private int control() throws IOException {
        HttpServer switches = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        switches.createContext("/next-day", exchange -> answer(exchange, nextDay()));
        switches.createContext("/empty", exchange -> {
            systems.forgetKombo();
            answer(exchange, "Kombo knows nobody any more.\n");
        });
        switches.createContext("/fill", exchange -> {
            systems.fill();
            answer(exchange, "Everything is as it was.\n");
        });
        switches.start();
        return switches.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String text(RunSummary run) {
        return "  %-14s %s: %,d records, %,d created, %,d updated, %,d removed, %,d unchanged, %,d held, %,d withheld, %,d rejected"
                .formatted(
                        run.source(),
                        run.state(),
                        run.counts().records(),
                        run.counts().created(),
                        run.counts().updated(),
                        run.counts().removed(),
                        run.counts().unchanged(),
                        run.counts().held(),
                        run.counts().withheld(),
                        run.counts().rejected());
    }

    private String thingsToTry(int switches) {
        String out = Path.of("").toAbsolutePath().relativize(systems.uploads()).toString();
        String run = "curl -s -u admin:demo -X POST -H 'Content-Type: application/json' -d '{\"full\": true}'"
                + " http://localhost:8080/api/sources";
        return """

                Rollcall runs beside Workday, SuccessFactors, Kombo and an SFTP server: 6,000 people. Twenty of the report are
                in Workday too; they are withheld, since nobody may be led by two systems. Where to look:
                  users      curl -s -u admin:demo http://localhost:8080/api/directories/people/users
                  runs       curl -s -u admin:demo http://localhost:8080/api/directories/people/runs
                  changes    tail target/demo/data/changes/people.jsonl
                  health     curl -s http://localhost:8081/actuator/health

                Three things to try:
                  1. Let a day pass: joiners, leavers, rehires, conversions and future hires, each when its day has come.
                     curl -s -X POST http://localhost:%2$d/next-day
                  2. Cut the file in the middle. The run fails: nobody loses access.
                     head -c 60000 target/demo/people.csv > %1$s/cut.csv && touch %1$s/cut.csv.done
                     %3$s/sftp-csv/runs
                  3. Empty the API. The run fails with RUN-006: an outage is not "everyone left".
                     curl -s -X POST http://localhost:%2$d/empty
                     %3$s/kombo/runs
                     (and back again: curl -s -X POST http://localhost:%2$d/fill)
                Stop with Ctrl-C.
                """.formatted(out, switches, run);
    }
}
