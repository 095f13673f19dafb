package dev.rollcall.run.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes of the server of one directory, known by their working directory.
 *
 * <p>{@code postmaster.pid} alone proves nothing: after a crash its number may be another program's.
 */
final class ServerProcesses {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcesses.class);
    private static final Path PROC = Path.of("/proc/self/cwd");

    private final Path pgData;

    ServerProcesses(Path pgData) {
        this.pgData = pgData;
    }

    /** The main process, while it is alive. */
    Optional<ProcessHandle> postmaster() throws IOException {
        Path file = pidFile();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::isOurs);
    }

    /**
     * Stops what a killed owner left running and removes the stale pid file. Only for the holder of the folder's lock.
     *
     * @throws DatabaseUnavailable when they do not end in time
     */
    void clear(Duration patience) throws IOException {
        if (!Files.exists(PROC)) {
            return;
        }
        List<ProcessHandle> running = all();
        if (!running.isEmpty()) {
            LOG.warn("stopping the PostgreSQL server that a killed process left running in {}", pgData);
            interruptPostmaster();
            await(running, patience);
        }
        if (Files.deleteIfExists(pidFile())) {
            LOG.warn("removed {}: its server is gone", pidFile());
        }
    }

    /** Waits until none is left. */
    void awaitEnd(Duration patience) {
        if (Files.exists(PROC)) {
            await(all(), patience);
        }
    }

    // INT is a fast shutdown; TERM, all that Java can send, would wait for every client to leave by itself
    private void interruptPostmaster() throws IOException {
        Optional<ProcessHandle> postmaster = postmaster();
        if (postmaster.isPresent()) {
            new ProcessBuilder("sh", "-c", "kill -INT " + postmaster.get().pid()).start();
        }
    }

    private void await(List<ProcessHandle> processes, Duration patience) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            List<Long> pids = all().stream().map(ProcessHandle::pid).toList();
            throw new DatabaseUnavailable(
                    "PostgreSQL in " + pgData + " did not stop within " + patience.toSeconds() + " s; processes "
                            + pids,
                    "See its log in " + pgData.resolve("log") + "; stop these processes by hand.",
                    e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ProcessHandle> all() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return process.pid() != ProcessHandle.current().pid()
                    && Path.of("/proc/" + process.pid() + "/cwd").toRealPath().equals(pgData.toRealPath());
        } catch (IOException e) {
            return false; // gone meanwhile, or another user's
        }
    }

    private Path pidFile() {
        return pgData.resolve("postmaster.pid");
    }
}
