package dev.rollcall.plan;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Employment.Tie;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.User;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.lifecycle.Lifecycle;
import dev.rollcall.lifecycle.Standing;
import dev.rollcall.lifecycle.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wanted minus known, for one person at a time.
 *
 * @param source whose run this is; null for a clock run
 * @param reconfigured sources that had no applying run yet since mapping or directory changed (D29)
 */
public record Planner(
        Rules rules, @Nullable String source, Set<String> reconfigured, Instant now, Supplier<UUID> newUserId) {

    /** The actions that make the user what he should be. */
    public Plan plan(Candidate candidate) {
        User user = candidate.user();
        return user == null ? new Joining(rules, now, newUserId).plan(candidate) : known(candidate, user);
    }

    private Plan known(Candidate candidate, User user) {
        List<Employment> employments = candidate.employments();
        List<Employment> adoptable =
                employments.stream().filter(each -> each.tie() == Tie.ADOPTABLE).toList();
        if (adoptable.isEmpty()) {
            return change(user, employments);
        }
        Lead lead = lead(user, adoptable);
        boolean works = lead.employment() != null
                && lead.employment().evidence() == Evidence.PRESENT
                && !(lead.standing() instanceof Standing.Left);
        if (!works) {
            return lead.employment() == null ? Plan.WAITING : Plan.NOTHING;
        }
        Plan adopted = change(user, adoptable);
        return rules.adoptAutomatically()
                ? adopted
                : new Plan(
                        adopted.actions().stream()
                                .map(action -> action.with(Action.State.WITHHELD, Obstacle.REVIEW))
                                .toList(),
                        null,
                        false);
    }

    private Lead lead(User user, List<Employment> employments) {
        return Lead.of(user, employments, rules.lifecycle(), rules.precedence(), now);
    }

    private Plan change(User user, List<Employment> employments) {
        Lead lead = lead(user, employments);
        Employment leading = lead.employment();
        Wanted wanted = leading == null || lead.standing() == null || leading.isUnheard()
                ? asHeIs(user)
                : Lifecycle.remains(lead.standing(), leading.profile(), user, rules.lifecycle(), now);
        @Nullable Instant next = Wanted.earliest(wanted.next(), lead.turnsAt());
        List<Action> actions = new ArrayList<>(1);
        Action action = action(user, employments, lead, wanted, next);
        if (action.changes() || employments.stream().anyMatch(each -> joins(each, lead))) {
            actions.add(guarded(action, user, leading));
        }
        for (Employment challenger : lead.challengers()) {
            if (challenger.source().equals(source)) {
                actions.add(waiting(user, challenger));
            }
        }
        return new Plan(actions, next, !lead.challengers().isEmpty());
    }

    private Action action(User user, List<Employment> employments, Lead lead, Wanted wanted, @Nullable Instant next) {
        Values values = new Values(rules, user.profile());
        Profile profile = rules.kept(wanted.access(), values.changed(lead.values(), employments));
        List<String> changed = new ArrayList<>(Values.differing(user.profile(), profile));
        if (wanted.participates() != user.participates() && wanted.access().hasAccess()) {
            changed.add(Action.PARTICIPATION);
        }
        boolean turns = wanted.access() != user.access();
        Employment leading = lead.employment();
        String externalId = leading == null ? user.externalId() : leading.externalId();
        boolean links = employments.stream().anyMatch(each -> joins(each, lead));
        Employment cause = cause(employments, lead);
        boolean decided = turns || participationEnds(user, wanted);
        String reason = decided
                ? wanted.reason()
                : links ? "linked" : !Objects.equals(externalId, user.externalId()) ? "transferred" : "changed";
        @Nullable
        String managerSource = lead.values().isEmpty()
                ? user.managerSource()
                : rules.precedence().sourceOf(Attribute.MANAGER.label(), lead.values());
        return new Action(
                kind(user.access(), wanted.access(), links, employments),
                Action.State.PLANNED,
                null,
                user.id(),
                user,
                Outcome.of(externalId, wanted, profile, managerSource, next),
                Cause.of(cause, reason, detail(wanted, cause, decided)),
                changed,
                null);
    }

    private static boolean participationEnds(User user, Wanted wanted) {
        return user.participates() && !wanted.participates();
    }

    private static @Nullable String detail(Wanted wanted, Employment cause, boolean turns) {
        if (!turns) {
            return null;
        }
        return cause.clause() == null ? wanted.detail() : cause.clause();
    }

    /** Whether an employee becomes this user's with this plan. */
    private static boolean joins(Employment employment, Lead lead) {
        return switch (employment.tie()) {
            case JOINED, ADOPTABLE -> !lead.challengers().contains(employment);
            case LINKED, EXTERNAL_ID, NONE, CONFLICT, TWICE -> false;
        };
    }

    /** The employee the action is listed under: the one that joins, else the run's own, else the leading one. */
    private Employment cause(List<Employment> employments, Lead lead) {
        Employment leading = lead.employment();
        for (Employment each : employments) {
            if (joins(each, lead)) {
                return each;
            }
        }
        if (leading != null && (source == null || leading.source().equals(source))) {
            return leading;
        }
        return employments.stream()
                .filter(each -> each.source().equals(source))
                .findFirst()
                .orElse(leading == null ? employments.getFirst() : leading);
    }

    private static Action.Kind kind(
            AccessState before, AccessState after, boolean links, List<Employment> employments) {
        boolean adopted = employments.stream().anyMatch(each -> each.tie() == Tie.ADOPTABLE);
        if (before == after || adopted) {
            return links ? Action.Kind.LINK : Action.Kind.UPDATE;
        }
        return switch (after) {
            case ACTIVE -> Action.Kind.REACTIVATE;
            case DEACTIVATED -> Action.Kind.DEACTIVATE;
            case QUARANTINED -> Action.Kind.QUARANTINE;
            case DEPROVISIONED -> Action.Kind.DEPROVISION;
            case PRE_HIRE -> before.hasAccess() ? Action.Kind.DEACTIVATE : Action.Kind.UPDATE;
        };
    }

    private Action guarded(Action action, User user, @Nullable Employment leading) {
        if (user.keptAgainst() != null && user.keptAgainst().equals(action.signature())) {
            return action.with(Action.State.SUPPRESSED, null);
        }
        return leading != null && action.losesAccess() && isInFeed(leading) && isUnconfirmed(user, leading)
                ? action.with(Action.State.HELD, Obstacle.CONFIGURATION_CHANGED)
                : action;
    }

    private static boolean isInFeed(Employment employment) {
        return employment.evidence() == Evidence.PRESENT || employment.evidence() == Evidence.OUT_OF_SCOPE;
    }

    /** Whether a changed configuration may be why he loses access, and nobody has said yet that it is meant to be. */
    private boolean isUnconfirmed(User user, Employment leading) {
        return user.heldFor() != null
                || reconfigured.contains(leading.source())
                || (source != null && reconfigured.contains(source));
    }

    private static Action waiting(User user, Employment challenger) {
        Outcome asKnown = new Outcome(
                user.externalId(),
                user.access(),
                user.participates(),
                user.participationAt(),
                user.deprovisionsAt(),
                user.profile(),
                user.managerSource(),
                user.nextTransitionAt());
        return new Action(
                Action.Kind.LINK,
                Action.State.WITHHELD,
                Obstacle.TWO_SOURCES,
                user.id(),
                user,
                asKnown,
                Cause.of(challenger, "linked", null),
                List.of(),
                null);
    }

    private static Wanted asHeIs(User user) {
        return new Wanted(
                user.access(),
                user.participates(),
                user.participationAt(),
                user.deprovisionsAt(),
                user.nextTransitionAt(),
                "changed",
                null);
    }
}
