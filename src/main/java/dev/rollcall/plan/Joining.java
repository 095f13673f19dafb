package dev.rollcall.plan;

import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Employment.Tie;
import dev.rollcall.employee.Profile;
import dev.rollcall.lifecycle.Lifecycle;
import dev.rollcall.lifecycle.LifecyclePolicy;
import dev.rollcall.lifecycle.Standing;
import dev.rollcall.lifecycle.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plans for an employee who is no user. */
record Joining(Rules rules, Instant now, Supplier<UUID> newUserId) {

    /** A user for somebody who is none; nothing for those who have left, and a moment for those who are awaited. */
    Plan plan(Candidate candidate) {
        Employment employment = candidate.employments().getFirst();
        if (!employment.isAuthoritative()) {
            return Plan.WAITING;
        }
        LifecyclePolicy policy = rules.lifecycle();
        Standing standing =
                Lifecycle.standing(employment.evidence(), employment.source(), employment.profile(), policy, now);
        Optional<Wanted> wanted = Lifecycle.joins(standing, employment.profile(), policy, now);
        if (wanted.isEmpty()) {
            return standing instanceof Standing.Awaited awaited
                    ? new Plan(List.of(), awaited.startsAt(), false)
                    : Plan.NOTHING;
        }
        Values values = new Values(rules, Profile.EMPTY);
        Profile profile = values.created(List.of(employment));
        Wanted joined = wanted.get();
        Action create = new Action(
                Action.Kind.CREATE,
                Action.State.PLANNED,
                null,
                newUserId.get(),
                null,
                Outcome.of(employment.externalId(), joined, profile, employment.source(), joined.next()),
                Cause.of(employment, joined.reason(), joined.detail()),
                List.copyOf(profile.values().keySet()),
                candidate.previousUser());
        return new Plan(List.of(judged(create, obstacle(employment.tie()), candidate.keptAgainst())), null, false);
    }

    private static Action judged(Action create, @Nullable Obstacle obstacle, @Nullable String keptAgainst) {
        if (obstacle != null) {
            return create.with(Action.State.WITHHELD, obstacle);
        }
        return keptAgainst != null && keptAgainst.equals(create.signature())
                ? create.with(Action.State.SUPPRESSED, null)
                : create;
    }

    private static @Nullable Obstacle obstacle(Tie tie) {
        return switch (tie) {
            case CONFLICT -> Obstacle.SEVERAL_USERS;
            case TWICE -> Obstacle.SAME_PERSON;
            case LINKED, EXTERNAL_ID, JOINED, ADOPTABLE, NONE -> null;
        };
    }
}
