package dev.rollcall.lifecycle;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.User;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.lifecycle.LifecyclePolicy.OnLeaving;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody who works here takes part.
 *
 * <p>Under toggle-participation the status decides at every run, and what was changed by hand is set back (acceptance
 * row 78). Under every other policy participation begins once, on its day, and is a person's matter from then on (79,
 * 80).
 */
record Participation(LifecyclePolicy policy, ZoneId zone, Instant now) {

    Wanted employed(Standing.Employed employed, Profile profile, @Nullable User known) {
        @Nullable Instant begins = begins(profile);
        boolean reached = begins == null || !begins.isAfter(now);
        @Nullable User own = own(known);
        boolean participates = own == null ? reached : own.participates();
        @Nullable Instant at = own == null && !reached ? begins : null;
        return new Wanted(
                AccessState.ACTIVE, participates, at, null, Wanted.earliest(employed.until(), at), "employed", null);
    }

    Wanted awaited(Standing.Awaited awaited, Profile profile, @Nullable User known) {
        @Nullable User own = own(known);
        @Nullable Instant begins = begins(profile);
        @Nullable Instant first = begins == null ? awaited.startsAt() : begins;
        return new Wanted(
                AccessState.PRE_HIRE,
                own != null && own.participates(),
                own == null ? first : null,
                null,
                awaited.startsAt(),
                "start-date-ahead",
                profile.date(Attribute.START_DATE)
                        .map(day -> "startDate " + day)
                        .orElse(null));
    }

    /** The user, if his participation is a person's matter by now. */
    private @Nullable User own(@Nullable User known) {
        boolean decided = known == null
                || known.participationAt() != null
                || policy.whenInactive() == OnLeaving.TOGGLE_PARTICIPATION;
        return decided ? null : known;
    }

    /** The first moment of participation; null when the source has no start date. */
    private @Nullable Instant begins(Profile profile) {
        return profile.date(Attribute.START_DATE)
                .map(day ->
                        day.plus(policy.participationAfter()).atStartOfDay(zone).toInstant())
                .orElse(null);
    }
}
