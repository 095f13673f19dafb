package dev.rollcall.run;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks at what lies in the database, as whoever steals it would. */
final class Stored {
    private Stored() {}

    /** A digest over everything of the engine's directory that a dry run must leave alone. */
    static String fingerprint(Engine engine) {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("employee", "directory_user", "source", "source_file", "change", "feed_position")) {
            all.append(table)
                    .append(engine.sql.queryForObject(
                            "SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM " + table
                                    + " t WHERE directory = ?",
                            String.class,
                            engine.directory));
        }
        return all.toString();
    }

    /** Every row of every table as text, binary columns decoded: for looking whether something was stored. */
    static String everything(Engine engine) {
        StringBuilder all = new StringBuilder();
        List<String> tables = engine.sql.queryForList(
                "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN ('public',"
                        + " 'staging')",
                String.class);
        for (String table : tables) {
            engine.sql.query("SELECT to_jsonb(t)::text FROM " + table + " t", row -> {
                all.append(row.getString(1)).append('\n');
            });
        }
        engine.sql.query(
                "SELECT profile FROM employee UNION ALL SELECT profile FROM directory_user"
                        + " UNION ALL SELECT profile FROM change UNION ALL SELECT profile FROM plan_action"
                        + " UNION ALL SELECT known FROM plan_action",
                row -> {
                    byte[] profile = row.getBytes(1);
                    all.append(profile == null ? "" : new String(profile, StandardCharsets.UTF_8))
                            .append('\n');
                });
        return all.toString();
    }
}
