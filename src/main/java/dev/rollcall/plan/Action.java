package dev.rollcall.plan;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.User;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what is wanted of a user and what is known of him.
 *
 * @param before null for a user to be created
 * @param changed names of the attributes that differ, in their order; {@code participation} among them
 * @param previousUser the user a returned person was before he was deprovisioned
 */
public record Action(
        Kind kind,
        State state,
        @Nullable Obstacle obstacle,
        UUID user,
        @Nullable User before,
        Outcome after,
        Cause cause,
        List<String> changed,
        @Nullable UUID previousUser) {
    /** Under this name a change of participation is listed. */
    public static final String PARTICIPATION = "participation";

    private static final Set<String> MOVES = Set.of(
            Attribute.TITLE.label(),
            Attribute.DEPARTMENT.label(),
            Attribute.DIVISION.label(),
            Attribute.COMPANY.label(),
            Attribute.COST_CENTER.label(),
            Attribute.LOCATION.label(),
            Attribute.TEAMS.label(),
            Attribute.MANAGER.label(),
            Attribute.GRADE.label());

    public Action {
        changed = List.copyOf(changed);
    }

    /** What happens to the user. */
    public enum Kind {
        CREATE,
        UPDATE,
        /** The user gets a source's external id, or another source joins. */
        LINK,
        DEACTIVATE,
        REACTIVATE,
        /** Access is taken if he has it, and his data goes on the date written on him. */
        QUARANTINE,
        /** His data goes, for good. */
        DEPROVISION
    }

    /** How far an action has come; {@code PLANNED} in an applied run is applied. */
    public enum State {
        PLANNED,
        /** Was held, and applied by a release; or applied before one. */
        APPLIED,
        /** Waits for a release. */
        HELD,
        /** Cannot be applied while its obstacle lasts. */
        WITHHELD,
        /** A person rejected it, and the evidence is still the same. */
        SUPPRESSED,
        /** The user changed after the plan was made. */
        SKIPPED,
        /** A later plan took its place. */
        SUPERSEDED,
        /** A person rejected it. */
        REJECTED
    }

    /** The version of the user the action was planned on; 0 for a user to be created. */
    public long userVersion() {
        return before == null ? 0 : before.version();
    }

    /** Whether access or participation ends (acceptance D3). */
    public boolean losesAccess() {
        return before != null
                && before.access().hasAccess()
                && (!after.access().hasAccess() || (before.participates() && !after.participates()));
    }

    public boolean gainsAccess() {
        return after.access().hasAccess() && (before == null || !before.access().hasAccess());
    }

    /** Whether the user goes into quarantine or is deprovisioned (acceptance D3). */
    public boolean removes() {
        return before != null && after.access().isRemoved() && after.access() != before.access();
    }

    /**
     * The evidence behind it; a rejected plan keeps the user, or keeps somebody from becoming one, while it stays the
     * same (acceptance D30). Of who loses access it is the reason; of anybody else all that would be said of him, but of
     * who is to become a user not whether the day has come.
     */
    public String signature() {
        if (losesAccess() || removes()) {
            return cause.signature();
        }
        String said = after.fingerprint();
        return before == null
                ? said
                : String.join(":", cause.reason(), after.access().name(), Boolean.toString(after.participates()), said);
    }

    /** Whether anything about the user is different afterwards. */
    boolean changes() {
        return before == null
                || !changed.isEmpty()
                || before.access() != after.access()
                || !Objects.equals(before.externalId(), after.externalId());
    }

    public boolean movesEmail() {
        return before == null
                ? after.profile().email().isPresent()
                : !after.profile().email().equals(Optional.ofNullable(before.email()));
    }

    /** What the changed attributes held before; empty for a user to be created. */
    public Profile known() {
        if (before == null) {
            return Profile.EMPTY;
        }
        TreeMap<String, Value> known = new TreeMap<>(before.profile().values());
        known.keySet().retainAll(changed);
        return new Profile(known);
    }

    /**
     * Events of the person's working life: joined, welcome, moved, left, returned (acceptance rows 95, 97).
     *
     * <p>What the first source to speak of a user fills in is no move: he was made by hand or by an upload before.
     */
    public List<String> events() {
        boolean heardBefore = before != null && before.managerSource() != null;
        return events(
                before == null ? null : before.access(),
                after.access(),
                previousUser != null || (before != null && before.hadAccess()),
                heardBefore ? changed : List.of());
    }

    /**
     * The same of any change, also one made by hand. A suspension is none: who is locked out works here all the same.
     *
     * @param before null for somebody who is no user yet
     * @param hadAccess whether the person has access, or ever had
     * @param changed names of attributes
     */
    public static List<String> events(
            @Nullable AccessState before, AccessState after, boolean hadAccess, List<String> changed) {
        List<String> events = new ArrayList<>();
        boolean has = before != null && before.hasAccess();
        if (after.hasAccess() && !has) {
            events.addAll(hadAccess ? List.of("returned") : List.of("joined", "welcome"));
        } else if (has && !after.hasAccess()) {
            events.add("left");
        }
        if (before != null && moves(has != after.hasAccess(), after, changed)) {
            events.add("moved");
        }
        return events;
    }

    /** Whether his work is another; that teams go with access and come back with it, or all goes for good, is no move. */
    private static boolean moves(boolean turns, AccessState after, List<String> changed) {
        return after != AccessState.DEPROVISIONED
                && changed.stream()
                        .filter(name -> !turns || !name.equals(Attribute.TEAMS.label()))
                        .anyMatch(MOVES::contains);
    }

    Action with(State newState, @Nullable Obstacle newObstacle) {
        return new Action(kind, newState, newObstacle, user, before, after, cause, changed, previousUser);
    }

    @Override
    public String toString() {
        return "Action[" + kind + " " + user + ", " + state + ", " + cause.reason() + "]";
    }
}
