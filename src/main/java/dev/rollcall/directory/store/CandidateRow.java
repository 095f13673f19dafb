package dev.rollcall.directory.store;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Employment.Tie;
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
 * One marked employee: what was staged of him, what was known of him, and the user he is.
 *
 * @param stagedKind null when nothing was staged
 * @param evidence null for an employee never seen before
 * @param tie null for one who was linked before, and for one whom nobody is
 * @param user null for somebody who is no user
 * @param previousUser the deprovisioned user the employee once was
 * @param keptAgainst the evidence against which somebody keeps him from becoming a user (acceptance D30)
 * @param leaves whether he is to leave with a source that was disconnected
 */
public record CandidateRow(
        String source,
        String key,
        @Nullable String stagedKind,
        @Nullable Profile staged,
        @Nullable String origin,
        @Nullable Integer clause,
        @Nullable Evidence evidence,
        Profile known,
        @Nullable Tie tie,
        @Nullable User user,
        @Nullable UUID previousUser,
        @Nullable String keptAgainst,
        boolean leaves) {

    static CandidateRow read(ResultSet row) throws SQLException {
        @Nullable String evidence = row.getString("evidence");
        @Nullable String tie = row.getString("tie");
        byte @Nullable [] staged = row.getBytes("staged_profile");
        byte @Nullable [] known = row.getBytes("known_profile");
        return new CandidateRow(
                row.getString("source"),
                row.getString("key"),
                row.getString("staged_kind"),
                staged == null ? null : ProfileCodec.decode(staged),
                row.getString("origin"),
                row.getObject("clause", Integer.class),
                evidence == null ? null : Evidence.valueOf(evidence),
                known == null ? Profile.EMPTY : ProfileCodec.decode(known),
                tie == null ? null : Tie.valueOf(tie),
                user(row),
                row.getObject("previous_user", UUID.class),
                row.getString("create_kept_against"),
                row.getBoolean("leaves"));
    }

    private static @Nullable User user(ResultSet row) throws SQLException {
        @Nullable UUID id = row.getObject("user_id", UUID.class);
        if (id == null) {
            return null;
        }
        return new User(
                id,
                row.getLong("version"),
                row.getString("external_id"),
                AccessState.valueOf(row.getString("access")),
                row.getBoolean("suspended"),
                row.getBoolean("participates"),
                instant(row, "participation_at"),
                ProfileCodec.decode(row.getBytes("profile")),
                row.getString("email"),
                row.getString("manager_source"),
                instant(row, "next_transition_at"),
                instant(row, "access_ended_at"),
                row.getBoolean("had_access"),
                instant(row, "deprovisions_at"),
                row.getString("kept_against"),
                row.getString("held_for"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
