package dev.rollcall.bench;

import dev.rollcall.RollcallAmongTests;
import dev.rollcall.config.Configuration;
import dev.rollcall.mapping.MappedPage;
import dev.rollcall.mapping.Mapping;
import dev.rollcall.run.ClockRuns;
import dev.rollcall.run.Run;
import dev.rollcall.run.RunSummary;
import dev.rollcall.run.Runs;
import dev.rollcall.run.Trigger;
import dev.rollcall.simulator.SimulatedClock;
import dev.rollcall.source.CsvFile;
import dev.rollcall.source.CsvOptions;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * What a run costs, as a ratio to the least that the same data can cost in the same run: one COPY of the same file into
 * a table with a primary key and a unique address.
 */
public final class Benchmark {
    static final Path FOLDER = Path.of("target/bench");
    private static final int LEAVERS = 500;

    private final Runs runs;
    private final Configuration configuration;
    private final DataSource dataSource;
    private final ClockRuns clockRuns;

    private Benchmark(ConfigurableApplicationContext context) {
        runs = context.getBean(Runs.class);
        configuration = context.getBean(Configuration.class);
        dataSource = context.getBean(DataSource.class);
        clockRuns = context.getBean(ClockRuns.class);
    }

    /**
     * Measures what is asked for, and prints one line for each step.
     *
     * @param args {@code reading}, and numbers of employees; where none are given reading, 100000 and 1000000
     */
    public static void main(String[] args) throws Exception {
        List<String> parts = args.length == 0 ? List.of("reading", "100000", "1000000") : List.of(args);
        System.out.printf(
                Locale.ROOT, "max heap %d MB, JDK %s%n", Runtime.getRuntime().maxMemory() >> 20, Runtime.version());
        for (String part : parts) {
            FileSystemUtils.deleteRecursively(FOLDER);
            Files.createDirectories(FOLDER);
            if (part.equals("reading")) {
                ReadingBenchmark.measure();
                continue;
            }
            writeHome();
            try (ConfigurableApplicationContext context = new SpringApplicationBuilder(RollcallAmongTests.class)
                    .web(WebApplicationType.NONE)
                    .logStartupInfo(false)
                    .initializers(starting -> ((GenericApplicationContext) starting)
                            .registerBean("turningClock", Clock.class, () -> SimulatedClock.CLOCK, it -> it.setPrimary(true)))
                    .run(
                            "--rollcall.home=" + FOLDER.toAbsolutePath(),
                            "--rollcall.schedules=false",
                            "--logging.level.root=warn")) {
                new Benchmark(context).measure(Integer.parseInt(part));
            }
        }
    }

    private static void writeHome() throws IOException {
        Path mappings = Files.createDirectories(FOLDER.resolve("mappings"));
        Files.writeString(
                mappings.resolve("bench.yaml"),
                "extends: sftp-csv-default\nsource: bench\ntitle: Benchmark\ndirectory: people\nenabled: true\n");
        Files.copy(Path.of("mappings/people.directory.yaml"), mappings.resolve("people.directory.yaml"));
    }

    private void measure(int employees) throws Exception {
        LocalDate lastDay = SimulatedClock.today().plusDays(20);
        Path first = MadeUpPeople.write(FOLDER.resolve("people.csv"), employees, 0, LEAVERS, lastDay);
        Path changed = MadeUpPeople.write(FOLDER.resolve("changed.csv"), employees, 100, LEAVERS, lastDay);
        System.out.printf(Locale.ROOT, "%n%,d employees, %,d MB of CSV%n", employees, Files.size(first) >> 20);
        double limit = copy(first);
        System.out.printf(Locale.ROOT, "%-28s %8.1f s%n", "COPY (the limit)", limit);
        step("first import", first, limit, Trigger.SCHEDULE);
        vacuum();
        step("unchanged", first, limit, Trigger.SCHEDULE);
        double compared = compare();
        System.out.printf(Locale.ROOT, "%-28s %8.1f s%n", "self-compare by key (limit)", compared);
        double planned = step("dry run, 1 % changed", changed, limit, new Trigger(Trigger.By.SCHEDULE, true, true, false));
        System.out.printf(
                Locale.ROOT, "%-28s %8.1f s  %5.2f x the self-compare%n", "  of that the plan", planned, planned / compared);
        step("1 % changed", changed, limit, Trigger.SCHEDULE);
        clock();
    }

    /** What the database does by itself within minutes of an import, and would do while something is measured. */
    private void vacuum() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE) employee, directory_user");
        }
    }

    /** What it takes to compare every employee with himself by key: a plan has to look at no less. */
    private double compare() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            long start = System.nanoTime();
            statement.execute("SELECT count(*) FROM employee a FULL JOIN employee b"
                    + " ON a.directory = b.directory AND a.source = b.source AND a.key = b.key"
                    + " WHERE a.profile IS DISTINCT FROM b.profile OR a.digest IS DISTINCT FROM b.digest");
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** The calendar takes access from a few of them. */
    private void clock() {
        SimulatedClock.passDays(30);
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        List<RunSummary> runs = clockRuns.settleDue();
        System.out.printf(
                Locale.ROOT,
                "%-28s %8.1f s  removed %,d  peak heap %d MB%n",
                "clock run",
                (System.nanoTime() - start) / 1e9,
                runs.stream().mapToLong(run -> run.counts().removed()).sum(),
                pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20);
    }

    private double copy(Path file) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            statement.execute("CREATE TABLE bench (" + MadeUpPeople.COLUMNS + ")");
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY bench FROM STDIN (FORMAT csv, HEADER)", in);
            double seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("DROP TABLE bench");
            return seconds;
        }
    }

    /** @return seconds of settling */
    private double step(String name, Path file, double limit, Trigger trigger) throws IOException {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        Run run = ((Runs.Opening.Opened) runs.open("bench", trigger)).run();
        Mapping mapping = configuration.source("bench").mapping();
        SnapshotEnd end;
        try (InputStream in = Files.newInputStream(file)) {
            end = CsvFile.read(
                    run.id(),
                    file.getFileName().toString(),
                    in,
                    CsvOptions.DEFAULT,
                    new Snapshot.Full(new Proof.ByHand()),
                    page -> runs.stage(new MappedPage(
                            page.run(),
                            page.number(),
                            page.records().stream().map(mapping::map).toList())));
        }
        runs.accept(end);
        double staged = (System.nanoTime() - start) / 1e9;
        RunSummary summary = runs.settle(run.id());
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak = pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
        System.out.printf(
                Locale.ROOT,
                "%-28s %8.1f s  %5.2f x the limit  (read, map and stage %.1f s, settle %.1f s)  created %,d  updated %,d"
                        + "  unchanged %,d  peak heap %d MB%n",
                name,
                seconds,
                seconds / limit,
                staged,
                seconds - staged,
                summary.counts().created(),
                summary.counts().updated(),
                summary.counts().unchanged(),
                peak);
        return seconds - staged;
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }
}
