package dev.rollcall.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * On which terms a directory takes sources.
 *
 * @param exclusive one enabled source at most, and no users by hand beside it (acceptance D1)
 * @param consentRequired nothing is read before somebody accepted that a sub-processor handles personal data (row 131)
 * @param testsPerDay dry runs people may start in any 24 hours; null: any number (D32)
 * @param manualRunsPerDay the same of runs that apply their plans
 * @param resultsExpireAfter how long the results of a dry run stay (row 113)
 * @param plansExpireAfter how long the plans of other runs stay
 */
public record SourceTerms(
        boolean exclusive,
        boolean consentRequired,
        @Nullable Integer testsPerDay,
        @Nullable Integer manualRunsPerDay,
        Duration resultsExpireAfter,
        Duration plansExpireAfter) {
    public static final SourceTerms DEFAULT =
            new SourceTerms(false, false, null, null, Duration.ofHours(24), Duration.ofDays(90));

    /** How long the plan of a run stays. */
    public Duration expireAfter(boolean dryRun) {
        return dryRun ? resultsExpireAfter : plansExpireAfter;
    }

    /** Whether people must accept a sub-processor first. */
    enum Consent {
        REQUIRED,
        NOT_REQUIRED
    }
}
