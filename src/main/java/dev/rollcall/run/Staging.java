package dev.rollcall.run;

import de.bytefish.pgbulkinsert.row.SimpleRowWriter;
import dev.rollcall.directory.store.StagedTable;
import dev.rollcall.run.StagedRecord.Marks;
import dev.rollcall.source.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The staged records of runs under way: a table each, written by COPY, dropped when the run has ended. */
@Component
class Staging {
    private static final String[] COLUMNS = {
        "kind",
        "key",
        "key_hash",
        "digest",
        "profile",
        "email_key",
        "number",
        "clause",
        "match_keys",
        "origin",
        "key_ref",
        "email_ref",
        "number_ref"
    };

    private final JdbcTemplate sql;

    Staging(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** How many rows of each kind there are. */
    record Tally(long rows, long rejected, long keyless, long outOfScope, long accepted, long gone) {}

    /**
     * What became of keys that came more than once.
     *
     * @param refused keys whose records differ
     * @param dropped rows that are not there any more
     */
    record Doubles(long refused, long dropped) {
        static final Doubles NONE = new Doubles(0, 0);
    }

    static StagedTable table(RunId run) {
        return new StagedTable(run.value());
    }

    void create(RunId run) {
        sql.execute("""
                CREATE UNLOGGED TABLE %s (
                    kind text NOT NULL, key text COLLATE "C", key_hash bytea, digest bytea, profile bytea,
                    email_key text COLLATE "C", number text COLLATE "C", clause integer,
                    match_keys text[] COLLATE "C", origin text,
                    key_ref bytea, email_ref bytea, number_ref bytea)""".formatted(table(run).sql()));
    }

    void drop(RunId run) {
        sql.execute("DROP TABLE IF EXISTS " + table(run).sql());
    }

    /** Drops what a process left that was killed after its run had ended. */
    void dropEnded() {
        sql.queryForList("""
                        SELECT t.tablename FROM pg_tables t JOIN run r ON r.id = regexp_replace(t.tablename, '[.]plan$', '')
                        WHERE t.schemaname = 'staging' AND r.state NOT IN ('OPEN', 'STAGED')""", String.class)
                .forEach(table -> sql.execute("DROP TABLE IF EXISTS " + new StagedTable(table).sql()));
    }

    /** Writes the records with one COPY, in a transaction of their own. */
    void write(RunId run, List<StagedRecord> records) {
        sql.execute((ConnectionCallback<@Nullable Void>) connection -> {
            copy(connection, run, records);
            return null;
        });
    }

    private static void copy(Connection connection, RunId run, List<StagedRecord> records) throws SQLException {
        SimpleRowWriter.Table target = new SimpleRowWriter.Table("staging", "\"" + run.value() + "\"", COLUMNS);
        try (SimpleRowWriter writer = new SimpleRowWriter(target, connection.unwrap(PGConnection.class))) {
            for (StagedRecord record : records) {
                writer.startRow(row -> {
                    row.setText(0, record.kind().label());
                    row.setText(1, record.key());
                    row.setByteArray(2, record.keyHash());
                    row.setByteArray(3, record.digest());
                    row.setByteArray(4, record.profile());
                    row.setText(5, record.emailKey());
                    row.setText(6, record.number());
                    row.setInteger(7, record.clause());
                    if (record.matchKeys() == null) {
                        row.setText(8, null);
                    } else {
                        row.setTextArray(8, record.matchKeys());
                    }
                    row.setText(9, record.origin());
                    Marks marks = record.marks();
                    row.setByteArray(10, marks == null ? null : marks.key());
                    row.setByteArray(11, marks == null ? null : marks.email());
                    row.setByteArray(12, marks == null ? null : marks.number());
                });
            }
        }
    }

    /**
     * Leaves one row for each key, inside the settling transaction.
     *
     * <p>The same record sent twice is one. Two records of one key that differ are nobody's word: both are refused,
     * unless both say that the person left.
     */
    Doubles settleDoubles(RunId run, boolean filtered, SeenKeys seen) {
        String table = table(run).sql();
        String identity = filtered ? "key_hash" : "convert_to(key, 'UTF8')";
        Optional<List<byte[]>> noticed = seen.noticed();
        if (noticed.isPresent() && noticed.get().isEmpty()) {
            return Doubles.NONE;
        }
        sql.execute("CREATE TEMP TABLE noticed (identity bytea NOT NULL) ON COMMIT DROP");
        noticed.ifPresent(keys -> sql.batchUpdate(
                "INSERT INTO noticed VALUES (?)",
                keys.stream().map(key -> new Object[] {key}).toList()));
        sql.execute("""
                CREATE TEMP TABLE doubled ON COMMIT DROP AS
                SELECT %s AS identity, max(key) AS key,
                       count(DISTINCT (kind, digest)) AS versions,
                       bool_and(kind IN ('left', 'gone', 'out-of-scope', 'excluded')) AS left_all,
                       bool_and(kind IN ('out-of-scope', 'excluded')) AS excluded_all,
                       (array_agg(ctid ORDER BY ctid))[1] AS kept
                FROM %s WHERE kind <> 'keyless'%s GROUP BY 1 HAVING count(*) > 1""".formatted(
                identity, table, noticed.isPresent() ? " AND " + identity + " IN (SELECT identity FROM noticed)" : ""));
        Long doubles = sql.queryForObject("SELECT count(*) FROM doubled", Long.class);
        if (doubles == null || doubles == 0) {
            return Doubles.NONE;
        }
        long dropped = sql.update(
                "DELETE FROM %s s USING doubled d WHERE %s = d.identity AND s.kind <> 'keyless' AND s.ctid <> d.kept"
                        .formatted(table, filtered ? "s.key_hash" : "convert_to(s.key, 'UTF8')"));
        long refused = sql.update("""
                UPDATE %s s SET kind = CASE WHEN s.kind IN ('left', 'gone') AND d.left_all THEN s.kind ELSE 'rejected' END,
                    key = d.key
                FROM doubled d WHERE s.ctid = d.kept AND d.versions > 1 AND NOT d.excluded_all""".formatted(table));
        return new Doubles(refused, dropped);
    }

    /** The planner knows nothing of a new table; called once, before it is joined with anything. */
    void analyze(RunId run) {
        // a few thousand rows tell as much of keys that are all different
        sql.execute("SET LOCAL default_statistics_target = 10");
        sql.execute("ANALYZE " + table(run).sql());
        sql.execute("SET LOCAL default_statistics_target TO DEFAULT");
    }

    Tally tally(RunId run) {
        Tally tally = sql.queryForObject(
                """
                SELECT coalesce(sum(rows), 0), coalesce(sum(rows) FILTER (WHERE kind IN ('rejected', 'left', 'keyless')), 0),
                       coalesce(sum(rows) FILTER (WHERE kind = 'keyless'), 0),
                       coalesce(sum(rows) FILTER (WHERE kind IN ('out-of-scope', 'excluded')), 0),
                       coalesce(sum(rows) FILTER (WHERE kind = 'accepted'), 0),
                       coalesce(sum(rows) FILTER (WHERE kind = 'gone'), 0)
                FROM (SELECT kind, count(*) AS rows FROM %s GROUP BY kind) each_kind""".formatted(table(run).sql()),
                (row, number) -> new Tally(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
        if (tally == null) {
            throw new IllegalStateException("a count without a row");
        }
        return tally;
    }
}
