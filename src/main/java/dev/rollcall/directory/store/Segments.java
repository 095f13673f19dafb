package dev.rollcall.directory.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Values of the attributes people are grouped by; each is made when it is first applied to a user (row 62). */
@Repository
public class Segments {
    private final JdbcTemplate sql;

    public Segments(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** One value of one attribute, and since when it is known. */
    public record Segment(String attribute, String value, Instant createdAt) {}

    /**
     * Adds those that are not there yet.
     *
     * @param segments values behind the name of their attribute and {@code =}
     * @param by the run, or whatever else made them
     */
    public void add(String directory, List<String> segments, String by, Instant now) {
        sql.batchUpdate(
                "INSERT INTO segment VALUES (?, split_part(?, '=', 1), substr(?, strpos(?, '=') + 1), ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                segments.stream()
                        .map(each -> new Object[] {directory, each, each, each, by, Timestamp.from(now)})
                        .toList());
    }

    /** Every segment, by attribute and value. */
    public List<Segment> all(String directory) {
        return sql.query(
                "SELECT attribute, value, created_at FROM segment WHERE directory = ? ORDER BY attribute, value",
                (row, number) -> new Segment(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()),
                directory);
    }
}
