package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.correlation.MatchKey;
import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.directory.store.ChangeRows;
import dev.rollcall.directory.store.Segments;
import dev.rollcall.directory.store.UserKeys;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Vocabulary;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One user's rows as a person writes them: with all that lists and matching read beside the profile, as after a run. */
@Component
class UserRows {
    private static final String REASON = "by-hand";

    private final Configuration configuration;
    private final JdbcTemplate sql;

    UserRows(Configuration configuration, JdbcTemplate sql) {
        this.configuration = configuration;
        this.sql = sql;
    }

    /** A user with access whom no source knows. */
    void insert(String directory, UUID id, Profile profile, Instant now) {
        String email = profile.email().orElse(null);
        sql.update(
                "INSERT INTO directory_user (id, directory, version, access, email, email_key, profile, group_value,"
                        + " start_date, created_at, updated_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                directory,
                AccessState.ACTIVE.name(),
                email,
                key(email),
                ProfileCodec.encode(profile),
                vocabulary(directory).group(profile).orElse(null),
                profile.date(Attribute.START_DATE).orElse(null),
                Timestamp.from(now),
                Timestamp.from(now));
        index(directory, id, profile, profile.values().keySet(), now);
    }

    /** @param changed names of the attributes that are others than before */
    void update(String directory, UUID id, Profile profile, List<String> changed, Instant now) {
        String email = profile.email().orElse(null);
        sql.update(
                "UPDATE directory_user SET version = version + 1, email = ?, email_key = ?, profile = ?, group_value = ?,"
                        + " start_date = ?, updated_at = ?, edited = external_id IS NOT NULL WHERE id = ?",
                email,
                key(email),
                ProfileCodec.encode(profile),
                vocabulary(directory).group(profile).orElse(null),
                profile.date(Attribute.START_DATE).orElse(null),
                Timestamp.from(now),
                id);
        index(directory, id, profile, changed, now);
    }

    /** Matches by whatever the directory matches by now or one day. */
    private void index(String directory, UUID id, Profile profile, Collection<String> changed, Instant now) {
        new UserKeys(sql, directory).replace(id, MatchKey.of(profile, List.of(MatchKey.values())));
        new Segments(sql).add(directory, vocabulary(directory).segments(profile, changed), REASON, now);
    }

    /** What is left of the profile with this access. */
    Profile kept(String directory, AccessState access, Profile profile) {
        return configuration.directory(directory).rules().kept(access, profile);
    }

    boolean isTaken(String directory, String email, UUID id) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "SELECT EXISTS (SELECT FROM directory_user WHERE directory = ? AND email_key = ? AND id <> ?)",
                Boolean.class,
                directory,
                key(email),
                id));
    }

    boolean hadAccess(UUID id) {
        return Boolean.TRUE.equals(sql.queryForObject("SELECT " + ChangeRows.hadAccess("?"), Boolean.class, id));
    }

    /** Tells of the user as he is now. */
    void tell(UUID id, String kind, List<String> changed, List<String> events, Instant now) {
        sql.update(
                ChangeRows.tell("?", "?", "NULL", "?", "?") + "FROM directory_user u WHERE u.id = ?",
                kind,
                REASON,
                changed.toArray(new String[0]),
                events.toArray(new String[0]),
                Timestamp.from(now),
                id);
    }

    private Vocabulary vocabulary(String directory) {
        return configuration.directory(directory).vocabulary();
    }

    private static @Nullable String key(@Nullable String email) {
        return email == null ? null : Folding.fold(email);
    }
}
