package dev.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.TestDatabase;
import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.Attribute;
import dev.rollcall.run.database.DataFolder;
import dev.rollcall.run.database.EmbeddedServer;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the process of a run, and sometimes its database, at fifty moments from the first page to the last commit.
 *
 * <p>After each the directory is exactly what it was before the run or exactly what the run makes of it, every change is
 * there once, and the next run goes through.
 */
class KillTest {
    private static final int MOMENTS = 50;
    private static final long SEED = 20_261_122;
    private static final int EVERY_DATABASE_KILL = 5;
    /** A settling takes about this long; where in it the kill falls is left to the seed. */
    private static final int SETTLING_MILLIS = 400;

    private static final Path DATA = Path.of("target/kill-test");

    private final DataFolder folder = new DataFolder(DATA, TestDatabase.BINARIES);
    private final String directory = "killed";
    private EmbeddedServer server;

    KillTest() throws IOException {
        FileSystemUtils.deleteRecursively(DATA);
        server = EmbeddedServer.start(folder);
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void nothingIsLostDoubledOrWronglyRemovedWhereverTheKillFalls() throws Exception {
        Flyway.configure().dataSource(dataSource()).load().migrate();
        complete(0);
        Random random = new Random(SEED);
        int cut = 0;
        try {
            for (int moment = 1; moment <= MOMENTS; moment++) {
                boolean database = moment % EVERY_DATABASE_KILL == 0;
                boolean settled = kill(moment, random, database);
                if (database) {
                    restartDatabase();
                }
                Map<String, String> after = active();
                assertThat(after)
                        .as("seed %d moment %d", SEED, moment)
                        .isIn(KilledCompany.expected(moment - 1), KilledCompany.expected(moment));
                if (settled) {
                    assertThat(after).isEqualTo(KilledCompany.expected(moment));
                }
                cut += after.equals(KilledCompany.expected(moment - 1)) ? 1 : 0;
                everyChangeIsThereOnce();
                complete(moment);
            }
        } finally {
            server.close();
        }
        assertThat(cut).as("runs cut before their commit").isGreaterThan(MOMENTS / 3);
    }

    /** Starts the run of this round in a process of its own and kills it somewhere; true when it had committed. */
    private boolean kill(int round, Random random, boolean database) throws IOException, InterruptedException {
        boolean settling = random.nextBoolean();
        int page = random.nextInt(KilledCompany.SIZE / KilledCompany.PAGE + 1);
        int delay = settling ? random.nextInt(SETTLING_MILLIS) : random.nextInt(5);
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        // the first process to end by itself leaves its classes for the others to start faster with
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=target/kill-test.jsa",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        server.url("postgres"),
                        server.user(),
                        server.password(),
                        directory,
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean settled = false;
        int staged = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null) {
                staged += line.equals("@STAGED") ? 1 : 0;
                if (settling ? line.equals("@ACCEPTED") : staged == page && line.startsWith("@")) {
                    break;
                }
                line = out.readLine();
            }
            // the process may well end first: that is one of the moments
            process.waitFor(delay, TimeUnit.MILLISECONDS);
            if (database) {
                killDatabase();
            }
            process.toHandle().destroyForcibly(); // the process itself would close its output, which is still read
            process.waitFor();
            for (line = out.readLine(); line != null; line = out.readLine()) {
                settled |= line.equals("@SETTLED");
            }
        }
        return settled;
    }

    private void killDatabase() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(DATA.resolve("postgres/postmaster.pid")).getFirst());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private void restartDatabase() throws IOException {
        server.close();
        server = EmbeddedServer.start(folder);
    }

    /** The next run of the same round, by a new process's engine, goes through and leaves what it should. */
    private void complete(int round) throws Exception {
        try (Engine engine = new Engine(dataSource(), directory)) {
            RunSummary summary = engine.run(
                    "hr",
                    Trigger.SCHEDULE,
                    new Snapshot.Full(new Proof.DoneFile("x")),
                    KilledCompany.snapshot(round),
                    KilledCompany.PAGE);
            assertThat(summary.state()).isEqualTo(RunSummary.State.APPLIED);
            assertThat(active()).isEqualTo(KilledCompany.expected(round));
            assertThat(engine.sql.queryForList(
                            "SELECT tablename FROM pg_tables WHERE schemaname = 'staging'", String.class))
                    .as("staging of dead runs is dropped")
                    .isEmpty();
        }
    }

    private Map<String, String> active() throws Exception {
        Map<String, String> active = new TreeMap<>();
        try (Engine engine = new Engine(dataSource(), directory)) {
            engine.users().forEach((id, user) -> {
                if (user.access() == AccessState.ACTIVE) {
                    active.put(id, user.profile().text(Attribute.TITLE).orElse(""));
                }
            });
        }
        return active;
    }

    private void everyChangeIsThereOnce() {
        List<String> wrong = new JdbcTemplate(dataSource()).queryForList("""
                        SELECT u.external_id FROM directory_user u
                        LEFT JOIN change c ON c.user_id = u.id
                        WHERE u.directory = ?
                        GROUP BY u.id
                        HAVING count(c.id) <> u.version OR count(DISTINCT c.user_version) <> u.version
                            OR max(c.user_version) <> u.version""", String.class, directory);
        assertThat(wrong).as("users whose changes are not 1, 2 ... version").isEmpty();
    }

    private DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.url("postgres"));
        source.setUser(server.user());
        source.setPassword(server.password());
        return source;
    }
}
