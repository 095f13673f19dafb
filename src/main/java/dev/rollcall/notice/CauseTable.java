package dev.rollcall.notice;

import dev.rollcall.config.Notices.Kind;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What was told and still lasts. */
@Repository
class CauseTable {
    private final JdbcTemplate sql;

    CauseTable(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** What was told of this, while it lasts; a held plan that somebody decided about has ended. */
    Optional<Cause> told(About about, Kind kind) {
        return sql
                .query(
                        "SELECT c.users, c.detail FROM notice_cause c LEFT JOIN run r ON r.id = c.run"
                                + " WHERE c.directory = ? AND c.source = ? AND c.kind = ?"
                                + " AND NOT (? AND r.state IN ('APPLIED', 'REJECTED')) FOR UPDATE OF c",
                        (row, number) -> new Cause(row.getLong(1), row.getString(2), ""),
                        about.directory(),
                        about.source(),
                        kind.name(),
                        Causes.DECIDED.contains(kind))
                .stream()
                .findFirst();
    }

    void write(About about, Kind kind, Cause cause) {
        sql.update(
                "INSERT INTO notice_cause (directory, source, kind, users, detail, run) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (directory, source, kind) DO UPDATE SET users = excluded.users,"
                        + " detail = excluded.detail, run = excluded.run",
                about.directory(),
                about.source(),
                kind.name(),
                cause.users(),
                cause.detail(),
                about.run() == null ? null : about.run().value());
    }

    void delete(About about, Kind kind) {
        sql.update(
                "DELETE FROM notice_cause WHERE directory = ? AND source = ? AND kind = ?",
                about.directory(),
                about.source(),
                kind.name());
    }
}
