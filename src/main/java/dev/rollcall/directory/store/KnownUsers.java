package dev.rollcall.directory.store;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Profile;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Users as somebody looks them up. */
@Repository
public class KnownUsers {
    private static final String QUERY = "SELECT u.*, EXISTS (SELECT FROM directory_user r WHERE r.manager_id = u.id"
            + " AND r.access = 'ACTIVE') AS manages FROM directory_user u WHERE directory = ?";

    private final JdbcTemplate sql;

    KnownUsers(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * A user with what is kept beside his profile.
     *
     * @param externalId null for a user nobody linked yet
     * @param manages whether anybody with access reports to him
     * @param edited changed by hand since his source's last run
     */
    public record Known(
            UUID id,
            long version,
            @Nullable String externalId,
            AccessState access,
            boolean suspended,
            boolean edited,
            boolean participates,
            boolean manages,
            @Nullable String email,
            @Nullable UUID manager,
            List<UUID> additionalManagers,
            Profile profile,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant accessEndedAt,
            @Nullable Instant nextTransitionAt,
            @Nullable Instant deprovisionsAt,
            @Nullable UUID previousUser,
            @Nullable Suspension suspension) {
        @Override
        public String toString() {
            return "Known[" + id + " v" + version + ", " + access + "]";
        }
    }

    /** The administrator's own lock: who set it, when, and why. */
    public record Suspension(
            String by, Instant at, @Nullable String because) {}

    /** Which users are wanted; what is null does not matter. Addresses are compared as people read them. */
    public record Filter(
            @Nullable String externalId,
            @Nullable String email,
            @Nullable Boolean active,
            @Nullable String group,
            @Nullable LocalDate startedAfter) {
        @Override
        public String toString() {
            return "Filter[***]";
        }
    }

    public Optional<Known> find(String directory, UUID id) {
        return sql.query(QUERY + " AND id = ?", KnownUsers::read, directory, id).stream()
                .findFirst();
    }

    /** The one user with this external id, address or id. */
    public Optional<Known> named(String directory, String name) {
        List<Known> found = sql.query(
                QUERY + " AND (external_id = ? OR email_key = ? OR id::text = ?) LIMIT 2",
                KnownUsers::read,
                directory,
                name,
                Folding.fold(name),
                name);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** A page in the order of the ids, after this one. */
    public List<Known> page(String directory, Filter filter, @Nullable UUID after, int limit) {
        StringBuilder query = new StringBuilder(QUERY);
        List<Object> values = new ArrayList<>(List.of(directory));
        if (filter.externalId() != null) {
            query.append(" AND external_id = ?");
            values.add(filter.externalId());
        }
        if (filter.email() != null) {
            query.append(" AND email_key = ?");
            values.add(Folding.fold(filter.email()));
        }
        if (filter.active() != null) {
            query.append(" AND (access = 'ACTIVE' AND NOT suspended) = ?");
            values.add(filter.active());
        }
        if (filter.group() != null) {
            query.append(" AND group_value = ?");
            values.add(filter.group());
        }
        if (filter.startedAfter() != null) {
            query.append(" AND start_date > ?");
            values.add(filter.startedAfter());
        }
        if (after != null) {
            query.append(" AND id > ?");
            values.add(after);
        }
        values.add(limit);
        return sql.query(query.append(" ORDER BY id LIMIT ?").toString(), KnownUsers::read, values.toArray());
    }

    private static Known read(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("external_id"),
                AccessState.valueOf(row.getString("access")),
                row.getBoolean("suspended"),
                row.getBoolean("edited"),
                row.getBoolean("participates"),
                row.getBoolean("manages"),
                row.getString("email"),
                row.getObject("manager_id", UUID.class),
                ids(row, "additional_manager_ids"),
                ProfileCodec.decode(row.getBytes("profile")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row, "access_ended_at"),
                instant(row, "next_transition_at"),
                instant(row, "deprovisions_at"),
                row.getObject("previous_user", UUID.class),
                suspension(row));
    }

    private static @Nullable Suspension suspension(ResultSet row) throws SQLException {
        @Nullable Instant at = instant(row, "suspended_at");
        return at == null
                ? null
                : new Suspension(row.getString("suspended_by"), at, row.getString("suspended_because"));
    }

    static List<UUID> ids(ResultSet row, String column) throws SQLException {
        @Nullable Array ids = row.getArray(column);
        return ids == null ? List.of() : List.of((UUID[]) ids.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
