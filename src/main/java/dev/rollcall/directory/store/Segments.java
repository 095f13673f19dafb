package dev.rollcall.directory.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Values of the attributes people are grouped by; each is made when it is first applied to a user (row 62). */
@Repository
public class Segments {
    private final JdbcTemplate sql;

    Segments(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** One value of one attribute, and since when it is known. */
    public record Segment(String attribute, String value, Instant createdAt) {}

    /** Every segment, by attribute and value. */
    public List<Segment> all(String directory) {
        return sql.query(
                "SELECT attribute, value, created_at FROM segment WHERE directory = ? ORDER BY attribute, value",
                (row, number) -> new Segment(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()),
                directory);
    }
}
