package dev.rollcall.lifecycle;

import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.User;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joiner, mover, leaver: from what a source says to what the user should be. No clock of its own. */
public final class Lifecycle {
    private Lifecycle() {}

    /**
     * Where one employment stands at this moment.
     *
     * <p>The person's calendar days begin in the zone of the policy for his profile.
     *
     * @param source whose evidence and profile these are
     */
    public static Standing standing(
            Evidence evidence, String source, Profile profile, LifecyclePolicy policy, Instant now) {
        ZoneId zone = policy.zone(profile);
        @Nullable Instant ends = accessEndsAt(profile, zone).orElse(null);
        boolean endAhead = ends != null && ends.isAfter(now);
        @Nullable
        Departure departure = switch (evidence) {
            case GONE -> Departure.GONE;
            case ABSENT -> Departure.ABSENT;
            case OUT_OF_SCOPE -> Departure.OUT_OF_SCOPE;
            case PRESENT -> departure(profile, policy, source, ends != null, endAhead);
        };
        if (departure == null) {
            return working(profile, zone, ends, now);
        }
        @Nullable
        LocalDate endedOn = ends == null || endAhead
                ? null
                : profile.date(Attribute.END_DATE).orElse(null);
        return new Standing.Left(departure, endedOn, endAhead ? ends : null);
    }

    private static @Nullable Departure departure(
            Profile profile, LifecyclePolicy policy, String source, boolean ends, boolean endAhead) {
        EmploymentStatus status = profile.employmentStatus().orElse(EmploymentStatus.ACTIVE);
        boolean inactive =
                status == EmploymentStatus.INACTIVE || (status == EmploymentStatus.LEAVE && policy.leaveIsInactive());
        if (inactive && (policy.statusMayLead(source) || !endAhead)) {
            return Departure.STATUS_INACTIVE;
        }
        return ends && !endAhead ? Departure.END_DATE_PASSED : null;
    }

    private static Standing working(Profile profile, ZoneId zone, @Nullable Instant ends, Instant now) {
        @Nullable
        Instant starts = profile.date(Attribute.START_DATE)
                .map(day -> day.atStartOfDay(zone).toInstant())
                .orElse(null);
        if (starts != null && starts.isAfter(now)) {
            return new Standing.Awaited(starts);
        }
        if (starts == null && profile.employmentStatus().orElse(null) == EmploymentStatus.PENDING) {
            return new Standing.Awaited(null);
        }
        return new Standing.Employed(ends);
    }

    /**
     * The first moment without access: 00:00 of the day after the end date, in the employee's zone (acceptance D6).
     *
     * <p>An end date before the start date is of an earlier stint and ends nothing (D24).
     */
    private static Optional<Instant> accessEndsAt(Profile profile, ZoneId zone) {
        Optional<LocalDate> start = profile.date(Attribute.START_DATE);
        return profile.date(Attribute.END_DATE)
                .filter(end -> start.isEmpty() || !end.isBefore(start.get()))
                .map(end -> end.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * The user that somebody of this standing becomes; empty when nobody should become one, or not yet.
     *
     * @param profile of the employment whose standing this is
     */
    public static Optional<Wanted> joins(Standing standing, Profile profile, LifecyclePolicy policy, Instant now) {
        Participation participation = new Participation(policy, policy.zone(profile), now);
        return switch (standing) {
            case Standing.Employed employed -> Optional.of(participation.employed(employed, profile, null));
            case Standing.Awaited awaited ->
                policy.preHires() == LifecyclePolicy.PreHires.WAIT && awaited.startsAt() != null
                        ? Optional.empty()
                        : Optional.of(participation.awaited(awaited, profile, null));
            case Standing.Left left -> Optional.empty();
        };
    }

    /**
     * What a user should be, now that the employment that counts stands like this.
     *
     * @param profile of the employment whose standing this is
     */
    public static Wanted remains(Standing standing, Profile profile, User known, LifecyclePolicy policy, Instant now) {
        ZoneId zone = policy.zone(profile);
        Participation participation = new Participation(policy, zone, now);
        return switch (standing) {
            case Standing.Employed employed -> participation.employed(employed, profile, known);
            case Standing.Awaited awaited -> participation.awaited(awaited, profile, known);
            case Standing.Left left -> new Leaving(policy, zone, now).of(left, known);
        };
    }
}
