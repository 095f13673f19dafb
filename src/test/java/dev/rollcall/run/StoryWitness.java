package dev.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.Value;
import dev.rollcall.notice.Told;
import dev.rollcall.plan.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Looks whether it is as a story's {@code then} says.
 *
 * <ul>
 *   <li>{@code access: [ann]}: these and nobody else, but for the others, who always have it; {@code takes part:} likewise
 *   <li>{@code state: { ann: quarantined }} as her sources would have it, suspended or not; {@code nobody} for whom there
 *       is no user
 *   <li>{@code values: { ann: { title: Chief } }}: {@code none} where there is none
 *   <li>{@code same user: { payroll:ann: ann }}: the user who was that one first; {@code new user: [ann]}: another, who
 *       knows of the former
 *   <li>{@code events: { ann: [left] }}: what was passed on of working lives in this step, and nothing else
 *   <li>{@code plan: ["ann: deactivate, absent"]}: everything the step's runs planned, why, and what kept it
 *   <li>{@code told: [titles of the notices]}
 *   <li>{@code nothing left of: ann}: in all of the database
 * </ul>
 */
final class StoryWitness {
    private final Engine engine;
    private final StoryNames names;
    private final int others;
    private int runsBefore;
    private long changesBefore;

    StoryWitness(Engine engine, StoryNames names, int others) {
        this.engine = engine;
        this.names = names;
        this.others = others;
    }

    /** A step begins. */
    void watch() {
        runsBefore = engine.ended.size();
        Long last = engine.sql.queryForObject("SELECT coalesce(max(id), 0) FROM change", Long.class);
        changesBefore = last == null ? 0 : last;
    }

    void look(Map<String, Object> then) {
        names.remember();
        assertThat(engine.active().stream().filter(StoryWitness::isOther))
                .as("others with access")
                .hasSize(others);
        then.forEach(this::look);
    }

    private static boolean isOther(String externalId) {
        return externalId.matches("hr:p\\d+");
    }

    private void look(String word, Object wanted) {
        switch (word) {
            case "access" -> assertThat(withAccess(false)).as(word).isEqualTo(sorted(wanted));
            case "takes part" -> assertThat(withAccess(true)).as(word).isEqualTo(sorted(wanted));
            case "state" ->
                Story.map(wanted)
                        .forEach((name, state) ->
                                assertThat(state(name)).as(name).isEqualTo(state));
            case "values" -> Story.map(wanted).forEach(this::values);
            case "same user" ->
                Story.map(wanted)
                        .forEach((name, former) ->
                                assertThat(id(name)).as(name).isEqualTo(names.first(former.toString())));
            case "new user" -> Story.list(wanted).forEach(this::isNew);
            case "events" -> assertThat(events()).as(word).isEqualTo(wanted);
            case "plan" -> assertThat(plan()).as(word).isEqualTo(sorted(wanted));
            case "told" -> assertThat(told()).as(word).isEqualTo(sorted(wanted));
            case "nothing left of" ->
                assertThat(Stored.everything(engine).contains(names.key(wanted.toString())))
                        .as("anything of " + wanted)
                        .isFalse();
            default -> throw new IllegalArgumentException("then: there is no `" + word + "`");
        }
    }

    private List<String> withAccess(boolean onlyWhoTakePart) {
        return engine.users().entrySet().stream()
                .filter(user -> user.getValue().access() == AccessState.ACTIVE && !isOther(user.getKey()))
                .filter(user -> !user.getValue().suspended())
                .filter(user -> user.getValue().participates() || !onlyWhoTakePart)
                .map(user -> names.plain(user.getKey()))
                .sorted()
                .toList();
    }

    private String state(String name) {
        Engine.Known user = names.user(name);
        return user == null ? "nobody" : user.access().label();
    }

    private UUID id(String name) {
        return engine.user(names.externalId(name)).id();
    }

    private void values(String name, Object wanted) {
        Engine.Known user = engine.user(names.externalId(name));
        Story.map(wanted).forEach((attribute, value) -> {
            String held = switch (attribute) {
                case "email" -> names.plain(String.valueOf(user.email()));
                case "manager" -> user.manager() == null ? "none" : names.plain(user.manager());
                default ->
                    user.profile().value(attribute).map(StoryWitness::text).orElse("none");
            };
            assertThat(held).as(name + " " + attribute).isEqualTo(value);
        });
    }

    private static String text(Value value) {
        return value instanceof Value.Text text
                ? text.text()
                : value instanceof Value.Texts texts ? String.join(", ", texts.texts()) : value.toString();
    }

    private void isNew(String name) {
        assertThat(engine.sql.queryForObject(
                        "SELECT previous_user FROM directory_user WHERE id = ?", UUID.class, id(name)))
                .as(name + " was somebody before")
                .isEqualTo(names.first(name))
                .isNotEqualTo(id(name));
    }

    private Map<String, List<String>> events() {
        Map<String, List<String>> events = new TreeMap<>();
        engine.sql.query(
                "SELECT user_id, unnest(events) FROM change WHERE directory = ? AND id > ? ORDER BY id",
                row -> {
                    events.computeIfAbsent(names.of(row.getObject(1, UUID.class)), none -> new ArrayList<>())
                            .add(row.getString(2));
                },
                engine.directory,
                changesBefore);
        return events;
    }

    private List<String> plan() {
        return runs().flatMap(run -> engine.plan(run.summary().run()).stream())
                .map(action -> name(action) + ": " + word(action.kind()) + ", " + action.reason() + kept(action))
                .sorted()
                .toList();
    }

    private String name(PlannedAction action) {
        // of somebody anonymised the plan does not say who it was
        return action.externalId().endsWith(":") ? names.of(action.user()) : names.plain(action.externalId());
    }

    private static String kept(PlannedAction action) {
        boolean goesOn = action.state() == Action.State.PLANNED || action.state() == Action.State.APPLIED;
        return (goesOn ? "" : ", " + word(action.state()))
                + (action.obstacle() == null ? "" : (goesOn ? ", but for " : " by ") + word(action.obstacle()));
    }

    private List<String> told() {
        return runs().flatMap(run -> Told.titles(run).stream()).sorted().toList();
    }

    private Stream<RunEnded> runs() {
        return engine.ended.subList(runsBefore, engine.ended.size()).stream();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> sorted(Object wanted) {
        return Story.list(wanted).stream().sorted().toList();
    }
}
