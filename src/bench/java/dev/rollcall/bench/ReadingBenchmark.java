package dev.rollcall.bench;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.ConfigurationLoader;
import dev.rollcall.mapping.Mapping;
import dev.rollcall.simulator.KomboSimulator;
import dev.rollcall.simulator.People;
import dev.rollcall.simulator.successfactors.SuccessFactorsSimulator;
import dev.rollcall.simulator.workday.WorkdaySimulator;
import dev.rollcall.source.CsvFile;
import dev.rollcall.source.CsvOptions;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.api.ApiFetch;
import dev.rollcall.source.api.Secret;
import dev.rollcall.source.kombo.KomboFetch;
import dev.rollcall.source.successfactors.Credentials;
import dev.rollcall.source.successfactors.PeopleQuery;
import dev.rollcall.source.successfactors.ReadFields;
import dev.rollcall.source.successfactors.SuccessFactorsFetch;
import dev.rollcall.source.workday.WorkdaySettings;
import dev.rollcall.source.workday.WorkdaySoapFetch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What reading and mapping a page costs on one thread, without the database, as a ratio to the least that the same bytes
 * can cost: a pass of the bare parser over them.
 */
final class ReadingBenchmark {
    private static final RunId RUN = new RunId("bench");
    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    /** Short: what else the machine does slows both of a round. */
    private static final Duration HALF_A_ROUND = Duration.ofMillis(200);

    private static final int ROUNDS = 45;
    private static final int PEOPLE = 1_000;

    private final Configuration configuration = ConfigurationLoader.load(Path.of("mappings"));

    private enum Source {
        CSV,
        KOMBO,
        SUCCESSFACTORS,
        WORKDAY
    }

    /** One pass over all bytes; returns something that depends on them, so that it cannot be left out. */
    private interface Pass {
        long run() throws Exception;
    }

    /** Each source in a process of its own: what the compiler learnt from one would slow the next. */
    static void measure() throws IOException, InterruptedException {
        System.out.printf(Locale.ROOT, "%nreading and mapping on one thread, in MB/s (median of %d rounds)%n", ROUNDS);
        for (Source source : Source.values()) {
            List<String> command = new ArrayList<>(
                    List.of(ProcessHandle.current().info().command().orElseThrow()));
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of(
                    "-classpath",
                    System.getProperty("java.class.path"),
                    ReadingBenchmark.class.getName(),
                    source.name()));
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(source + " ended with " + status);
            }
        }
    }

    /** @param args the source */
    public static void main(String[] args) throws Exception {
        new ReadingBenchmark().measure(Source.valueOf(args[0]));
    }

    private void measure(Source source) throws Exception {
        switch (source) {
            case CSV -> csv(Benchmark.FOLDER);
            case KOMBO -> kombo();
            case SUCCESSFACTORS -> successFactors();
            case WORKDAY -> workday();
        }
    }

    private void csv(Path folder) throws Exception {
        byte[] file = Files.readAllBytes(MadeUpPeople.write(folder.resolve("reading.csv"), PEOPLE * 10, 0, 0, LocalDate.EPOCH));
        Mapping mapping = mapping("sftp-csv");
        compare("csv / commons-csv", file.length, () -> BarePasses.values(file), () -> {
            long[] mapped = new long[1];
            CsvFile.read(
                    RUN,
                    "people.csv",
                    new ByteArrayInputStream(file),
                    CsvOptions.DEFAULT,
                    new Snapshot.Full(new Proof.ByHand()),
                    page -> mapped[0] += RecordedAnswers.map(mapping, page));
            return mapped[0];
        });
    }

    private void kombo() throws Exception {
        try (KomboSimulator simulator = KomboSimulator.start(0)) {
            simulator.people(People.of(7, PEOPLE, "K"));
            json("kombo / Jackson tokens", "kombo", () -> new KomboFetch(
                    RUN,
                    "kombo",
                    simulator.url(),
                    Secret.fixed(KomboSimulator.API_KEY),
                    KomboSimulator.INTEGRATION,
                    KomboFetch.LARGEST_PAGE,
                    mapping("kombo").outline(),
                    null,
                    NOW));
        }
    }

    private void successFactors() throws Exception {
        try (SuccessFactorsSimulator simulator = SuccessFactorsSimulator.start(0)) {
            simulator.people(People.of(7, PEOPLE, "S"));
            PeopleQuery query = new PeopleQuery(
                    simulator.url(), ReadFields.with("", ""), "", PeopleQuery.LARGEST_PAGE, ZoneOffset.UTC, true);
            json("successfactors / Jackson", "successfactors", () -> new SuccessFactorsFetch(
                    RUN,
                    "successfactors",
                    query,
                    Credentials.token(Secret.fixed(simulator.token())),
                    null,
                    Instant.now()));
        }
    }

    private void workday() throws Exception {
        try (WorkdaySimulator simulator = WorkdaySimulator.start(0)) {
            simulator.people(People.of(7, PEOPLE, "W"));
            WorkdaySettings settings = new WorkdaySettings(
                    "workday-soap",
                    simulator.url(),
                    WorkdaySimulator.TENANT,
                    "v45.0",
                    WorkdaySimulator.USER,
                    Secret.fixed(WorkdaySimulator.PASSWORD),
                    999,
                    Duration.ZERO,
                    ZoneOffset.UTC);
            Mapping mapping = mapping("workday-soap");
            Supplier<ApiFetch> fetch =
                    () -> new WorkdaySoapFetch(RUN, settings, mapping.outline(), null, Instant.now());
            RecordedAnswers recorded = RecordedAnswers.of(fetch.get());
            compare(
                    "workday SOAP / StAX",
                    recorded.bytes(),
                    () -> BarePasses.events(recorded.answers()),
                    () -> recorded.replay(fetch.get(), mapping));
        }
    }

    private void json(String name, String source, Supplier<ApiFetch> fetch) throws Exception {
        RecordedAnswers recorded = RecordedAnswers.of(fetch.get());
        compare(
                name,
                recorded.bytes(),
                () -> BarePasses.tokens(recorded.answers()),
                () -> recorded.replay(fetch.get(), mapping(source)));
    }

    private Mapping mapping(String source) {
        return configuration.source(source).mapping();
    }

    private static void compare(String name, int bytes, Pass bare, Pass ours) throws Exception {
        speed(bytes, bare, WARM_UP);
        speed(bytes, ours, WARM_UP);
        double[] limit = new double[ROUNDS];
        double[] reached = new double[ROUNDS];
        double[] ratio = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            limit[i] = speed(bytes, bare, HALF_A_ROUND);
            reached[i] = speed(bytes, ours, HALF_A_ROUND);
            ratio[i] = reached[i] / limit[i];
        }
        System.out.printf(
                Locale.ROOT,
                "%-28s bare %7.1f  read and mapped %7.1f  ratio %.2f%n",
                name,
                median(limit),
                median(reached),
                median(ratio));
    }

    private static double median(double[] measured) {
        Arrays.sort(measured);
        return measured[measured.length / 2];
    }

    private static double speed(int bytes, Pass pass, Duration time) throws Exception {
        long start = System.nanoTime();
        long passes = 0;
        long seen = 0;
        while (System.nanoTime() - start < time.toNanos()) {
            seen += pass.run();
            passes++;
        }
        if (seen == 0) {
            throw new IllegalStateException("a pass that saw nothing");
        }
        return bytes * (double) passes / (System.nanoTime() - start) * 1e9 / (1 << 20);
    }
}
