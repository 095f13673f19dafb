package dev.rollcall.directory;

import dev.rollcall.employee.Profile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a user, and what he was afterwards.
 *
 * @param id ascending within a directory, in the order the changes were made
 * @param kind CREATE, UPDATE, LINK, UNLINK, DEACTIVATE, REACTIVATE, QUARANTINE, DEPROVISION, SUSPEND or
 *     UNSUSPEND
 * @param events of the person's working life: joined, welcome, moved, left, returned
 * @param changed names of the attributes that differ from before
 */
public record Change(
        long id,
        String directory,
        UUID user,
        long userVersion,
        String kind,
        String reason,
        @Nullable String run,
        Instant at,
        @Nullable String externalId,
        AccessState access,
        List<String> changed,
        @Nullable String email,
        @Nullable UUID manager,
        List<UUID> additionalManagers,
        Profile profile,
        boolean participates,
        boolean suspended,
        List<String> events) {
    public Change {
        additionalManagers = List.copyOf(additionalManagers);
        events = List.copyOf(events);
        changed = List.copyOf(changed);
    }

    /** Whether the user may use the application: he has access, and nobody suspended him. */
    public boolean active() {
        return access.hasAccess() && !suspended;
    }

    /** The same without the sensitive values of its profile. */
    public Change masked() {
        return new Change(
                id,
                directory,
                user,
                userVersion,
                kind,
                reason,
                run,
                at,
                externalId,
                access,
                changed,
                email,
                manager,
                additionalManagers,
                profile.masked(),
                participates,
                suspended,
                events);
    }

    @Override
    public String toString() {
        return "Change[" + id + ", " + kind + " " + user + " v" + userVersion + "]";
    }
}
