package dev.rollcall.run;

/**
 * What asks for a run.
 *
 * @param by who or what asked
 * @param dryRun plan only: nothing changes but the ledger and the results, and the source's files stay where they are
 * @param full read everything, also where a watermark would allow a delta
 * @param allowEmpty an empty snapshot is meant (only a person can say so)
 */
public record Trigger(By by, boolean dryRun, boolean full, boolean allowEmpty) {
    public static final Trigger SCHEDULE = new Trigger(By.SCHEDULE, false, false, false);

    /** Who or what asked for a run. */
    public enum By {
        SCHEDULE,
        REST,
        COMMAND,
        WEBHOOK,
        CLOCK,
        /** Somebody looks at the fields a source delivers. */
        DISCOVERY,
        /** The source is taken away, and its users with it. */
        DISCONNECTION;

        /** Whether a person asked, so that the directory's limits hold (acceptance D32). */
        boolean isPerson() {
            return this == REST || this == COMMAND;
        }
    }

    /** Both wishes in one run, for triggers that arrive while another run is under way. */
    public Trigger and(Trigger other) {
        return new Trigger(
                by.isPerson() ? other.by : by,
                dryRun && other.dryRun,
                full || other.full,
                allowEmpty || other.allowEmpty);
    }
}
