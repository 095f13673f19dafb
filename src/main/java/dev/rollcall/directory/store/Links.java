package dev.rollcall.directory.store;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Vocabulary;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Links between users and a source's people that a person makes or takes away, each with its change. */
public final class Links {
    private final JdbcTemplate sql;
    private final String directory;

    public Links(JdbcTemplate sql, String directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /** A user somebody names. */
    public record Known(UUID id, @Nullable String externalId, AccessState access) {}

    /** A user who gets an external id. */
    public record Linked(UUID user, String source, String key) {}

    /** A user somebody makes who has an external id from the beginning. */
    public record Made(UUID id, String source, String key, AccessState access, Profile profile) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** Those of the users that the directory has. */
    public Map<UUID, Known> users(List<UUID> ids) {
        Map<UUID, Known> found = new HashMap<>();
        sql.query(
                "SELECT id, external_id, access FROM directory_user WHERE directory = ? AND id = ANY (?)",
                row -> {
                    UUID id = row.getObject("id", UUID.class);
                    found.put(
                            id,
                            new Known(id, row.getString("external_id"), AccessState.valueOf(row.getString("access"))));
                },
                directory,
                ids.toArray(new UUID[0]));
        return found;
    }

    /** Who has these external ids. */
    public Map<String, UUID> holders(List<String> externalIds) {
        return found("external_id", externalIds);
    }

    /** Who has these addresses, folded. */
    public Map<String, UUID> addresses(List<String> emailKeys) {
        return found("email_key", emailKeys);
    }

    /** How many licenses are used: one by each user with access who is not suspended (acceptance D27). */
    public long licensesUsed() {
        Long count = sql.queryForObject(
                "SELECT count(*) FROM directory_user WHERE directory = ? AND access = 'ACTIVE' AND NOT suspended",
                Long.class,
                directory);
        return count == null ? 0 : count;
    }

    private Map<String, UUID> found(String column, List<String> values) {
        Map<String, UUID> found = new HashMap<>();
        sql.query(
                "SELECT %1$s, id FROM directory_user WHERE directory = ? AND %1$s = ANY (?)".formatted(column),
                row -> {
                    found.put(row.getString(1), row.getObject(2, UUID.class));
                },
                directory,
                values.toArray(new String[0]));
        return found;
    }

    /** Gives users without one an external id; the source's next run looks at each of them (acceptance D22). */
    public void link(List<Linked> users, Instant now) {
        Timestamp at = Timestamp.from(now);
        sql.batchUpdate(
                "UPDATE directory_user SET version = version + 1, external_id = ?, updated_at = ?, edited = true"
                        + " WHERE directory = ? AND id = ? AND external_id IS NULL",
                users.stream()
                        .map(user -> new Object[] {user.source() + ":" + user.key(), at, directory, user.user()})
                        .toList());
        new Employees(sql, directory).expect(users);
        record(users.stream().map(Linked::user).toList(), "LINK", "uploaded", at);
    }

    /** Makes users with what is told of them; the rest comes with their source's next run. */
    public void create(List<Made> users, Vocabulary vocabulary, Instant now) {
        Timestamp at = Timestamp.from(now);
        sql.batchUpdate(
                "INSERT INTO directory_user (id, directory, external_id, version, access, email, email_key, profile,"
                        + " group_value, created_at, updated_at) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)",
                users.stream().map(user -> values(user, vocabulary, at)).toList());
        new Segments(sql)
                .add(
                        directory,
                        users.stream()
                                .map(Made::profile)
                                .flatMap(each ->
                                        vocabulary.segments(each, each.values().keySet()).stream())
                                .distinct()
                                .toList(),
                        "uploaded",
                        now);
        new Employees(sql, directory)
                .expect(users.stream()
                        .map(user -> new Linked(user.id(), user.source(), user.key()))
                        .toList());
        record(users.stream().map(Made::id).toList(), "CREATE", "uploaded", at);
    }

    private Object[] values(Made user, Vocabulary vocabulary, Timestamp at) {
        @Nullable String email = user.profile().email().orElse(null);
        return new Object[] {
            user.id(),
            directory,
            user.source() + ":" + user.key(),
            user.access().name(),
            email,
            email == null ? null : Folding.fold(email),
            ProfileCodec.encode(user.profile()),
            vocabulary.group(user.profile()).orElse(null),
            at,
            at
        };
    }

    private void record(List<UUID> users, String kind, String reason, Timestamp at) {
        String events =
                "CASE WHEN k.kind = 'CREATE' AND u.access = 'ACTIVE' THEN ARRAY['joined', 'welcome'] ELSE '{}' END";
        sql.update(
                ChangeRows.tell("k.kind", "?", "NULL", "'{}'", events) + """
                FROM unnest(?::uuid[]) WITH ORDINALITY AS o (id, place) JOIN directory_user u ON u.id = o.id,
                     (VALUES (?)) AS k (kind)
                ORDER BY o.place""",
                reason,
                at,
                users.toArray(new UUID[0]),
                kind);
    }

    /**
     * Forgets the people of a source and takes its external ids off their users, who stay as they are.
     *
     * <p>Whom another source has too belongs to that one from now on, and its next run looks at him. Whoever is in
     * quarantine, or to be removed on a day, keeps his link: the calendar goes on with him to the end.
     *
     * @return how many users lost an external id
     */
    public long forget(String source, Instant now) {
        Timestamp at = Timestamp.from(now);
        sql.execute("CREATE TEMP TABLE leaving (id uuid PRIMARY KEY) ON COMMIT DROP");
        sql.update("""
                INSERT INTO leaving
                SELECT u.id FROM directory_user u
                WHERE u.directory = ? AND starts_with(u.external_id, ? || ':')
                  AND (u.access = 'QUARANTINED'
                       OR u.access = 'DEACTIVATED' AND NOT u.edited
                          AND (u.next_transition_at IS NOT NULL
                               OR EXISTS (SELECT FROM plan_action a JOIN run r ON r.id = a.run AND r.state = 'HELD'
                                          WHERE a.user_id = u.id AND a.state = 'HELD' AND a.removes)))""", directory, source);
        // whoever waited for a release is due again: no run of the source will ask for him
        sql.update("""
                UPDATE directory_user u SET next_transition_at = coalesce(u.next_transition_at, u.deprovisions_at, ?)
                FROM leaving l WHERE u.id = l.id""", at);
        sql.execute("""
            CREATE TEMP TABLE unlinked (id uuid PRIMARY KEY, external_id text COLLATE "C") ON COMMIT DROP\
            """);
        long unlinked = sql.update("""
                INSERT INTO unlinked
                SELECT u.id, (SELECT min(e.source || ':' || e.key) FROM employee e
                              WHERE e.directory = u.directory AND e.user_id = u.id AND e.source <> ?
                                AND e.evidence = 'PRESENT'
                                AND NOT EXISTS (SELECT FROM source s
                                                WHERE s.directory = e.directory AND s.name = e.source
                                                  AND s.disconnected_at IS NOT NULL))
                FROM directory_user u WHERE u.directory = ? AND starts_with(u.external_id, ? || ':')
                  AND u.id NOT IN (SELECT id FROM leaving)\
                """, source, directory, source);
        sql.update("""
                UPDATE directory_user u SET
                    version = u.version + 1, external_id = o.external_id, updated_at = ?,
                    edited = o.external_id IS NOT NULL, kept_against = NULL, held_for = NULL,
                    next_transition_at = CASE WHEN o.external_id IS NOT NULL THEN u.next_transition_at END,
                    manager_ref = CASE WHEN u.manager_source IS DISTINCT FROM ? THEN u.manager_ref END,
                    manager_open = u.manager_open AND u.manager_source IS DISTINCT FROM ?
                FROM unlinked o WHERE u.id = o.id\
                """, at, source, source);
        sql.update("""
                DELETE FROM additional_manager k USING unlinked o
                WHERE k.user_id = o.id AND k.directory = ? AND k.source = ? AND k.manager_id IS NULL""", directory, source);
        sql.update("""
                DELETE FROM employee e WHERE e.directory = ? AND e.source = ?
                  AND NOT EXISTS (SELECT FROM leaving l WHERE l.id = e.user_id)""", directory, source);
        // what a source that he left before says of him must not take from him what he keeps
        sql.update("DELETE FROM employee e USING unlinked o WHERE e.user_id = o.id AND o.external_id IS NULL");
        sql.update(
                ChangeRows.tell("'UNLINK'", "'disconnected'", "NULL", "'{}'", "'{}'")
                        + "FROM directory_user u JOIN unlinked o ON o.id = u.id ORDER BY u.id",
                at);
        return unlinked;
    }

    /**
     * Lets a user go whom a person gives access again: sources that are disconnected have no say in it any more.
     *
     * <p>Without it the calendar would take access from him again, and nobody could ever give it back.
     */
    public void letGo(UUID user) {
        int forgotten = sql.update("""
                DELETE FROM employee e USING source s
                WHERE e.user_id = ? AND s.directory = e.directory AND s.name = e.source AND s.disconnected_at IS NOT NULL""", user);
        if (forgotten > 0) {
            sql.update("""
                    UPDATE directory_user u SET
                        external_id = o.external_id, edited = o.external_id IS NOT NULL,
                        next_transition_at = NULL, kept_against = NULL, held_for = NULL
                    FROM (SELECT min(e.source || ':' || e.key) AS external_id
                          FROM employee e JOIN directory_user k ON k.id = e.user_id
                          WHERE k.id = ?
                            AND (e.evidence = 'PRESENT' OR e.source || ':' || e.key = k.external_id)) o
                    WHERE u.id = ?""", user, user);
            sql.update("""
                    DELETE FROM employee e USING directory_user u
                    WHERE u.id = ? AND u.external_id IS NULL AND e.user_id = u.id""", user);
        }
    }
}
