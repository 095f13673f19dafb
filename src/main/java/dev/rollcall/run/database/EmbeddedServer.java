package dev.rollcall.run.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, owned by one process at a time; committed is on disk, also after kill -9.
 *
 * <p>The library that starts it is made for tests: without the settings below it would run without fsync and trust every
 * local user.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final FolderLock lock;
    private final ServerProcesses processes;
    private final String password;

    private EmbeddedServer(EmbeddedPostgres postgres, FolderLock lock, ServerProcesses processes, String password) {
        this.postgres = postgres;
        this.lock = lock;
        this.processes = processes;
        this.password = password;
    }

    /**
     * Starts the server, whatever state the last process left its files in.
     *
     * @throws DatabaseUnavailable when another process has the folder, or its files are not ours
     */
    public static EmbeddedServer start(DataFolder folder) {
        try {
            folder.prepare();
            FolderLock lock = FolderLock.take(folder.lock(), LOCK_PATIENCE);
            try {
                return start(folder, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | IllegalStateException e) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL in " + folder.root() + " did not start: " + e.getMessage() + ".",
                    "Its log is in " + folder.postgres().resolve("log")
                            + "; logging.level.io.zonky=info shows the start itself.",
                    e);
        }
    }

    private static EmbeddedServer start(DataFolder folder, FolderLock lock) throws IOException {
        ServerProcesses processes = new ServerProcesses(folder.postgres());
        processes.clear(PATIENCE);
        ServerFiles.moveIncompleteAside(folder.postgres(), Clock.systemUTC());
        ServerFiles.deleteHalfUnpacked(folder.binaries());
        String password = folder.password();
        EmbeddedPostgres postgres = settings(folder, password).start();
        ServerFiles.complete(folder.postgres());
        LOG.info("embedded PostgreSQL in {} on port {}", folder.postgres(), postgres.getPort());
        return new EmbeddedServer(postgres, lock, processes, password);
    }

    private static EmbeddedPostgres.Builder settings(DataFolder folder, String password) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.postgres())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setPGStartupWait(PATIENCE)
                // its hook would run beside Spring's and take the database from under the routes
                .setRegisterShutdownHook(false)
                // to initdb, after the library's own "-A trust"
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", folder.passwordFile().toString())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", password)
                // to the server, after the library's own "-F"; through a shell, so no spaces and no quotes
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "50")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("jit", "off")
                // a client that was killed in the middle of a long statement must not keep its locks
                .setServerConfig("client_connection_check_interval", "2s")
                // no statement, key or row of an error is written: they hold personal values
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgres-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic");
    }

    public String url() {
        return url("postgres");
    }

    /** The address of another database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database + "?ApplicationName=rollcall";
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        return password;
    }

    /** Whether the server's main process is alive. */
    public boolean isAlive() {
        try {
            return processes.postmaster().isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            postgres.close(); // gives up waiting after 5 s, with the shutdown under way
            processes.awaitEnd(PATIENCE);
        } finally {
            lock.close();
        }
    }
}
