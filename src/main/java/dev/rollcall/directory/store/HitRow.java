package dev.rollcall.directory.store;

import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user that one key of an employee without a link leads to; once for each other record the source has of that user.
 *
 * @param kind of the key, in the words of the plan
 * @param managed whether any employee is linked to the user
 * @param carried what the employee's source carries of him
 * @param known what the user carries
 * @param otherEvidence what the source says of its other record: an evidence, or LEAVING for somebody who is missing
 *     from this snapshot only; null when it has none
 * @param other what that record carries
 */
public record HitRow(
        String source,
        String key,
        String kind,
        UUID user,
        boolean managed,
        Profile carried,
        Profile known,
        @Nullable String otherEvidence,
        Profile other) {
    static HitRow read(ResultSet row) throws SQLException {
        return new HitRow(
                row.getString("source"),
                row.getString("key"),
                row.getString("kind"),
                row.getObject("user_id", UUID.class),
                row.getBoolean("managed"),
                profile(row.getBytes("carried")),
                profile(row.getBytes("known")),
                row.getString("other_evidence"),
                profile(row.getBytes("other")));
    }

    private static Profile profile(byte @Nullable [] bytes) {
        return bytes == null ? Profile.EMPTY : ProfileCodec.decode(bytes);
    }
}
