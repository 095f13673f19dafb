package dev.rollcall.run;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.plan.Action;
import dev.rollcall.source.RunId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets people do what a story says they do in the application.
 *
 * <ul>
 *   <li>{@code by hand: { ann: takes part | takes no part | active | inactive | suspended | let in }}, or values of hers:
 *       {@code ann: { title: Chief }}
 *   <li>{@code somebody: releases | rejects}: decides about what was held last; {@code somebody: { releases: [ann] }}
 *       about what was held last of these; {@code somebody: releases all} that waits, what was held first before the rest
 * </ul>
 */
final class StoryHands {
    private final Engine engine;
    private final StoryNames names;

    StoryHands(Engine engine, StoryNames names) {
        this.engine = engine;
        this.names = names;
    }

    void edit(Map<String, Object> people) {
        people.forEach((name, what) -> {
            UUID user = engine.user(names.externalId(name)).id();
            if (what instanceof String word) {
                turn(user, word);
            } else {
                engine.byHand().edit(engine.directory, user, values(Story.map(what)));
            }
        });
    }

    private void turn(UUID user, String word) {
        HandEdits byHand = engine.byHand();
        switch (word) {
            case "takes part" -> byHand.set(engine.directory, user, null, true);
            case "takes no part" -> byHand.set(engine.directory, user, null, false);
            case "active" -> byHand.set(engine.directory, user, true, null);
            case "inactive" -> byHand.set(engine.directory, user, false, null);
            case "suspended" -> byHand.suspend(engine.directory, user, "administrator", "badge lost");
            case "let in" -> byHand.unsuspend(engine.directory, user, "administrator");
            default -> throw new IllegalArgumentException("by hand: there is no `" + word + "`");
        }
    }

    private static Profile values(Map<String, Object> words) {
        Profile values = Profile.EMPTY;
        for (Map.Entry<String, Object> word : words.entrySet()) {
            Attribute attribute = StoryNames.attribute(word.getKey());
            String value = word.getValue().toString();
            values = values.with(
                    attribute.label(),
                    attribute == Attribute.TEAMS ? new Value.Texts(List.of(value.split(", "))) : new Value.Text(value));
        }
        return values;
    }

    void decide(Object what) {
        if (what instanceof String word) {
            decide(word, List.of());
        } else {
            Story.map(what).forEach((word, people) -> decide(word, Story.list(people)));
        }
    }

    private void decide(String word, List<String> people) {
        if (word.equals("releases all")) {
            held().filter(this::waits).forEach(engine.decisions()::release);
            return;
        }
        Set<String> these = people.stream().map(names::externalId).collect(Collectors.toSet());
        RunId held = held().filter(run -> undecided(run).containsAll(these))
                .reduce((one, later) -> later)
                .orElseThrow();
        switch (word) {
            case "releases" -> engine.decisions().release(held, these);
            case "rejects" -> engine.decisions().reject(held, these);
            default -> throw new IllegalArgumentException("somebody: there is no `" + word + "`");
        }
    }

    private Stream<RunId> held() {
        return engine.ended.stream()
                .map(RunEnded::summary)
                .filter(run -> run.state() == RunSummary.State.HELD)
                .map(RunSummary::run);
    }

    /** Whom a plan holds, or somebody rejected in it. */
    private Set<String> undecided(RunId run) {
        return engine.plan(run).stream()
                .filter(action -> action.state() == Action.State.HELD || action.state() == Action.State.REJECTED)
                .map(PlannedAction::externalId)
                .collect(Collectors.toSet());
    }

    private boolean waits(RunId run) {
        return engine.ledger().find(run).orElseThrow().summary().state() == RunSummary.State.HELD;
    }
}
