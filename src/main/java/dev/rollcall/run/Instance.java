package dev.rollcall.run;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * This process, as the database sees it: alive as long as it holds an advisory lock of its own.
 *
 * <p>The lock ends with the connection, so a killed process is known to be dead without a time-out.
 */
@Component
class Instance {
    private final UUID id = UUID.randomUUID();
    private final DataSource dataSource;
    private final JdbcTemplate sql;
    private @Nullable Connection connection;

    Instance(DataSource dataSource, JdbcTemplate sql) {
        this.dataSource = dataSource;
        this.sql = sql;
    }

    /** This process's identity, with its lock held. */
    synchronized UUID id() {
        try {
            if (connection == null || !connection.isValid(5)) {
                connection = dataSource.getConnection();
                try (PreparedStatement lock =
                        connection.prepareStatement("SELECT pg_advisory_lock(hashtextextended(?, 0))")) {
                    lock.setString(1, id.toString());
                    lock.execute();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
        return id;
    }

    /** Whether another process still holds its lock. */
    boolean isAlive(UUID other) {
        if (other.equals(id)) {
            return true;
        }
        Boolean free = sql.queryForObject(
                "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))", Boolean.class, other.toString());
        return !Boolean.TRUE.equals(free);
    }

    @PreDestroy
    synchronized void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
