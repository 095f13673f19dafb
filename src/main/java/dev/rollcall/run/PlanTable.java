package dev.rollcall.run;

import de.bytefish.pgbulkinsert.row.SimpleRow;
import de.bytefish.pgbulkinsert.row.SimpleRowWriter;
import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.correlation.MatchKey;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import dev.rollcall.plan.Action;
import dev.rollcall.plan.Cause;
import dev.rollcall.plan.Outcome;
import dev.rollcall.source.RunId;
import java.time.Instant;
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
        "next_transition_at",
        "external_id",
        "participates",
        "participation_at",
        "deprovisions_at",
        "manager_source",
        "previous_user",
        "removes",
        "gains_access",
        "start_date",
        "match_keys",
        "detail",
        "origin",
        "known",
        "events",
        "segments",
        "group_value",
        "additional_managers"
    };

    private final JdbcTemplate sql;
    private final RunId run;
    private final DirectoryConfiguration directory;
    private final List<Action> buffer = new ArrayList<>();
    private long seq;

    PlanTable(JdbcTemplate sql, RunId run, DirectoryConfiguration directory) {
        this.sql = sql;
        this.run = run;
        this.directory = directory;
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
        Outcome after = action.after();
        Cause cause = action.cause();
        Profile profile = after.profile();
        @Nullable String email = profile.email().orElse(null);
        @Nullable Reference manager = profile.manager().orElse(null);
        row.setText(0, run.value());
        row.setLong(1, ++seq);
        row.setText(2, action.kind().name());
        row.setText(3, action.state().name());
        row.setText(4, action.obstacle() == null ? null : action.obstacle().name());
        row.setText(5, cause.source());
        row.setText(6, cause.key());
        row.setUUID(7, action.user());
        row.setLong(8, action.userVersion());
        row.setText(9, cause.reason());
        row.setText(10, action.signature());
        row.setText(11, cause.evidence().name());
        row.setText(
                12, action.before() == null ? null : action.before().access().name());
        row.setText(13, after.access().name());
        row.setTextArray(14, action.changed());
        row.setText(15, email);
        row.setText(16, email == null ? null : Folding.fold(email));
        row.setBoolean(17, action.movesEmail());
        row.setText(18, profile.text(Attribute.EMPLOYEE_NUMBER).orElse(null));
        row.setBoolean(19, action.losesAccess());
        row.setByteArray(20, ProfileCodec.encode(profile));
        row.setByteArray(21, manager == null ? null : Base64.getDecoder().decode(manager.value()));
        row.setText(22, manager == null ? null : manager.by().name());
        instant(row, 23, after.next());
        row.setText(24, after.externalId());
        row.setBoolean(25, after.participates());
        instant(row, 26, after.participationAt());
        instant(row, 27, after.deprovisionsAt());
        row.setText(28, after.managerSource());
        row.setUUID(29, action.previousUser());
        row.setBoolean(30, action.removes());
        row.setBoolean(31, action.gainsAccess());
        row.setDate(32, profile.date(Attribute.START_DATE).orElse(null));
        if (directory.matchesByKeys()) {
            row.setTextArray(33, MatchKey.of(profile, directory.match()));
        } else {
            row.setText(33, null);
        }
        row.setText(34, cause.detail());
        row.setText(35, cause.origin());
        row.setByteArray(36, action.before() == null ? null : ProfileCodec.encode(action.known()));
        row.setTextArray(37, action.events());
        row.setTextArray(38, directory.vocabulary().segments(profile, action.changed()));
        row.setText(39, directory.vocabulary().group(profile).orElse(null));
        List<String> additional = additionalManagers(profile);
        if (additional.isEmpty()) {
            row.setText(40, null);
        } else {
            row.setTextArray(40, additional);
        }
    }

    /** Each as kind:source:reference; without a source it was written down before they were resolved. */
    private static List<String> additionalManagers(Profile profile) {
        return profile.value(Attribute.ADDITIONAL_MANAGERS.label()).orElse(null) instanceof Value.ReferredAll all
                ? all.references().stream()
                        .filter(each -> each.value().indexOf(References.SOURCE_ENDS) > 0)
                        .map(each -> each.by().name() + References.SOURCE_ENDS + each.value())
                        .toList()
                : List.of();
    }

    private static void instant(SimpleRow row, int column, @Nullable Instant at) {
        row.setTimeStampTz(column, at == null ? null : at.atZone(ZoneOffset.UTC));
    }
}
