package dev.rollcall.run;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Value;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.scope.Scope;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
 *       {@code hr tells:} of these people only; {@code ann: gone}
 *   <li>{@code by hand: { ann: participates | takes no part }}: somebody changes it in the application
 *   <li>{@code somebody: releases | rejects}: decides about what is held
 * </ul>
 */
final class StoryTeller {
    private static final Pattern SOURCE = Pattern.compile("(\\w+) (sends|sends without proof|tells)");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Engine engine;
    private final StoryNames names;
    private final ZoneId zone;
    private final int others;
    private final Map<String, Map<String, Person>> sources = new TreeMap<>();

    StoryTeller(Engine engine, StoryNames names, Story story) {
        this.engine = engine;
        this.names = names;
        this.others = story.given().others();
        this.zone = ZoneId.of(story.given()
                .directory()
                .getOrDefault("timeZone", "Europe/Brussels")
                .toString());
        engine.directory(story.directoryText());
        sources.put("hr", new TreeMap<>());
        story.steps().stream()
                .flatMap(step -> step.when().keySet().stream())
                .map(SOURCE::matcher)
                .filter(Matcher::matches)
                .forEach(said -> {
                    engine.source(said.group(1), Scope.EVERYBODY, "1");
                    sources.putIfAbsent(said.group(1), new TreeMap<>());
                });
    }

    void tell(Map<String, Object> when) {
        when.forEach(this::tell);
    }

    private void tell(String word, Object what) {
        Matcher said = SOURCE.matcher(word);
        if (said.matches()) {
            says(said.group(1), said.group(2), people(what));
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
            case "by hand" -> people(what).forEach(this::byHand);
            case "somebody" -> decides(what.toString());
            default -> throw new IllegalArgumentException("when: there is no `" + word + "`");
        }
    }

    private void turnTo(String written) {
        String[] parts = written.split(" ", 3);
        LocalDateTime time = LocalDateTime.parse(parts[0] + " " + parts[1], MINUTE);
        String instant = time.atZone(parts.length > 2 ? ZoneId.of(parts[2]) : zone)
                .toInstant()
                .toString();
        engine.clock.turnTo(instant);
    }

    private void says(String source, String how, Map<String, Object> news) {
        Map<String, Person> people = Objects.requireNonNull(sources.get(source));
        List<MappingResult> told = new ArrayList<>();
        news.forEach((name, what) -> {
            if (what.equals("not sent")) {
                people.remove(name);
            } else if (what.equals("gone")) {
                told.add(Person.person(names.key(name)).gone());
                people.remove(name);
            } else {
                Person person = people.getOrDefault(name, Person.person(names.key(name)));
                for (Map.Entry<String, Object> word : people(what).entrySet()) {
                    person = with(person, word.getKey(), word.getValue().toString());
                }
                people.put(name, person);
                told.add(person.mapped());
            }
        });
        List<MappingResult> all =
                new ArrayList<>(List.of(source.equals("hr") ? Person.company(0, others) : new MappingResult[0]));
        people.values().forEach(person -> all.add(person.mapped()));
        Snapshot snapshot = how.equals("sends")
                ? new Snapshot.Full(new Proof.DoneFile("people.done"))
                : how.equals("tells") ? new Snapshot.Delta() : new Snapshot.Unproven("no done file");
        engine.run(source, Trigger.SCHEDULE, snapshot, how.equals("tells") ? told : all, 100);
    }

    private Person with(Person person, String word, String value) {
        return switch (word) {
            case "email" -> person.email(names.address(value));
            case "status" -> person.status(EmploymentStatus.named(value).orElseThrow());
            case "starts" -> person.with(Attribute.START_DATE, day(value));
            case "ends" -> person.with(Attribute.END_DATE, day(value));
            case "manager" -> person.managedBy(names.key(value));
            case "teams" -> person.with(Attribute.TEAMS, new Value.Texts(Arrays.asList(value.split(", "))));
            default -> {
                Attribute attribute = Attribute.named(word).orElseThrow(() -> new IllegalArgumentException(word));
                yield person.with(attribute, new Value.Text(value));
            }
        };
    }

    private static Value day(String written) {
        return written.equals("none") ? Value.Cleared.CLEARED : new Value.Day(LocalDate.parse(written));
    }

    private void byHand(String name, Object what) {
        boolean on = what.equals("takes part");
        if (!on && !what.equals("takes no part")) {
            throw new IllegalArgumentException("by hand: there is no `" + what + "`");
        }
        engine.sql.update(
                "UPDATE directory_user SET version = version + 1, participates = ?, participation_at = NULL, edited ="
                        + " true WHERE directory = ? AND external_id = ?",
                on,
                engine.directory,
                names.externalId(name));
    }

    private void decides(String what) {
        RunId held = engine.ended.reversed().stream()
                .map(RunEnded::summary)
                .filter(run -> run.state() == RunSummary.State.HELD)
                .findFirst()
                .orElseThrow()
                .run();
        switch (what) {
            case "releases" -> engine.decisions().release(held);
            case "rejects" -> engine.decisions().reject(held);
            default -> throw new IllegalArgumentException("somebody: there is no `" + what + "`");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> people(Object what) {
        return (Map<String, Object>) what;
    }
}
