package dev.rollcall.run;

import dev.rollcall.scope.Scope;
import dev.rollcall.scope.Scope.Filter;
import dev.rollcall.scope.Scope.Mode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets happen what a story's {@code when} says.
 *
 * <ul>
 *   <li>{@code clock: 2026-03-11 00:00}: it is that time in the directory's zone, or in one written behind it, and the
 *       calendar does what is due; {@code down until:} the same, and everything stood still until then
 *   <li>{@code hr sends: { ann: { status: inactive } }}: the whole of a source, proved; what was said of somebody before
 *       still holds, and {@code ann: not sent} takes her out. {@code hr sends without proof:} an export that may be cut.
 *       {@code hr tells:} of these people only; {@code ann: gone}. {@code ann: { mapping: fails }}, until it succeeds;
 *       {@code somebody: has no key | has one}
 *   <li>{@code idp adds:} the whole of a source that only adds values
 *   <li>{@code hr leaves out: { department: sales }}: by the filters its mapping has from now on; {@code idp goes:} for
 *       good, with whom it alone had; {@code directory: { licenses: 3 }}: its file says that as well from now on
 *   <li>{@code by hand:} and {@code somebody:} see {@link StoryHands}
 * </ul>
 */
final class StoryTeller {
    private static final Pattern SOURCE =
            Pattern.compile("(\\w+) (sends|sends without proof|tells|adds|leaves out|goes)");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Engine engine;
    private final StoryHands hands;
    private final ZoneId zone;
    private final Map<String, Object> directory;
    private final Set<String> complements = new TreeSet<>();
    private final Map<String, StorySource> sources = new TreeMap<>();
    private final Map<String, Scope> scopes = new TreeMap<>();
    private int configuration = 1;

    StoryTeller(Engine engine, StoryNames names, Story story) {
        this.engine = engine;
        this.hands = new StoryHands(engine, names);
        this.directory = new LinkedHashMap<>(story.given().directory());
        this.zone =
                ZoneId.of(directory.getOrDefault("timeZone", "Europe/Brussels").toString());
        introduce("hr", new StorySource(engine, names, "hr", story.given().others()));
        story.steps().stream()
                .flatMap(step -> step.when().keySet().stream())
                .map(SOURCE::matcher)
                .filter(Matcher::matches)
                .forEach(said -> {
                    introduce(said.group(1), new StorySource(engine, names, said.group(1), 0));
                    if (said.group(2).equals("adds")) {
                        complements.add(said.group(1));
                    }
                });
        configure();
    }

    private void introduce(String name, StorySource source) {
        sources.putIfAbsent(name, source);
        scopes.putIfAbsent(name, Scope.EVERYBODY);
    }

    /** What the directory's file says is part of the configuration of each of its sources. */
    private void configure() {
        String number = Integer.toString(configuration++);
        scopes.forEach((name, scope) -> engine.source(name, scope, number));
        engine.directory(Story.text(directory), complements.toArray(String[]::new));
    }

    void tell(Map<String, Object> when) {
        when.forEach(this::tell);
    }

    private void tell(String word, Object what) {
        Matcher said = SOURCE.matcher(word);
        if (said.matches()) {
            ofSource(said.group(1), said.group(2), Story.map(what));
            return;
        }
        switch (word) {
            case "clock" -> {
                turnTo(what.toString());
                engine.clockRun();
            }
            case "down until" -> {
                turnTo(what.toString());
                engine.restart();
            }
            case "directory" -> {
                directory.putAll(Story.map(what));
                configure();
            }
            case "by hand" -> hands.edit(Story.map(what));
            case "somebody" -> hands.decide(what);
            default -> throw new IllegalArgumentException("when: there is no `" + word + "`");
        }
    }

    private void ofSource(String name, String how, Map<String, Object> what) {
        switch (how) {
            case "leaves out" -> {
                scopes.put(name, new Scope(filters(what)));
                configure();
            }
            case "goes" -> {
                scopes.remove(name);
                engine.removeUsers(name);
            }
            default -> Objects.requireNonNull(sources.get(name)).says(how, what);
        }
    }

    private static List<Filter> filters(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(out -> new Filter(
                        Mode.EXCLUDE,
                        out.getKey(),
                        Set.of(out.getValue().toString().split(", "))))
                .toList();
    }

    private void turnTo(String written) {
        String[] parts = written.split(" ", 3);
        LocalDateTime time = LocalDateTime.parse(parts[0] + " " + parts[1], MINUTE);
        String instant = time.atZone(parts.length > 2 ? ZoneId.of(parts[2]) : zone)
                .toInstant()
                .toString();
        engine.clock.turnTo(instant);
    }
}
