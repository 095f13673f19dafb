package dev.rollcall.lifecycle;

import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.User;
import dev.rollcall.lifecycle.LifecyclePolicy.OnLeaving;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a user who does not work here any more.
 *
 * <p>Status and end date are two independent triggers, and the stronger answer counts (acceptance D10).
 */
record Leaving(LifecyclePolicy policy, ZoneId zone, Instant now) {

    Wanted of(Standing.Left left, User known) {
        OnLeaving byDeparture = byDeparture(left.departure());
        boolean ended = left.endedOn() != null;
        OnLeaving answer = ended ? byDeparture.atLeast(OnLeaving.DEACTIVATE) : byDeparture;
        boolean byEnd = answer != byDeparture;
        String reason =
                byEnd ? Departure.END_DATE_PASSED.label() : left.departure().label();
        @Nullable String detail = ended ? "endDate " + left.endedOn() : null;
        if (known.access().isRemoved()) {
            return removed(known, reason, detail);
        }
        return switch (answer) {
            case NOTHING -> keeps(left, known, known.participates(), known.participationAt(), reason, detail);
            case TOGGLE_PARTICIPATION -> keeps(left, known, false, null, reason, detail);
            case DEACTIVATE -> deactivated(left, known, reason, detail);
            case DELETE -> removed(known, reason, detail);
        };
    }

    private OnLeaving byDeparture(Departure departure) {
        return switch (departure) {
            case STATUS_INACTIVE -> policy.whenInactive();
            case GONE, ABSENT -> policy.whenAbsent();
            // a filter that does not match any more means removal (rows 104, 105; D21)
            case OUT_OF_SCOPE -> OnLeaving.DELETE;
            // removal is counted apart
            case END_DATE_PASSED -> OnLeaving.DEACTIVATE;
        };
    }

    private static Wanted keeps(
            Standing.Left left,
            User known,
            boolean participates,
            @Nullable Instant participationAt,
            String reason,
            @Nullable String detail) {
        return new Wanted(known.access(), participates, participationAt, null, left.endsAt(), reason, detail);
    }

    private Wanted deactivated(Standing.Left left, User known, String reason, @Nullable String detail) {
        @Nullable Instant removal = removal(left, known);
        if (removal != null && !removal.isAfter(now)) {
            return removed(known, known.access() == AccessState.DEACTIVATED ? "removal-due" : reason, detail);
        }
        return new Wanted(
                AccessState.DEACTIVATED, known.participates(), known.participationAt(), null, removal, reason, detail);
    }

    /** When the quarantine begins; counted from the end date, else from the loss of access (D25). */
    private @Nullable Instant removal(Standing.Left left, User known) {
        if (policy.removalAfter() == null) {
            return null;
        }
        Instant ahead = left.endsAt();
        LocalDate endsOn = ahead == null
                ? left.endedOn()
                : ahead.atZone(zone).toLocalDate().minusDays(1);
        if (endsOn != null) {
            return endsOn.plus(policy.removalAfter())
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
        }
        Instant lost = known.accessEndedAt() == null ? now : known.accessEndedAt();
        return lost.atZone(zone)
                .toLocalDate()
                .plus(policy.removalAfter())
                .atStartOfDay(zone)
                .toInstant();
    }

    /**
     * Into the quarantine, and out of it on the date that was written down when it began, whatever the answer is by then:
     * only a return ends it otherwise.
     */
    private Wanted removed(User known, String reason, @Nullable String detail) {
        Instant ends = known.deprovisionsAt() == null ? quarantineEnds() : known.deprovisionsAt();
        boolean over = known.access() == AccessState.DEPROVISIONED || !ends.isAfter(now);
        return over
                ? new Wanted(
                        AccessState.DEPROVISIONED,
                        false,
                        null,
                        null,
                        null,
                        known.access() == AccessState.QUARANTINED ? "quarantine-over" : reason,
                        detail)
                : new Wanted(
                        AccessState.QUARANTINED,
                        known.participates(),
                        known.participationAt(),
                        ends,
                        ends,
                        reason,
                        detail);
    }

    private Instant quarantineEnds() {
        return policy.quarantine().isZero()
                ? now
                : now.atZone(zone)
                        .toLocalDate()
                        .plus(policy.quarantine())
                        .atStartOfDay(zone)
                        .toInstant();
    }
}
