package dev.rollcall.contract;

import dev.rollcall.contract.Verdict.Kind;
import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.store.KnownUsers;
import dev.rollcall.directory.store.KnownUsers.Filter;
import dev.rollcall.directory.store.KnownUsers.Known;
import dev.rollcall.employee.Attribute;
import dev.rollcall.route.SourceTriggers;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.RunSummary;
import dev.rollcall.run.SourceLedger;
import dev.rollcall.run.SourceLedger.SourceState;
import dev.rollcall.run.Trigger;
import dev.rollcall.simulator.Person;
import dev.rollcall.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One source through all its troubles, one after the other: what each run made of it. */
final class Rehearsals {
    private static final Trigger FULL = new Trigger(Trigger.By.REST, false, true, false);
    private static final Trigger DRY = new Trigger(Trigger.By.REST, true, true, false);
    private static final Trigger CHANGES = new Trigger(Trigger.By.REST, false, false, false);
    private static final Trigger DRY_CHANGES = new Trigger(Trigger.By.REST, true, false, false);

    private final ContractSource source;
    private final SourceTriggers triggers;
    private final KnownUsers users;
    private final SourceLedger sources;
    private final Company company = new Company();
    private boolean amongDeltas;

    Rehearsals(ContractSource source, SourceTriggers triggers, KnownUsers users, SourceLedger sources) {
        this.source = source;
        this.triggers = triggers;
        this.users = users;
        this.sources = sources;
    }

    /** How a run ended: in a summary or a problem. */
    private record Outcome(
            @Nullable RunSummary summary, @Nullable Problem problem) {}

    /** A first run without trouble, and what is wrong with its outcome; empty when nothing is. */
    String first() {
        source.people(company.first());
        Outcome outcome = run(FULL);
        return isExact(company.first()) ? "" : "the first run: " + outcome;
    }

    Verdict through(Trouble trouble) {
        return trouble.isInDelta() ? throughDelta(trouble) : throughFull(trouble);
    }

    /** What a delta does not read, the next one has to: the watermark stays where a run fails, and moves where it ends. */
    private Verdict throughDelta(Trouble trouble) {
        if (!amongDeltas) {
            source.people(company.nextChanges());
            run(FULL);
            amongDeltas = true;
        }
        SourceState known = state();
        if (known.watermark() == null || known.fullNeeded()) {
            return Verdict.bad("the next run is no delta", known.toString());
        }
        List<Person> next = company.nextChanges();
        List<Person> moved = trouble.moves() ? company.changed(next) : next;
        source.people(next);
        trouble.rehearse(() -> run(DRY_CHANGES));
        Map<String, String> before = active();
        trouble.begin(() -> source.people(moved));
        Outcome outcome = run(CHANGES);
        boolean happened = trouble.end();
        Verdict verdict = verdict(outcome, before, next, moved);
        boolean stays = Objects.equals(known.watermark(), state().watermark());
        if (stays != (outcome.problem() != null)) {
            return Verdict.bad(stays ? "the watermark stays" : "the watermark moves", outcome.toString());
        }
        source.people(moved);
        boolean unseen = trouble.isUnseen() && verdict.equals(Verdict.silent(outcome.summary()));
        Outcome after = run(unseen ? FULL : CHANGES);
        if (verdict.kind() == Kind.BAD && !unseen) {
            return verdict;
        }
        if (!isExact(moved)) {
            return Verdict.bad("the run after it is not exact", after.toString());
        }
        return !happened
                ? new Verdict(Kind.ABSENT, "–", "")
                : unseen ? new Verdict(Kind.KEPT, "full run mends", "") : verdict;
    }

    private SourceState state() {
        return sources.state(source.name(), source.name());
    }

    private Verdict throughFull(Trouble trouble) {
        List<Person> next = company.next();
        List<Person> moved = trouble.moves() ? company.moved(next) : next;
        source.people(next);
        trouble.rehearse(() -> run(DRY));
        Map<String, String> before = active();
        trouble.begin(() -> source.people(moved));
        Outcome outcome = run(FULL);
        boolean happened = trouble.end();
        Verdict verdict = verdict(outcome, before, next, moved);
        if (verdict.kind() == Kind.BAD) {
            return verdict;
        }
        source.people(moved);
        if (trouble.isFollowedUp() && !isExact(moved)) {
            Outcome after = run(FULL);
            if (!isExact(moved)) {
                return Verdict.bad("the run after it is not exact", after.toString());
            }
        }
        return happened ? verdict : new Verdict(Kind.ABSENT, "–", "");
    }

    private Verdict verdict(Outcome outcome, Map<String, String> before, List<Person> next, List<Person> moved) {
        Map<String, String> after = active();
        Problem problem = outcome.problem();
        if (problem != null) {
            return failed(problem, before, after);
        }
        if (after.equals(Company.truth(next)) || after.equals(Company.truth(moved))) {
            return new Verdict(Kind.EXACT, "exact", "");
        }
        if (after.equals(before)) {
            return new Verdict(Kind.KEPT, "waits", "");
        }
        Map<String, String> both = Company.truth(next);
        both.keySet().retainAll(Company.truth(moved).keySet());
        both.keySet().retainAll(before.keySet());
        RunSummary summary = outcome.summary();
        if (summary == null || !after.keySet().containsAll(both.keySet())) {
            return Verdict.bad("takes access", String.valueOf(summary));
        }
        boolean told = !summary.messages().isEmpty()
                || summary.counts().held()
                                + summary.counts().withheld()
                                + summary.counts().rejected()
                        > 0;
        boolean moving = !next.equals(moved);
        return told || moving
                ? new Verdict(Kind.KEPT, "kept", String.join(" ", summary.messages()))
                : Verdict.silent(summary);
    }

    private Verdict failed(Problem problem, Map<String, String> before, Map<String, String> after) {
        if (!after.equals(before)) {
            return Verdict.bad("fails and changes", problem.toString());
        }
        String message = problem.message();
        if (company.isNamedIn(problem.toString())) {
            return Verdict.bad("names a person", problem.toString());
        }
        // found, and then what to do: two sentences at least, and no exception's name
        boolean says =
                message.strip().endsWith(".") && message.matches("(?s).*[.;] .*") && !message.contains("Exception");
        return says
                ? new Verdict(Kind.FAILED, "fails " + problem.code(), problem.toString())
                : Verdict.bad("fails without saying what to do", problem.toString());
    }

    private boolean isExact(List<Person> people) {
        return active().equals(Company.truth(people));
    }

    private Map<String, String> active() {
        Map<String, String> titles = new TreeMap<>();
        for (Known user : users.page(source.name(), new Filter(null, null, null, null, null), null, 1000)) {
            if (user.access() == AccessState.ACTIVE) {
                titles.put(
                        String.valueOf(user.email()),
                        user.profile().text(Attribute.TITLE).orElse(""));
            }
        }
        return titles;
    }

    private Outcome run(Trigger trigger) {
        try {
            RunSummary summary = triggers.trigger(source.name(), trigger)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
            return new Outcome(summary, null);
        } catch (CompletionException failed) {
            return failed.getCause() instanceof RunFailure failure
                    ? new Outcome(null, failure.problem())
                    : new Outcome(null, new Problem(source.name(), "none", String.valueOf(failed.getCause())));
        }
    }
}
