package dev.rollcall.notice;

import dev.rollcall.config.Notices.Kind;
import dev.rollcall.plan.Action;
import dev.rollcall.run.RunEnded;
import dev.rollcall.run.RunEnded.Blocked;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a run gives people to be told. */
final class Causes {
    /** Kinds that a run which judged its people either has or ends. */
    static final Set<Kind> JUDGED =
            Set.of(Kind.LICENSES, Kind.DELETION_SAFEGUARD, Kind.USER_CONFLICTS, Kind.PLAN_HELD, Kind.WITHHELD);

    /** Kinds that end with the decision about the plan. */
    static final Set<Kind> DECIDED = Set.of(Kind.DELETION_SAFEGUARD, Kind.PLAN_HELD);

    private Causes() {}

    static Map<Kind, Cause> of(RunEnded run) {
        Map<Kind, Cause> causes = new EnumMap<>(Kind.class);
        for (Blocked blocked : run.blocked()) {
            kind(blocked).ifPresent(kind -> causes.merge(kind, Cause.of(blocked.count()), Cause::plus));
        }
        return causes;
    }

    /** Where an obstacle leads. This is the one place to extend when there is a new one. */
    private static Optional<Kind> kind(Blocked blocked) {
        if (blocked.state() != Action.State.HELD && blocked.state() != Action.State.WITHHELD) {
            // applied but for an address that stays what it was, or rejected by somebody
            return Optional.empty();
        }
        return switch (blocked.obstacle()) {
            case EMAIL_TAKEN, REVIEW -> adds(blocked) ? Optional.of(Kind.USER_CONFLICTS) : Optional.empty();
            case LICENSES -> Optional.of(Kind.LICENSES);
            case SEVERAL_USERS, SAME_PERSON, TWO_SOURCES, SUSPECTED_REKEY -> Optional.of(Kind.WITHHELD);
            case REMOVALS_LIMIT -> Optional.of(Kind.DELETION_SAFEGUARD);
            // said with the removals
            case CREATES_WITH_HELD_REMOVALS -> Optional.empty();
            case CREATES_LIMIT, UPDATES_LIMIT, CONFIGURATION_CHANGED, UNDECIDED -> Optional.of(Kind.PLAN_HELD);
        };
    }

    private static boolean adds(Blocked blocked) {
        return blocked.kind() == Action.Kind.CREATE || blocked.kind() == Action.Kind.LINK;
    }
}
