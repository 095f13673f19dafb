package dev.rollcall.contract;

/** Something that goes wrong at some place of a run. */
interface Trouble {
    /** What goes wrong: a row of the table. */
    String kind();

    /** Where, for example {@code page 2}. */
    String place();

    /**
     * Whatever is to be known of the right answers.
     *
     * @param dryRun reads everything and changes nothing
     */
    default void rehearse(Runnable dryRun) {
        // most troubles need no rehearsal
    }

    /**
     * The next run meets it.
     *
     * @param move changes who works there, for troubles in which that happens during the run
     */
    void begin(Runnable move);

    /** Over; whether it came to pass. */
    boolean end();

    /** Whether another run without trouble follows at once; once for each kind is enough. */
    default boolean isFollowedUp() {
        return true;
    }

    /** Whether the run reads what changed, and not everybody. */
    default boolean isInDelta() {
        return false;
    }

    /** Whether nothing in the answers tells that they are not the right ones; the next full run has to mend it. */
    default boolean isUnseen() {
        return false;
    }

    /** Whether people change during the run, so that the state before is as right as the state after. */
    default boolean moves() {
        return false;
    }
}
