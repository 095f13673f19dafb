package dev.rollcall.notice;

import dev.rollcall.config.Notices.Channel;
import dev.rollcall.config.Notices.Kind;
import dev.rollcall.notice.Notice.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Notices as they are stored. */
@Repository
class NoticeTable {
    private static final String SELECT = """
            SELECT n.*, count(d.id) FILTER (WHERE d.channel = 'MAIL') AS mail,
                   count(d.id) FILTER (WHERE d.channel = 'WEBHOOK') AS webhook,
                   count(d.delivered_at) FILTER (WHERE d.channel = 'MAIL') AS mail_delivered,
                   count(d.delivered_at) FILTER (WHERE d.channel = 'WEBHOOK') AS webhook_delivered
            FROM notice n LEFT JOIN notice_delivery d ON d.notice = n.id AND d.withdrawn_at IS NULL
            """;

    private final JdbcTemplate sql;

    NoticeTable(JdbcTemplate sql) {
        this.sql = sql;
    }

    long add(About about, Kind kind, Wording wording, long users, UUID key, Instant now) {
        Long id = sql.queryForObject(
                "INSERT INTO notice (key, directory, source, kind, title, text, users, path, raised_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                Long.class,
                key,
                about.directory(),
                about.source(),
                kind.name(),
                wording.title(),
                wording.text(),
                users,
                about.path(),
                Timestamp.from(now));
        if (id == null) {
            throw new IllegalStateException("a row without its number");
        }
        return id;
    }

    void addDelivery(long notice, Address to, Instant now) {
        sql.update(
                "INSERT INTO notice_delivery (notice, channel, recipient, next_attempt_at) VALUES (?, ?, ?, ?)",
                notice,
                to.channel().name(),
                to.recipient(),
                Timestamp.from(now));
    }

    List<Notice> list(String directory, boolean unread, @Nullable Long before, int limit) {
        return sql.query(
                SELECT + "WHERE n.directory = ? AND (n.read_at IS NULL OR NOT ?) AND (?::bigint IS NULL OR n.id < ?)"
                        + " GROUP BY n.id ORDER BY n.id DESC LIMIT ?",
                NoticeTable::read,
                directory,
                unread,
                before,
                before,
                limit);
    }

    Optional<Notice> find(String directory, long id) {
        return sql
                .query(SELECT + "WHERE n.directory = ? AND n.id = ? GROUP BY n.id", NoticeTable::read, directory, id)
                .stream()
                .findFirst();
    }

    void markRead(String directory, long id, Instant now) {
        sql.update(
                "UPDATE notice SET read_at = coalesce(read_at, ?) WHERE directory = ? AND id = ?",
                Timestamp.from(now),
                directory,
                id);
    }

    private static Notice read(ResultSet row, int number) throws SQLException {
        @Nullable Timestamp readAt = row.getTimestamp("read_at");
        Reach mail = reach(row, Channel.MAIL, "mail");
        Reach webhook = reach(row, Channel.WEBHOOK, "webhook");
        return new Notice(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                row.getString("directory"),
                row.getString("source"),
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("text"),
                row.getLong("users"),
                row.getString("path"),
                row.getTimestamp("raised_at").toInstant(),
                readAt == null ? null : readAt.toInstant(),
                Arrays.asList(mail, webhook));
    }

    private static Reach reach(ResultSet row, Channel channel, String column) throws SQLException {
        long delivered = row.getLong(column + "_delivered");
        return new Reach(channel, delivered, row.getLong(column) - delivered);
    }
}
