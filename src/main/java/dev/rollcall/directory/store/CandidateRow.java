package dev.rollcall.directory.store;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.directory.User;
import dev.rollcall.employee.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One marked employee: what was staged of him, what was known of him, and the users he may be.
 *
 * @param stagedKind null when nothing was staged
 * @param evidence null for an employee never seen before
 */
public record CandidateRow(
        String source,
        String key,
        @Nullable String stagedKind,
        @Nullable Profile staged,
        @Nullable Evidence evidence,
        Profile known,
        @Nullable User linked,
        @Nullable User byExternalId,
        @Nullable User byEmail) {

    static CandidateRow read(ResultSet row) throws SQLException {
        @Nullable String evidence = row.getString("evidence");
        byte @Nullable [] staged = row.getBytes("staged_profile");
        byte @Nullable [] known = row.getBytes("known_profile");
        return new CandidateRow(
                row.getString("source"),
                row.getString("key"),
                row.getString("staged_kind"),
                staged == null ? null : ProfileCodec.decode(staged),
                evidence == null ? null : Evidence.valueOf(evidence),
                known == null ? Profile.EMPTY : ProfileCodec.decode(known),
                user(row, "user_"),
                user(row, "x_"),
                user(row, "m_"));
    }

    private static @Nullable User user(ResultSet row, String prefix) throws SQLException {
        @Nullable UUID id = row.getObject(prefix + "id", UUID.class);
        if (id == null) {
            return null;
        }
        @Nullable Timestamp next = row.getTimestamp(prefix + "next");
        @Nullable Instant nextAt = next == null ? null : next.toInstant();
        return new User(
                id,
                row.getLong(prefix + "version"),
                row.getString(prefix + "external_id"),
                AccessState.valueOf(row.getString(prefix + "access")),
                row.getBoolean(prefix + "suspended"),
                ProfileCodec.decode(row.getBytes(prefix + "profile")),
                row.getString(prefix + "email"),
                nextAt,
                row.getString(prefix + "kept"),
                row.getString(prefix + "held"));
    }
}
