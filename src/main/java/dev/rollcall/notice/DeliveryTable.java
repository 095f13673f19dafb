package dev.rollcall.notice;

import dev.rollcall.config.Notices.Channel;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What has to be delivered still. */
@Repository
class DeliveryTable {
    private static final String WAITING = "delivered_at IS NULL AND withdrawn_at IS NULL";

    private final JdbcTemplate sql;

    DeliveryTable(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** A delivery to be tried now, by nobody else. */
    record Due(long id, String directory, long notice, Address to, int attempts) {}

    /**
     * Takes the next one and puts its next try off, longer with each: whoever is killed while delivering leaves it for
     * then, and a success ends it.
     */
    Optional<Due> take(Set<Channel> channels, Duration first, Duration longest, Instant now) {
        return sql
                .query(
                        """
                        UPDATE notice_delivery d SET attempts = attempts + 1,
                            next_attempt_at = ?::timestamptz
                                + least(? * power(2, least(attempts, 20)), ?) * interval '1 millisecond'
                        FROM notice n
                        WHERE n.id = d.notice AND d.id = (
                            SELECT id FROM notice_delivery
                            WHERE delivered_at IS NULL AND withdrawn_at IS NULL AND next_attempt_at <= ?
                              AND channel = ANY (?)
                            ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING d.id, n.directory, d.notice, d.channel, d.recipient, d.attempts""",
                        (row, number) -> new Due(
                                row.getLong("id"),
                                row.getString("directory"),
                                row.getLong("notice"),
                                new Address(Channel.valueOf(row.getString("channel")), row.getString("recipient")),
                                row.getInt("attempts")),
                        Timestamp.from(now),
                        first.toMillis(),
                        longest.toMillis(),
                        Timestamp.from(now),
                        channels.stream().map(Channel::name).toArray(String[]::new))
                .stream()
                .findFirst();
    }

    void delivered(Due due, Instant now) {
        sql.update(
                "UPDATE notice_delivery SET delivered_at = ?, last_problem = NULL WHERE id = ?",
                Timestamp.from(now),
                due.id());
    }

    void withdraw(Due due, Instant now) {
        sql.update("UPDATE notice_delivery SET withdrawn_at = ? WHERE id = ?", Timestamp.from(now), due.id());
    }

    void failed(Due due, String why) {
        sql.update("UPDATE notice_delivery SET last_problem = ? WHERE id = ?", why, due.id());
    }

    /** What waits since before this moment. */
    Deliveries.Waiting waitingSince(Instant before) {
        return sql.query(
                        "SELECT count(*), min(n.raised_at), max(d.last_problem) FROM notice_delivery d"
                                + " JOIN notice n ON n.id = d.notice WHERE " + WAITING + " AND n.raised_at <= ?",
                        (row, number) -> {
                            @Nullable Timestamp oldest = row.getTimestamp(2);
                            return new Deliveries.Waiting(
                                    row.getLong(1), oldest == null ? null : oldest.toInstant(), row.getString(3));
                        },
                        Timestamp.from(before))
                .getFirst();
    }
}
