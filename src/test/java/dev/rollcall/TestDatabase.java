package dev.rollcall;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.directory.SensitiveKeys;
import dev.rollcall.run.database.DataFolder;
import dev.rollcall.run.database.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One embedded server for all tests of a JVM, with the migrations applied.
 *
 * <p>{@link #shared()} is one database for everybody: use a directory name of your own in it. {@link #fresh()} is a new,
 * migrated and empty database, about 0.1 s.
 */
public final class TestDatabase {
    private static final Path BINARIES = Path.of("target/postgres-binaries").toAbsolutePath();

    private static final String TEMPLATE = "rollcall_template";
    private static final String SHARED = "rollcall_shared";
    /** One for all: what one context of a JVM sealed the others open. */
    private static final String SENSITIVE_KEY = "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s=";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedServer server;
    private final DataSource shared;

    private TestDatabase() {
        server = EmbeddedServer.start(new DataFolder(Path.of("target/test-database"), BINARIES));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "test-database"));
        execute("DROP DATABASE IF EXISTS " + TEMPLATE + " WITH (FORCE)");
        execute("CREATE DATABASE " + TEMPLATE);
        Flyway.configure()
                .dataSource(plain(TEMPLATE))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        create(SHARED);
        shared = pool(SHARED);
        ProfileCodec.sealBy(SensitiveKeys.of(List.of(Base64.getDecoder().decode(SENSITIVE_KEY))));
    }

    /**
     * Unpacked once for all tests, before anybody else may start a server from them; child processes are told by the
     * property {@code rollcall.binaries}.
     */
    public static Path binaries() {
        if (!Holder.INSTANCE.server.isAlive()) {
            throw new IllegalStateException("the tests' server has ended");
        }
        return BINARIES;
    }

    /** The database all tests share. */
    public static DataSource shared() {
        return Holder.INSTANCE.shared;
    }

    /** A database nobody else uses, with a pool of its own. */
    public static HikariDataSource fresh() {
        String name = freshName();
        return Holder.INSTANCE.pool(name);
    }

    /** A database nobody else uses, for a Spring context: call it from a {@code @DynamicPropertySource} method. */
    public static void fresh(DynamicPropertyRegistry registry) {
        String name = freshName();
        EmbeddedServer server = Holder.INSTANCE.server;
        registry.add("spring.datasource.url", () -> server.url(name));
        registry.add("spring.datasource.username", server::user);
        registry.add("spring.datasource.password", server::password);
        registry.add("rollcall.sensitive-keys", () -> SENSITIVE_KEY);
    }

    private static String freshName() {
        String name = "rollcall_" + COUNT.incrementAndGet();
        Holder.INSTANCE.create(name);
        return name;
    }

    private void create(String name) {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    }

    private HikariDataSource pool(String database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.url(database));
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return pool;
    }

    private DataSource plain(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.url(database));
        source.setUser(server.user());
        source.setPassword(server.password());
        return source;
    }

    private void execute(String sql) {
        try (Connection connection = plain("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final TestDatabase INSTANCE = new TestDatabase();
    }
}
