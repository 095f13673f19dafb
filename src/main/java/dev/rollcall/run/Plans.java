package dev.rollcall.run;

import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.plan.Action;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.source.Problem;
import dev.rollcall.source.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads plans: of dry runs, of held runs, and of what was applied. */
@Repository
public class Plans {
    private static final int BUFFER = 5_000;
    private static final String COLUMNS =
            "seq, kind, state, obstacle, source, key, user_id, reason, detail, origin, access_before, access,"
                    + " participates, changed, email, profile, known";

    private final JdbcTemplate sql;
    private final JdbcTemplate streaming;
    private final TransactionTemplate transaction;

    Plans(JdbcTemplate sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
        this.streaming = new JdbcTemplate(Objects.requireNonNull(sql.getDataSource()));
        this.streaming.setFetchSize(BUFFER);
    }

    /** The files a dry run gives (acceptance rows 118-120). */
    public enum Category {
        CREATED("kind = 'CREATE'"),
        UPDATED("kind IN ('UPDATE', 'LINK', 'REACTIVATE')"),
        DELETED("kind IN ('DEACTIVATE', 'QUARANTINE', 'DEPROVISION')");

        private final String condition;

        Category(String condition) {
            this.condition = condition;
        }
    }

    /** A page of a plan in its order, after the action with this number. */
    public List<PlannedAction> page(RunId run, long after, int limit) {
        return sql.query(
                "SELECT " + COLUMNS + " FROM plan_action WHERE run = ? AND seq > ? ORDER BY seq LIMIT ?",
                (row, number) -> read(row),
                run.value(),
                after,
                limit);
    }

    /** Whether the category has any action at all. */
    public boolean has(RunId run, Category category) {
        Boolean found = sql.queryForObject(
                "SELECT EXISTS (SELECT FROM plan_action WHERE run = ? AND " + category.condition + ")",
                Boolean.class,
                run.value());
        return Boolean.TRUE.equals(found);
    }

    /** Hands every action of a category over, in order, without holding them all. */
    public void stream(RunId run, Category category, Consumer<PlannedAction> consumer) {
        RowCallbackHandler each = row -> consumer.accept(read(row));
        transaction.executeWithoutResult(status -> streaming.query(
                "SELECT " + COLUMNS + " FROM plan_action WHERE run = ? AND " + category.condition + " ORDER BY seq",
                each,
                run.value()));
    }

    /** What was refused of the run's records; at most the first thousand. */
    public List<Problem> rejections(RunId run) {
        return sql.query(
                "SELECT record, code, message FROM rejection WHERE run = ?",
                (row, number) -> new Problem(row.getString(1), row.getString(2), row.getString(3)),
                run.value());
    }

    private static PlannedAction read(ResultSet row) throws SQLException {
        Profile profile = ProfileCodec.decode(row.getBytes("profile"));
        @Nullable String obstacle = row.getString("obstacle");
        byte @Nullable [] before = row.getBytes("known");
        Profile known = before == null ? Profile.EMPTY : ProfileCodec.decode(before);
        // of whom nothing will be left: whoever decides about him sees who he is
        Profile person = profile.values().isEmpty() ? known : profile;
        @Nullable String email = row.getString("email");
        List<String> changed = List.of((String[]) row.getArray("changed").getArray());
        return new PlannedAction(
                row.getLong("seq"),
                Action.Kind.valueOf(row.getString("kind")),
                Action.State.valueOf(row.getString("state")),
                obstacle == null ? null : Obstacle.valueOf(obstacle),
                row.getString("source") + ":" + row.getString("key"),
                row.getObject("user_id", UUID.class),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("origin"),
                row.getString("access_before"),
                row.getString("access"),
                row.getBoolean("participates"),
                changed,
                Difference.between(known, profile, changed),
                person.text(Attribute.GIVEN_NAME).orElse(null),
                person.text(Attribute.FAMILY_NAME)
                        .or(() -> person.text(Attribute.FULL_NAME))
                        .orElse(null),
                email == null ? person.email().orElse(null) : email);
    }
}
