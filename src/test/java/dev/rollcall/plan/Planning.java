package dev.rollcall.plan;

import dev.rollcall.correlation.Precedence;
import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.Employment;
import dev.rollcall.directory.KnownUser;
import dev.rollcall.employee.Vocabulary;
import dev.rollcall.employee.Written;
import dev.rollcall.lifecycle.Policies;
import dev.rollcall.plan.Rules.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run of {@code hr} at noon of 31 March in Brussels under the usual rules, until a test says otherwise. */
final class Planning {
    static final Instant NOON = Instant.parse("2026-03-31T10:00:00Z");
    static final UUID NEW_USER = UUID.fromString("00000000-0000-4000-8000-00000000000a");

    private Policies policies = Policies.usual();
    private Precedence precedence = Precedence.NONE;
    private final Map<String, Owner> ownership = new TreeMap<>();
    private Vocabulary vocabulary = Vocabulary.NONE;
    private boolean adoptsAutomatically;
    private @Nullable String source = "hr";
    private Set<String> reconfigured = Set.of();

    private Planning() {}

    /** The user that {@code hr} alone makes of somebody who works there. */
    static Outcome worker(String written, @Nullable Instant next) {
        return new Outcome("hr:1", AccessState.ACTIVE, true, null, null, Written.profile(written), "hr", next);
    }

    static Planning usual() {
        return new Planning();
    }

    Planning policies(Policies changed) {
        policies = changed;
        return this;
    }

    /** For every attribute. */
    Planning precedence(String... sources) {
        precedence = new Precedence(Map.of(Precedence.ANY, List.of(sources)));
        return this;
    }

    Planning owner(String attribute, Owner owner) {
        ownership.put(attribute, owner);
        return this;
    }

    Planning vocabulary(Vocabulary words) {
        vocabulary = words;
        return this;
    }

    Planning adoptsAutomatically() {
        adoptsAutomatically = true;
        return this;
    }

    Planning runOf(String another) {
        source = another;
        return this;
    }

    Planning clockRun() {
        source = null;
        return this;
    }

    Planning configurationChanged() {
        reconfigured = Set.of("hr");
        return this;
    }

    Rules rules() {
        return new Rules(policies.policy(), precedence, ownership, vocabulary, adoptsAutomatically);
    }

    Plan plan(Candidate candidate) {
        return new Planner(rules(), source, reconfigured, NOON, () -> NEW_USER).plan(candidate);
    }

    Plan plan(KnownUser user, Employment... employments) {
        return plan(new Candidate(user.user(), List.of(employments), null, null));
    }

    /** The one action there is for him. */
    Action action(KnownUser user, Employment... employments) {
        Plan plan = plan(user, employments);
        if (plan.actions().size() != 1) {
            throw new AssertionError("one action expected: " + plan.actions());
        }
        return plan.actions().getFirst();
    }

    Plan joiner(Employment employment) {
        return plan(new Candidate(null, List.of(employment), null, null));
    }
}
