package dev.rollcall.plan;

import dev.rollcall.correlation.Match;
import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.User;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.lifecycle.Departure;
import dev.rollcall.lifecycle.Lifecycle;
import dev.rollcall.lifecycle.LifecyclePolicy;
import dev.rollcall.lifecycle.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wanted minus known, for one employee at a time.
 *
 * @param adoptAutomatically whether an address alone links a user (acceptance D22)
 * @param configurationChanged whether this is the first applying run since mapping or directory changed (D29)
 */
public record Planner(
        LifecyclePolicy policy,
        boolean adoptAutomatically,
        boolean configurationChanged,
        Instant now,
        Supplier<UUID> newUserId) {

    /** The action that makes the user what he should be; empty when he is that already. */
    public Optional<Action> plan(Candidate candidate) {
        return switch (candidate.match()) {
            case Match.None none -> create(candidate);
            case Match.One one -> change(candidate, one.user(), Action.Kind.UPDATE);
            case Match.Adoptable adoptable -> adopt(candidate, adoptable.user());
            case Match.Several several ->
                create(candidate).map(action -> action.with(Action.State.WITHHELD, Obstacle.SEVERAL_USERS));
        };
    }

    private Optional<Action> create(Candidate candidate) {
        Standing standing = standing(candidate);
        Profile profile = overlay(Profile.EMPTY, candidate.profile());
        return Lifecycle.access(standing, policy, null)
                .map(access -> new Action(
                        Action.Kind.CREATE,
                        Action.State.PLANNED,
                        null,
                        candidate.source(),
                        candidate.key(),
                        newUserId.get(),
                        0,
                        reason(standing),
                        reason(standing),
                        candidate.evidence(),
                        null,
                        access,
                        List.copyOf(profile.values().keySet()),
                        profile,
                        profile.email().isPresent(),
                        next(standing)));
    }

    private Optional<Action> adopt(Candidate candidate, User user) {
        if (candidate.evidence() != Evidence.PRESENT || standing(candidate) instanceof Standing.Left) {
            return Optional.empty();
        }
        return change(candidate, user, Action.Kind.LINK)
                .map(action -> adoptAutomatically ? action : action.with(Action.State.WITHHELD, Obstacle.REVIEW));
    }

    private Optional<Action> change(Candidate candidate, User user, Action.Kind kind) {
        Standing standing = standing(candidate);
        AccessState access = Lifecycle.access(standing, policy, user.access()).orElse(user.access());
        // whoever is gone, absent or out of scope keeps the values he had: the source says nothing of them any more
        Profile profile = candidate.evidence() == Evidence.PRESENT
                ? overlay(user.profile(), candidate.profile())
                : user.profile();
        List<String> changed = differing(user.profile(), profile);
        boolean links = kind == Action.Kind.LINK;
        if (access == user.access() && changed.isEmpty() && !links) {
            return Optional.empty();
        }
        Action action = new Action(
                kindOf(kind, user.access(), access),
                Action.State.PLANNED,
                null,
                candidate.source(),
                candidate.key(),
                user.id(),
                user.version(),
                access == user.access() ? links ? "linked" : "changed" : reason(standing),
                signature(standing, candidate.profile()),
                candidate.evidence(),
                user.access(),
                access,
                changed,
                profile,
                !profile.email().equals(Optional.ofNullable(user.email())),
                next(standing));
        return Optional.of(action.losesAccess() ? guarded(action, user) : action);
    }

    private Action guarded(Action action, User user) {
        if (action.signature().equals(user.keptAgainst())) {
            return action.with(Action.State.SUPPRESSED, null);
        }
        boolean inFeed = action.evidence() == Evidence.PRESENT || action.evidence() == Evidence.OUT_OF_SCOPE;
        return inFeed && (configurationChanged || user.heldFor() != null)
                ? action.with(Action.State.HELD, Obstacle.CONFIGURATION_CHANGED)
                : action;
    }

    private static Action.Kind kindOf(Action.Kind kind, AccessState before, AccessState after) {
        if (kind == Action.Kind.LINK || before == after) {
            return kind;
        }
        if (after.hasAccess()) {
            return Action.Kind.REACTIVATE;
        }
        return before.hasAccess() || after == AccessState.DEACTIVATED ? Action.Kind.DEACTIVATE : Action.Kind.UPDATE;
    }

    private Standing standing(Candidate candidate) {
        return Lifecycle.standing(candidate.evidence(), candidate.source(), candidate.profile(), policy, now);
    }

    private static String reason(Standing standing) {
        return switch (standing) {
            case Standing.Employed employed -> "employed";
            case Standing.Awaited awaited -> "start-date-ahead";
            case Standing.Left left -> left.departure().label();
        };
    }

    private static String signature(Standing standing, Profile profile) {
        boolean dated = standing instanceof Standing.Left left && left.departure() == Departure.END_DATE_PASSED;
        return dated ? reason(standing) + ":" + profile.date(Attribute.END_DATE).orElseThrow() : reason(standing);
    }

    private static @Nullable Instant next(Standing standing) {
        return switch (standing) {
            case Standing.Employed employed -> employed.until();
            case Standing.Awaited awaited -> awaited.startsAt();
            case Standing.Left left -> null;
        };
    }

    /** What is carried replaces what was known, what is cleared goes, and what is not carried stays (D17). */
    private static Profile overlay(Profile known, Profile carried) {
        TreeMap<String, Value> values = new TreeMap<>(known.values());
        for (Map.Entry<String, Value> entry : carried.values().entrySet()) {
            if (entry.getValue() == Value.Cleared.CLEARED) {
                values.remove(entry.getKey());
            } else {
                values.put(entry.getKey(), entry.getValue());
            }
        }
        return new Profile(values);
    }

    private static List<String> differing(Profile known, Profile wanted) {
        List<String> names = new ArrayList<>();
        TreeMap<String, Value> all = new TreeMap<>(known.values());
        all.putAll(wanted.values());
        for (String name : all.keySet()) {
            if (!Objects.equals(known.values().get(name), wanted.values().get(name))) {
                names.add(name);
            }
        }
        return names;
    }
}
