package dev.rollcall.demo;

import com.sun.net.httpserver.HttpServer;
import dev.rollcall.OtherApplications;
import dev.rollcall.Rollcall;
import dev.rollcall.route.SourceTriggers;
import dev.rollcall.run.RunSummary;
import dev.rollcall.run.Trigger;
import dev.rollcall.simulator.KomboSimulator;
import dev.rollcall.simulator.People;
import dev.rollcall.simulator.Person;
import dev.rollcall.simulator.SftpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * {@code mvn spring-boot:test-run}: the real runtime beside an SFTP server with a people report and a Kombo-style API.
 *
 * <p>Everything it writes is under {@code target/demo}; each start begins anew.
 */
public final class Demo {
    private static final Path FOLDER = Path.of("target/demo");
    private static final int ANY_PORT = 0;
    private static final int REPORTED = 2_000;
    private static final int IN_KOMBO = 1_500;

    private Demo() {}

    public static void main(String[] args) throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        SftpServer sftp = SftpServer.start(Files.createDirectories(FOLDER.resolve("sftp")), ANY_PORT);
        KomboSimulator kombo = KomboSimulator.start(ANY_PORT);
        List<Person> inKombo = People.of(2, IN_KOMBO, "K");
        kombo.people(inKombo);
        String report = People.csv(People.of(1, REPORTED, "E"));
        Files.writeString(FOLDER.resolve("people.csv"), report);
        sftp.put("people.csv", report);
        int switches = control(kombo, inKombo);

        settings(sftp, kombo);
        SpringApplication application = new SpringApplication(Rollcall.class);
        application.addInitializers(
                starting -> starting.getBeanFactory().registerSingleton("otherApplications", new OtherApplications()));
        ConfigurableApplicationContext context = application.run(args);
        SourceTriggers triggers = context.getBean(SourceTriggers.class);
        for (String source : List.of("sftp-csv", "kombo")) {
            System.out.println(text(triggers.trigger(source, Trigger.SCHEDULE).get(2, TimeUnit.MINUTES)));
        }
        System.out.println(thingsToTry(sftp, switches));
    }

    private static void settings(SftpServer sftp, KomboSimulator kombo) {
        set("rollcall.data", FOLDER.resolve("data").toString());
        set("rollcall.admin.password", "demo");
        set("sftp-csv.host", "127.0.0.1");
        set("sftp-csv.port", Integer.toString(sftp.port()));
        set("sftp-csv.username", SftpServer.USER);
        set("sftp-csv.password", SftpServer.PASSWORD);
        set("sftp-csv.known-hosts-file", sftp.knownHosts().toString());
        set("sftp-csv.directory", SftpServer.DIRECTORY);
        set("kombo.url", kombo.url());
        set("kombo.api-key", KomboSimulator.API_KEY);
        set("kombo.integration-id", KomboSimulator.INTEGRATION);
    }

    private static void set(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    /** Two switches for what a person can do to the API: empty it, and fill it again. */
    private static int control(KomboSimulator kombo, List<Person> people) throws IOException {
        HttpServer switches = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), ANY_PORT), 0);
        switches.createContext("/empty", exchange -> {
            kombo.forgetEverybody();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        switches.createContext("/fill", exchange -> {
            kombo.people(people);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        switches.start();
        return switches.getAddress().getPort();
    }

    private static String text(RunSummary run) {
        return "run %s  %s: %,d records, %,d created, %,d updated, %,d removed, %,d unchanged, %,d held, %,d rejected"
                .formatted(
                        run.run(),
                        run.state(),
                        run.counts().records(),
                        run.counts().created(),
                        run.counts().updated(),
                        run.counts().removed(),
                        run.counts().unchanged(),
                        run.counts().held(),
                        run.counts().rejected());
    }

    private static String thingsToTry(SftpServer sftp, int switches) {
        String out = Path.of("").toAbsolutePath().relativize(sftp.directory()).toString();
        String api = "curl -s -u admin:demo http://localhost:8080/api";
        return """

                Rollcall runs. Where to look:
                  users      %1$s/directories/people/users
                  runs       %1$s/directories/people/runs
                  changes    tail target/demo/data/changes/people.jsonl
                  health     curl -s http://localhost:8081/actuator/health

                Three things to try:
                  1. Edit a row. Exactly one user changes.
                     sed -i '1500s/@e[.]example/@new.example/' target/demo/people.csv
                     cp target/demo/people.csv %2$s/people.csv && touch %2$s/people.csv.done
                     curl -s -u admin:demo -X POST -H 'Content-Type: application/json' -d '{}' http://localhost:8080/api/sources/sftp-csv/runs
                  2. Cut the file in the middle. The run fails, or its removals are held: nobody loses access.
                     head -c 100000 target/demo/people.csv > %2$s/people.csv && touch %2$s/people.csv.done
                     curl -s -u admin:demo -X POST -H 'Content-Type: application/json' -d '{}' http://localhost:8080/api/sources/sftp-csv/runs
                  3. Empty the API. A full run fails with RUN-006: an outage is not "everyone left".
                     curl -s -X POST http://localhost:%3$d/empty
                     curl -s -u admin:demo -X POST -H 'Content-Type: application/json' -d '{"full": true}' http://localhost:8080/api/sources/kombo/runs
                     (and back again: curl -s -X POST http://localhost:%3$d/fill)
                Stop with Ctrl-C.
                """.formatted(api, out, switches);
    }
}
