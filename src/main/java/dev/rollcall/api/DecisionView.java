package dev.rollcall.api;

import dev.rollcall.run.Decisions.Decision;

/**
 * How a decision about a plan ended.
 *
 * @param decided actions applied by a release, or rejected
 * @param skipped actions whose user changed since; the next run plans them anew
 */
public record DecisionView(String run, long decided, long skipped) {
    static DecisionView of(Decision decision) {
        return new DecisionView(decision.run().value(), decision.decided(), decision.skipped());
    }
}
