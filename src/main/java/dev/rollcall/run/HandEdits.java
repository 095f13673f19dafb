package dev.rollcall.run;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.directory.store.KnownUsers;
import dev.rollcall.directory.store.KnownUsers.Known;
import dev.rollcall.directory.store.Links;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.plan.Action;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the application's own administrator does to users: makes one no source knows, or changes values.
 *
 * <p>A value that a source carries is realigned by the source's next run (acceptance row 71).
 */
@Service
public class HandEdits {
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final SourceLedger sources;
    private final Settling settling;
    private final KnownUsers users;
    private final UserRows rows;
    private final Licenses licenses;
    private final Clock clock;

    HandEdits(
            JdbcTemplate sql,
            TransactionTemplate transaction,
            SourceLedger sources,
            Settling settling,
            KnownUsers users,
            UserRows rows,
            Licenses licenses,
            Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.sources = sources;
        this.settling = settling;
        this.users = users;
        this.rows = rows;
        this.licenses = licenses;
        this.clock = clock;
    }

    /**
     * Makes a user with access whom no source knows: he has no external id, so no run touches him (row 99).
     *
     * @throws RunFailure when another user has his address, or all licenses are used
     */
    public Known create(String directory, Profile profile) {
        return locked(directory, () -> {
            sources.registerDirectory(directory);
            Instant now = clock.instant();
            UUID id = new UserIds(now).next();
            requireFree(directory, profile, id);
            licenses.requireOne(directory);
            rows.insert(directory, id, profile, now);
            List<String> given = List.copyOf(profile.values().keySet());
            rows.tell(id, "CREATE", given, Action.events(null, AccessState.ACTIVE, false, given), now);
            return user(directory, id);
        });
    }

    /**
     * Changes what is named, and takes away what is named {@link Value.Cleared}.
     *
     * @throws RunFailure when there is no such user, or another one has the address
     */
    public Known edit(String directory, UUID id, Profile values) {
        return locked(directory, () -> {
            Known known = present(directory, id);
            Profile wanted = overlay(known.profile(), values);
            List<String> changed = values.values().keySet().stream()
                    .filter(name -> !Objects.equals(
                            known.profile().values().get(name), wanted.values().get(name)))
                    .toList();
            if (changed.isEmpty()) {
                return known;
            }
            Instant now = clock.instant();
            requireFree(directory, wanted, id);
            rows.update(directory, id, wanted, changed, now);
            rows.tell(id, "UPDATE", changed, Action.events(known.access(), known.access(), true, changed), now);
            return user(directory, id);
        });
    }

    /**
     * Gives or takes access and participation by hand, and teams with access as a run does; a source that manages the user sets it back at its next run
     * (acceptance row 72), unless it is disconnected. Whoever must stay out is suspended.
     *
     * @param active null: access stays as it is
     * @param participates null: participation stays as it is
     * @throws RunFailure when there is no such user, he is deprovisioned, or all licenses are used
     */
    public Known set(String directory, UUID id, @Nullable Boolean active, @Nullable Boolean participates) {
        return locked(directory, () -> {
            Known known = present(directory, id);
            AccessState access = active == null || active == known.access().hasAccess()
                    ? known.access()
                    : active ? AccessState.ACTIVE : AccessState.DEACTIVATED;
            boolean takesPart = participates == null ? known.participates() : participates;
            if (access == known.access() && takesPart == known.participates()) {
                return known;
            }
            if (access.hasAccess() && !known.access().hasAccess() && !known.suspended()) {
                licenses.requireOne(directory);
            }
            Instant now = clock.instant();
            boolean ends = known.access().hasAccess() && !access.hasAccess();
            Profile kept = ends ? rows.kept(directory, access, known.profile()) : known.profile();
            sql.update(
                    """
                    UPDATE directory_user SET version = version + 1, access = ?, participates = ?, profile = ?,
                        participation_at = CASE WHEN ? THEN NULL ELSE participation_at END,
                        deprovisions_at = CASE WHEN access = ? THEN deprovisions_at END, updated_at = ?,
                        access_ended_at = CASE WHEN ? THEN ?::timestamptz WHEN ? = 'ACTIVE' THEN NULL
                                               ELSE access_ended_at END,
                        edited = external_id IS NOT NULL WHERE id = ?""",
                    access.name(),
                    takesPart,
                    ProfileCodec.encode(kept),
                    participates != null,
                    access.name(),
                    Timestamp.from(now),
                    ends,
                    Timestamp.from(now),
                    access.name(),
                    id);
            if (access != known.access() && access.hasAccess()) {
                new Links(sql, directory).letGo(id);
            }
            List<String> changed = changed(known, kept, takesPart);
            rows.tell(
                    id,
                    access == known.access() ? "UPDATE" : access.hasAccess() ? "REACTIVATE" : "DEACTIVATE",
                    changed,
                    Action.events(known.access(), access, rows.hadAccess(id), changed),
                    now);
            return user(directory, id);
        });
    }

