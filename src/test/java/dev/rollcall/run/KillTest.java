package dev.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.TestDatabase;
import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.Attribute;
import dev.rollcall.run.database.DataFolder;
import dev.rollcall.run.database.EmbeddedServer;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the process of a run, and sometimes its database, at fifty moments from the first page to the last commit.
 *
 * <p>After each the directory is exactly what it was before the run or exactly what the run makes of it, every change is
 * there once, and the next run goes through.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillTest {
    private static final int MOMENTS = 50;
    private static final long SEED = 20_261_122;
    private static final int EVERY_DATABASE_KILL = 5;

    private static final Path DATA = Path.of("target/kill-test");

    private final DataFolder folder = new DataFolder(DATA, TestDatabase.binaries());
    private final String directory = "killed";
    /** Up to so many milliseconds after the settling began. It follows the machine, so that some kills miss the commit. */
    private int reach = 400;

    private EmbeddedServer server;
    private HikariDataSource dataSource;

    KillTest() throws IOException {
        FileSystemUtils.deleteRecursively(DATA);
        server = EmbeddedServer.start(folder);
        dataSource = dataSource(server);
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void nothingIsLostDoubledOrWronglyRemovedWhereverTheKillFalls() throws Exception {
        Flyway.configure().dataSource(dataSource).load().migrate();
        KilledProcess.prepare(DATA, server, directory, 0);
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
            dataSource.close();
            server.close();
        }
        assertThat(cut).as("runs cut before their commit").isBetween(MOMENTS / 3, MOMENTS - 3);
    }

    /** Starts the run of this round in a process of its own and kills it somewhere; true when it had committed. */
    private boolean kill(int round, Random random, boolean database) throws IOException, InterruptedException {
        boolean settling = random.nextBoolean();
        int page = random.nextInt(KilledCompany.SIZE / KilledCompany.PAGE + 1);
        int delay = settling ? random.nextInt(reach) : random.nextInt(5);
        try (KilledProcess process = KilledProcess.start(DATA, server, directory, round)) {
            int staged = 0;
            for (String word = process.word(); word != null; word = process.word()) {
                staged += word.equals("@STAGED") ? 1 : 0;
                if (settling ? word.equals("@ACCEPTED") : staged == page) {
                    break;
                }
            }
            process.go(delay); // it may well end first: that is one of the moments
            if (database) {
                killDatabase();
            }
            process.kill();
            boolean settled = process.rest().contains("@SETTLED");
            if (settling) {
                reach = Math.max(100, settled ? reach * 3 / 4 : reach * 5 / 4);
            }
            return settled;
        }
    }

    private void killDatabase() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(DATA.resolve("postgres/postmaster.pid")).getFirst());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private void restartDatabase() throws IOException {
        dataSource.close();
        server.close();
        server = EmbeddedServer.start(folder);
        dataSource = dataSource(server);
    }

    /** The next run of the same round, by a new process's engine, goes through and leaves what it should. */
    private void complete(int round) throws Exception {
        try (Engine engine = new Engine(dataSource, directory)) {
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
        try (Engine engine = new Engine(dataSource, directory)) {
            engine.users().forEach((id, user) -> {
                if (user.access() == AccessState.ACTIVE) {
                    active.put(id, user.profile().text(Attribute.TITLE).orElse(""));
                }
            });
        }
        return active;
    }

    private void everyChangeIsThereOnce() {
        List<String> wrong = new JdbcTemplate(dataSource).queryForList("""
                        SELECT u.external_id FROM directory_user u
                        LEFT JOIN change c ON c.user_id = u.id
                        WHERE u.directory = ?
                        GROUP BY u.id
                        HAVING count(c.id) <> u.version OR count(DISTINCT c.user_version) <> u.version
                            OR max(c.user_version) <> u.version""", String.class, directory);
        assertThat(wrong).as("users whose changes are not 1, 2 ... version").isEmpty();
    }

    private static HikariDataSource dataSource(EmbeddedServer server) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.url("postgres"));
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMinimumIdle(0);
        return pool;
    }
}
