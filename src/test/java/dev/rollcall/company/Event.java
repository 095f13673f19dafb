package dev.rollcall.company;

/** What happens in a company, and to the machines that hear of it. */
enum Event {
    HIRED,
    HIRED_AHEAD,
    POSTPONED,
    ENDS_AHEAD,
    BACK_DATED,
    END_REVOKED,
    TURNED_INACTIVE,
    ON_LEAVE,
    BACK_AT_WORK,
    DELETED,
    REHIRED,
    /** A contract ends and another begins in the same system, under another key. */
    CONVERTED,
    /** The same, in another system. */
    TRANSFERRED,
    /** The other contract begins before the first has ended. */
    OVERLAPPED,
    /** The system exports somebody under another key. */
    REKEYED,
    /** Many are set inactive at once, by mistake. */
    MANY_INACTIVE,
    MISTAKE_UNDONE,
    TITLE_CHANGED,
    COMPLEMENT_KNOWS,
    COMPLEMENT_FORGETS,
    COMPLEMENT_CLOSES,
    /** A complement knows somebody whom no HR system knows. */
    OUTSIDER,
    SILENT,
    BROKEN,
    UNPROVEN,
    DELTA,
    FULL,
    KEYLESS,
    DAMAGED,
    /** Nobody looks at the calendar for some days. */
    CLOCK_STOPPED,
    HELD,
    RELEASED,
    SEAT_AWAITED;

    boolean isPossible(Rules rules) {
        return switch (this) {
            case TITLE_CHANGED, COMPLEMENT_KNOWS, COMPLEMENT_FORGETS, COMPLEMENT_CLOSES, OUTSIDER ->
                rules.complement() != null;
            case TRANSFERRED, OVERLAPPED -> rules.sources().size() > 1;
            case HELD, RELEASED -> rules.mostLosses() != null;
            case SEAT_AWAITED -> rules.licenses() != null;
            default -> true;
        };
    }
}
