package dev.rollcall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** The repository's own routes and mappings, and beside them directories for tests, each with one source. */
final class TestHome {
    static final int DIRECTORIES = 150;
    private static final AtomicInteger USED = new AtomicInteger();

    private TestHome() {}

    /** The name of a directory, and of its source, that no other test uses. */
    static String freshDirectory() {
        int next = USED.getAndIncrement();
        if (next >= DIRECTORIES) {
            throw new IllegalStateException("more tests than directories; see TestHome");
        }
        return name(next);
    }

    private static String name(int number) {
        return "hr" + number;
    }

    static void prepare(Path home) throws IOException {
        FileSystemUtils.deleteRecursively(home);
        Path mappings = Files.createDirectories(home.resolve("mappings"));
        Path routes = Files.createDirectories(home.resolve("routes"));
        FileSystemUtils.copyRecursively(Path.of("routes"), routes);
        FileSystemUtils.copyRecursively(Path.of("mappings"), mappings);
        for (int number = 0; number < DIRECTORIES; number++) {
            write(mappings, name(number), "enabled: true\n");
        }
        write(mappings, "careful", "");
        write(mappings, "slow", "enabled: true\n");
        write(mappings, "private", "enabled: true\n" + FILTERS);
        write(mappings, "filtered", "enabled: true\n" + FILTERS);
        write(mappings, "fed", "enabled: true\n");
        write(mappings, "nightly", "enabled: true\n");
        for (String name : List.of("untested", "walked", "kept", "removed", "paused", "adopting", "adoptable")) {
            write(mappings, name, "");
        }
        write(mappings, "limited", "enabled: true\n", "limits: { testsPerDay: 3, manualRunsPerDay: 1 }\n");
        write(mappings, "consented", "enabled: true\n", "consent: required\n");
        write(mappings, "alone", "", "exclusive: true\n");
        write(mappings, "deleting", "enabled: true\n", "lifecycle: { whenInactive: delete }\n");
        write(mappings, "leaving", "enabled: true\n", "lifecycle: { whenInactive: delete }\n");
        write(mappings, "handmade", "enabled: true\n", "licenses: 2\n");
        write(mappings, "numbered", "enabled: true\n");
        Files.writeString(
                mappings.resolve("numbered.directory.yaml"),
                Files.readString(mappings.resolve("numbered.directory.yaml"))
                        .replace("familyName, email]", "familyName, email, employeeNumber]"));
        write(mappings, "divided", "enabled: true\n", "grouping: division\n");
        write(mappings, "placed", "enabled: true\n", PLACES);
        write(mappings, "owned", "enabled: true\n", "ownership: { title: app, department: once }\n");
        write(mappings, "paid", "enabled: true\n");
        Files.writeString(
                mappings.resolve("paid.yaml"),
                Files.readString(mappings.resolve("paid.yaml"))
                        .replace("  pictureUrl: Picture\n  custom.shirt: Shirt\n", PAY));
        write(
                mappings,
                "matrix",
                "  additionalManagers: { from: Shirt, then: [{ split: \";\" }], by: email }\nenabled: true\n");
        write(mappings, "licensed", "enabled: true\n", "licenses: 2\n");
        Files.writeString(
                mappings.resolve("alone-too.yaml"),
                MAPPING.replace("source: NAME", "source: alone-too").replace("NAME", "alone"));
        Files.writeString(routes.resolve("slow.camel.yaml"), SLOW);
        Files.writeString(
                routes.resolve("nightly.camel.yaml"),
                SLOW.replace("slow", "nightly").replace("run:nightly", "\"run:nightly?schedule=0 0 2 * * ?\""));
        Files.writeString(
                routes.resolve("fed.camel.yaml"),
                FED.replace("FOLDER", home.resolve("fed").toString()));
    }

    private static void write(Path mappings, String name, String more) throws IOException {
        write(mappings, name, more, "");
    }

    private static void write(Path mappings, String name, String more, String terms) throws IOException {
        Files.writeString(mappings.resolve(name + ".directory.yaml"), DIRECTORY.replace("NAME", name) + terms);
        Files.writeString(mappings.resolve(name + ".yaml"), MAPPING.replace("NAME", name) + more);
    }

    private static final String DIRECTORY = """
            directory: NAME
            require: [givenName, familyName, email]
            match: [externalId, email]
            adoption: review
            timeZone: Europe/Brussels
            safeguards:
              removals: { percent: 50 }
              rejected: { percent: 50 }
            notices:
              from: rollcall@example.com
              recipients:
                - { name: Büro, email: admin@NAME.example.com, role: administrator }
                - { email: super@NAME.example.com, role: superuser, off: [test-results] }
              webhook: { url: "{{test-notices.url}}", secret: "{{test-notices.secret}}" }
            """;

    private static final String PLACES = """
            locations: { Antwerp: { zone: Europe/Brussels, aliases: [ANR] } }
            aliases: { department: { Mktg: Marketing } }
            defaults: { preferredLanguage: en, division: Europe }
            grouping: division
            """;

    private static final String MAPPING = """
            source: NAME
            directory: NAME
            title: hris
            format: csv
            key: ID
            employee:
              employeeNumber: Employee ID
              givenName: First Name
              familyName: Last Name
              emails:
                - { type: work, value: Email }
              title: Title
              department: Department
              location: Location
              teams: { from: Teams, then: [{ split: ";" }] }
              manager: { from: Manager, by: email }
              employmentStatus: { from: Status, then: [{ lookup: { A: active, L: leave, T: inactive } }] }
              startDate: Start
              endDate: End
              pictureUrl: Picture
              custom.shirt: Shirt
            """;

    private static final String PAY = """
              compensation: { amount: Picture, currency: { value: EUR } }
              birthDate: Shirt
            sensitive: [compensation, birthDate]
            """;

    private static final String FILTERS = """
            filters:
              - { include: department, values: [engineering, "FINANCE", STRASSE, ISPARTA] }
              - { exclude: title, values: [freelancer] }
            """;

    private static final String FED = """
            - route:
                id: fed
                from:
                  uri: changes:fed
                  parameters:
                    consumer: file
                    delay: 200
                  steps:
                    - to:
                        uri: file
                        parameters:
                          directoryName: FOLDER
                          fileName: fed.jsonl
                          fileExist: Append
            """;

    private static final String SLOW = """
            - route:
                id: slow
                routeConfigurationId: source
                from:
                  uri: run:slow
                  steps:
                    - bean:
                        ref: handedOver
                        method: read
                    - split:
                        simple: "${body}"
                        stopOnException: true
                        steps:
                          - to: mapper:slow
                          - to: aggregator:slow
            """;
}
