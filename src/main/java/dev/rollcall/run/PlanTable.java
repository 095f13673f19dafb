package dev.rollcall.run;

import de.bytefish.pgbulkinsert.row.SimpleRow;
import de.bytefish.pgbulkinsert.row.SimpleRowWriter;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Folding;
import dev.rollcall.plan.Action;
import dev.rollcall.source.RunId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a plan's actions by COPY, a buffer at a time, while their candidates are still streaming. */
final class PlanTable {
    private static final int BUFFER = 5_000;
    private static final String[] COLUMNS = {
        "run",
        "seq",
        "kind",
        "state",
        "obstacle",
        "source",
        "key",
        "user_id",
        "user_version",
        "reason",
        "signature",
        "evidence",
        "access_before",
        "access",
        "changed",
        "email",
        "email_key",
        "moves_email",
        "number",
        "loses_access",
        "profile",
        "manager_ref",
        "manager_by",
        "next_transition_at"
    };

    private final JdbcTemplate sql;
    private final RunId run;
    private final List<Action> buffer = new ArrayList<>();
    private long seq;

    PlanTable(JdbcTemplate sql, RunId run) {
        this.sql = sql;
        this.run = run;
    }

    void add(Action action) {
        buffer.add(action);
        if (buffer.size() == BUFFER) {
            flush();
        }
    }

    /**
     * Writes what is still buffered; called once after the last action.
     *
     * @return how many actions the plan has
     */
    long flush() {
        if (buffer.isEmpty()) {
            return seq;
        }
        sql.execute((ConnectionCallback<@Nullable Void>) connection -> {
            SimpleRowWriter.Table target = new SimpleRowWriter.Table("plan_action", COLUMNS);
            try (SimpleRowWriter writer = new SimpleRowWriter(target, connection.unwrap(PGConnection.class))) {
                for (Action action : buffer) {
                    writer.startRow(row -> write(row, action));
                }
            }
            return null;
        });
        buffer.clear();
        return seq;
    }

    private void write(SimpleRow row, Action action) {
        String email = action.profile().email().orElse(null);
        row.setText(0, run.value());
        row.setLong(1, ++seq);
        row.setText(2, action.kind().name());
        row.setText(3, action.state().name());
        row.setText(4, action.obstacle() == null ? null : action.obstacle().name());
        row.setText(5, action.source());
        row.setText(6, action.key());
        row.setUUID(7, action.user());
        row.setLong(8, action.userVersion());
        row.setText(9, action.reason());
        row.setText(10, action.signature());
        row.setText(11, action.evidence().name());
        row.setText(12, action.before() == null ? null : action.before().name());
        row.setText(13, action.access().name());
        row.setTextArray(14, action.changed());
        row.setText(15, email);
        row.setText(16, email == null ? null : Folding.fold(email));
        row.setBoolean(17, action.movesEmail());
        row.setText(18, action.profile().text(Attribute.EMPLOYEE_NUMBER).orElse(null));
        row.setBoolean(19, action.losesAccess());
        row.setByteArray(20, ProfileCodec.encode(action.profile()));
        row.setByteArray(
                21,
                action.profile()
                        .manager()
                        .map(manager -> Base64.getDecoder().decode(manager.value()))
                        .orElse(null));
        row.setText(
                22,
                action.profile().manager().map(manager -> manager.by().name()).orElse(null));
        row.setTimeStampTz(
                23,
                action.nextTransitionAt() == null
                        ? null
                        : action.nextTransitionAt().atZone(ZoneOffset.UTC));
    }
}