    /**
     * Locks a user out, whatever his sources say, until an administrator lets him in again (acceptance D31).
     *
     * @param by who does it
     * @param because why; it is kept with the user
     */
    public Known suspend(String directory, UUID id, String by, @Nullable String because) {
        return lock(directory, id, true, by, because);
    }

    /** Takes the administrator's lock away. */
    public Known unsuspend(String directory, UUID id, String by) {
        return lock(directory, id, false, by, null);
    }

    private static List<String> changed(Known known, Profile profile, boolean participates) {
        List<String> changed = new ArrayList<>(known.profile().values().keySet());
        changed.removeAll(profile.values().keySet());
        if (participates != known.participates()) {
            changed.add(Action.PARTICIPATION);
        }
        return changed;
    }

    private Known lock(String directory, UUID id, boolean suspended, String by, @Nullable String because) {
        return locked(directory, () -> {
            Known known = present(directory, id);
            if (known.suspended() == suspended) {
                return known;
            }
            if (!suspended && known.access().hasAccess()) {
                licenses.requireOne(directory);
            }
            Instant now = clock.instant();
            sql.update(
                    """
                    UPDATE directory_user SET version = version + 1, suspended = ?, suspended_by = ?,
                        suspended_at = ?, suspended_because = ?, updated_at = ? WHERE id = ?""",
                    suspended,
                    suspended ? by : null,
                    suspended ? Timestamp.from(now) : null,
                    because,
                    Timestamp.from(now),
                    id);
            rows.tell(id, suspended ? "SUSPEND" : "UNSUSPEND", List.of(), List.of(), now);
            return user(directory, id);
        });
    }

    private Known present(String directory, UUID id) {
        Known known = user(directory, id);
        if (known.access() == AccessState.DEPROVISIONED) {
            throw new RunFailure(RunCode.DEPROVISIONED.problem(
                    "directory=" + directory,
                    "the user was deprovisioned, and nothing of him is left. Whoever returns becomes a new user."));
        }
        return known;
    }

    private Known locked(String directory, Supplier<Known> edit) {
        return Objects.requireNonNull(transaction.execute(status -> {
            settling.lock(directory);
            return edit.get();
        }));
    }

    private Known user(String directory, UUID id) {
        return users.find(directory, id)
                .orElseThrow(() -> new RunFailure(RunCode.NO_SUCH_USER.problem(
                        "directory=" + directory, "there is no user of this id. Look him up by his external id.")));
    }

    private void requireFree(String directory, Profile profile, UUID id) {
        if (profile.email().filter(email -> rows.isTaken(directory, email, id)).isPresent()) {
            throw new RunFailure(RunCode.EMAIL_TAKEN.problem(
                    "directory=" + directory, "another user has this e-mail address. Give another one."));
        }
    }

    private static Profile overlay(Profile known, Profile edit) {
        TreeMap<String, Value> values = new TreeMap<>(known.values());
        edit.values().forEach((name, value) -> {
            if (value == Value.Cleared.CLEARED) {
                values.remove(name);
            } else {
                values.put(name, value);
            }
        });
        return new Profile(values);
    }
}
