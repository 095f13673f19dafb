package dev.rollcall.lifecycle;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Evidence;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joiner, mover, leaver: from what a source says to the access a user should have. No clock of its own. */
public final class Lifecycle {
    private Lifecycle() {}

    /**
     * Where the employment stands at this moment.
     *
     * @param source whose evidence and profile these are
     * @param now the moment of judgement; today is its date in the policy's zone
     */
    public static Standing standing(
            Evidence evidence, String source, Profile profile, LifecyclePolicy policy, Instant now) {
        return switch (evidence) {
            case GONE -> new Standing.Left(Departure.GONE);
            case ABSENT -> new Standing.Left(Departure.ABSENT);
            case OUT_OF_SCOPE -> new Standing.Left(Departure.OUT_OF_SCOPE);
            case PRESENT -> present(profile, policy.zone(), policy.statusMayLead(source), now);
        };
    }

    private static Standing present(Profile profile, ZoneId zone, boolean statusMayLead, Instant now) {
        EmploymentStatus status = profile.employmentStatus().orElse(EmploymentStatus.ACTIVE);
        @Nullable Instant ends = accessEndsAt(profile, zone).orElse(null);
        boolean endAhead = ends != null && ends.isAfter(now);
        if (status == EmploymentStatus.INACTIVE && (statusMayLead || !endAhead)) {
            return new Standing.Left(Departure.STATUS_INACTIVE);
        }
        if (ends != null && !endAhead) {
            return new Standing.Left(Departure.END_DATE_PASSED);
        }
        Optional<LocalDate> start = profile.date(Attribute.START_DATE);
        @Nullable
        Instant starts = start.map(day -> day.atStartOfDay(zone).toInstant()).orElse(null);
        if (starts != null && starts.isAfter(now)) {
            return new Standing.Awaited(starts);
        }
        if (status == EmploymentStatus.PENDING && starts == null) {
            return new Standing.Awaited(null);
        }
        return new Standing.Employed(ends);
    }

    /**
     * The first moment without access: 00:00 of the day after the end date, in the employee's zone (acceptance D6).
     *
     * <p>An end date before the start date is of an earlier stint and ends nothing (D24).
     */
    public static Optional<Instant> accessEndsAt(Profile profile, ZoneId zone) {
        Optional<LocalDate> start = profile.date(Attribute.START_DATE);
        return profile.date(Attribute.END_DATE)
                .filter(end -> start.isEmpty() || !end.isBefore(start.get()))
                .map(end -> end.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * The access a user of this standing should have; empty when nobody should become a user, or nothing should change.
     *
     * @param present the user's access now; null when there is no user
     */
    public static Optional<AccessState> access(
            Standing standing, LifecyclePolicy policy, @Nullable AccessState present) {
        return switch (standing) {
            case Standing.Employed employed -> Optional.of(AccessState.ACTIVE);
            case Standing.Awaited awaited -> Optional.of(AccessState.PRE_HIRE);
            case Standing.Left left -> present == null ? Optional.empty() : left(left.departure(), policy, present);
        };
    }

    private static Optional<AccessState> left(Departure departure, LifecyclePolicy policy, AccessState present) {
        LifecyclePolicy.OnLeaving answer = switch (departure) {
            case STATUS_INACTIVE -> policy.whenInactive();
            case GONE, ABSENT -> policy.whenAbsent();
            // two independent triggers: a policy on status does not silence the end date (D10), nor a filter
            case END_DATE_PASSED, OUT_OF_SCOPE -> LifecyclePolicy.OnLeaving.DEACTIVATE;
        };
        return switch (answer) {
            case DEACTIVATE -> Optional.of(AccessState.DEACTIVATED);
            case NOTHING -> Optional.of(present);
        };
    }
}
