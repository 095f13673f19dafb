package dev.rollcall.notice;

import dev.rollcall.config.Notices.Kind;

/**
 * The words of a notice. Some are the guides' own (acceptance rows 133-136); the others follow them.
 *
 * @param text a sentence or two, with counts at most
 */
record Wording(String title, String text) {
    /**
     * What is told of a cause.
     *
     * @param title of the source
     */
    static Wording of(Kind kind, String title, Cause cause) {
        long users = cause.users();
        return switch (kind) {
            case TEST_RESULTS -> new Wording("Integration test results ready", cause.words());
            case LICENSES ->
                new Wording(
                        "Max user licenses exceeded",
                        "The integration for %s failed to add %d users due to max user licenses exceeded"
                                .formatted(title, users));
            case DELETION_SAFEGUARD ->
                new Wording(
                        "HRIS synchronization error - deletion safeguard",
                        "HRIS synchronization for %s would remove %s or their access, more than the limit allows. Nobody was removed. Release or reject the plan."
                                .formatted(title, counted(users, "user")));
            case USER_CONFLICTS ->
                new Wording(
                        "HRIS synchronization error - user conflicts",
                        "HRIS synchronization for %s failed to add %d users because their email addresses already exist. Please check the HRIS settings."
                                .formatted(title, users));
            case PLAN_HELD ->
                new Wording(
                        "HRIS synchronization - changes wait for a decision",
                        "HRIS synchronization for %s holds changes of %s. Release or reject the plan."
                                .formatted(title, counted(users, "user")));
            case WITHHELD ->
                new Wording(
                        "HRIS synchronization error - contradictory records",
                        "HRIS synchronization for %s left %s undone because records contradict each other. Please check the HRIS."
                                .formatted(title, counted(users, "change")));
            case RUN_FAILED ->
                new Wording(
                        "HRIS synchronization error - run failed",
                        "HRIS synchronization for %s failed (%s). No user was changed."
                                .formatted(title, cause.words()));
            case SOURCE_LATE ->
                new Wording(
                        "HRIS synchronization error - source late",
                        "HRIS synchronization for %s has not succeeded for longer than its schedule says."
                                .formatted(title));
            case CREDENTIALS ->
                new Wording("HRIS credentials expire", "The integration for %s: %s".formatted(title, cause.words()));
        };
    }

    static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
