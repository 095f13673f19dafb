package dev.rollcall.directory.store;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Change;
import dev.rollcall.directory.ProfileCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the changes of a directory, and keeps how far each consumer has come.
 *
 * <p>Changes are written under the directory's lock, so their ids become visible in order: no reader ever skips one.
 */
@Repository
public class Changes {
    private static final int BUFFER = 5_000;

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    Changes(JdbcTemplate sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** The next changes a consumer has not acknowledged, in their order, at most {@code max}. */
    public List<Change> next(String directory, String consumer, int max) {
        return sql.query("""
                SELECT * FROM change
                WHERE directory = ? AND id > coalesce(
                    (SELECT last_change FROM feed_position WHERE directory = ? AND consumer = ?), 0)
                ORDER BY id LIMIT ?""", Changes::read, directory, directory, consumer, max);
    }

    /** Changes after this one, in their order, for somebody who looks and acknowledges nothing. */
    public List<Change> after(String directory, long change, int max) {
        return sql.query(
                "SELECT * FROM change WHERE directory = ? AND id > ? ORDER BY id LIMIT ?",
                Changes::read,
                directory,
                change,
                max);
    }

    /**
     * Hands over, in their order, the changes that are events of somebody's working life.
     *
     * @param until not itself
     */
    public void events(String directory, Instant from, Instant until, Consumer<Change> consumer) {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(sql.getDataSource()));
        streaming.setFetchSize(BUFFER);
        RowCallbackHandler each = row -> consumer.accept(read(row, 0));
        transaction.executeWithoutResult(status -> streaming.query(
                "SELECT * FROM change WHERE directory = ? AND events <> '{}' AND at >= ? AND at < ? ORDER BY id",
                each,
                directory,
                Timestamp.from(from),
                Timestamp.from(until)));
    }

    /** The consumer has everything up to this change; it never goes back. */
    public void acknowledge(String directory, String consumer, long lastChange) {
        sql.update("""
                INSERT INTO feed_position (directory, consumer, last_change) VALUES (?, ?, ?)
                ON CONFLICT (directory, consumer) DO UPDATE
                SET last_change = greatest(feed_position.last_change, excluded.last_change), moved_at = now()""", directory, consumer, lastChange);
    }

    private static Change read(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("id"),
                row.getString("directory"),
                row.getObject("user_id", UUID.class),
                row.getLong("user_version"),
                row.getString("kind"),
                row.getString("reason"),
                row.getString("run"),
                row.getTimestamp("at").toInstant(),
                row.getString("external_id"),
                AccessState.valueOf(row.getString("access")),
                List.of((String[]) row.getArray("changed").getArray()),
                row.getString("email"),
                row.getObject("manager_id", UUID.class),
                KnownUsers.ids(row, "additional_manager_ids"),
                ProfileCodec.decode(row.getBytes("profile")),
                row.getBoolean("participates"),
                row.getBoolean("suspended"),
                List.of((String[]) row.getArray("events").getArray()));
    }
}
