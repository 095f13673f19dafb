package dev.rollcall.run;

import de.bytefish.pgbulkinsert.row.SimpleRowWriter;
import dev.rollcall.directory.store.StagedTable;
import dev.rollcall.source.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The staged records of runs under way: a table each, written by COPY, dropped when the run has ended. */
@Component
class Staging {
    private static final String[] COLUMNS = {
        "kind", "key", "key_hash", "digest", "profile", "email_key", "number", "clause", "match_keys", "origin"
    };

    private final JdbcTemplate sql;

    Staging(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** How many rows of each kind there are. */
    record Tally(long rows, long rejected, long keyless, long outOfScope, long accepted, long gone) {}

    static StagedTable table(RunId run) {
        return new StagedTable(run.value());
    }

    void create(RunId run) {
        sql.execute("""
                CREATE UNLOGGED TABLE %s (
                    kind text NOT NULL, key text COLLATE "C", key_hash bytea, digest bytea, profile bytea,
                    email_key text COLLATE "C", number text COLLATE "C", clause integer,
                    match_keys text[] COLLATE "C", origin text)""".formatted(table(run).sql()));
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
                });
            }
        }
    }

    /**
     * Leaves one row for each key, inside the settling transaction.
     *
     * <p>The same record sent twice is one. Two records of one key that differ are nobody's word: both are refused,
     * unless both say that the person left.
     *
     * @return how many keys had records that differ
     */
    long settleDoubles(RunId run, boolean filtered) {
        String table = table(run).sql();
        String identity = filtered ? "key_hash" : "convert_to(key, 'UTF8')";
        sql.execute("""
                CREATE TEMP TABLE doubled ON COMMIT DROP AS
                SELECT %s AS identity, max(key) AS key,
                       count(DISTINCT (kind, digest)) AS versions,
                       bool_and(kind IN ('left', 'gone', 'out-of-scope', 'excluded')) AS left_all,
                       bool_and(kind IN ('out-of-scope', 'excluded')) AS excluded_all,
                       (array_agg(ctid ORDER BY ctid))[1] AS kept
                FROM %s WHERE kind <> 'keyless' GROUP BY 1 HAVING count(*) > 1""".formatted(identity, table));
        Long doubles = sql.queryForObject("SELECT count(*) FROM doubled", Long.class);
        if (doubles == null || doubles == 0) {
            return 0;
        }
        sql.update("DELETE FROM %s s USING doubled d WHERE %s = d.identity AND s.kind <> 'keyless' AND s.ctid <> d.kept"
                .formatted(table, filtered ? "s.key_hash" : "convert_to(s.key, 'UTF8')"));
        return sql.update("""
                UPDATE %s s SET kind = CASE WHEN s.kind IN ('left', 'gone') AND d.left_all THEN s.kind ELSE 'rejected' END,
                    key = d.key
                FROM doubled d WHERE s.ctid = d.kept AND d.versions > 1 AND NOT d.excluded_all""".formatted(table));
    }

    /** The planner knows nothing of a new table; called once, before it is joined with anything. */
    void analyze(RunId run) {
        sql.execute("ANALYZE " + table(run).sql());
    }

    Tally tally(RunId run) {
        Tally tally = sql.queryForObject(
                """
                SELECT count(*), count(*) FILTER (WHERE kind IN ('rejected', 'left', 'keyless')),
                       count(*) FILTER (WHERE kind = 'keyless'),
                       count(*) FILTER (WHERE kind IN ('out-of-scope', 'excluded')),
                       count(*) FILTER (WHERE kind = 'accepted'), count(*) FILTER (WHERE kind = 'gone')
                FROM %s""".formatted(table(run).sql()),
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
