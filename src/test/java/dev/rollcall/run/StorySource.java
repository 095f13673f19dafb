package dev.rollcall.run;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Value;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one source of a story has to say of people, and says. */
final class StorySource {
    private final Engine engine;
    private final StoryNames names;
    private final String source;
    private final int others;
    private final Map<String, Person> people = new TreeMap<>();
    private final Set<String> unmapped = new TreeSet<>();
    private boolean unreadable;

    /** @param others how many people it has beside those of whom the story tells */
    StorySource(Engine engine, StoryNames names, String source, int others) {
        this.engine = engine;
        this.names = names;
        this.source = source;
        this.others = others;
    }

    void says(String how, Map<String, Object> news) {
        List<MappingResult> told = new ArrayList<>();
        news.forEach((name, what) -> {
            if (name.equals("somebody")) {
                unreadable = what.equals("has no key");
            } else if (what.equals("not sent")) {
                people.remove(name);
            } else if (what.equals("gone")) {
                told.add(Person.person(names.key(name)).gone());
                people.remove(name);
            } else {
                hears(name, Story.map(what));
                told.add(record(name));
            }
        });
        List<MappingResult> all = new ArrayList<>(List.of(Person.company(0, others)));
        people.keySet().forEach(name -> all.add(record(name)));
        if (unreadable) {
            all.add(Person.unreadable());
        }
        Snapshot snapshot = switch (how) {
            case "tells" -> new Snapshot.Delta();
            case "sends without proof" -> new Snapshot.Unproven("no done file");
            default -> new Snapshot.Full(new Proof.DoneFile("people.done"));
        };
        engine.run(source, Trigger.SCHEDULE, snapshot, how.equals("tells") ? told : all, 100);
    }

    private MappingResult record(String name) {
        Person person = people.getOrDefault(name, Person.person(names.key(name)));
        return unmapped.contains(name) ? person.rejected() : person.mapped();
    }

    private void hears(String name, Map<String, Object> words) {
        Person person = people.getOrDefault(name, Person.person(names.key(name)));
        for (Map.Entry<String, Object> word : words.entrySet()) {
            String value = word.getValue().toString();
            if (word.getKey().equals("mapping")) {
                mapping(name, value);
            } else {
                person = with(person, word.getKey(), value);
            }
        }
        people.put(name, person);
    }

    private void mapping(String name, String value) {
        switch (value) {
            case "fails" -> unmapped.add(name);
            case "succeeds" -> unmapped.remove(name);
            default -> throw new IllegalArgumentException("mapping: there is no `" + value + "`");
        }
    }

    private Person with(Person person, String word, String value) {
        return switch (word) {
            case "email" -> person.email(names.address(value));
            case "status" -> person.status(EmploymentStatus.named(value).orElseThrow());
            case "starts" -> person.with(Attribute.START_DATE, day(value));
            case "born" -> person.with(Attribute.BIRTH_DATE, day(value));
            case "ends" -> person.with(Attribute.END_DATE, day(value));
            case "manager" ->
                value.contains("@") ? person.managedByEmail(names.address(value)) : person.managedBy(names.key(value));
            case "teams" -> person.with(Attribute.TEAMS, new Value.Texts(Arrays.asList(value.split(", "))));
            default -> person.with(StoryNames.attribute(word), new Value.Text(value));
        };
    }

    private static Value day(String written) {
        return written.equals("none") ? Value.Cleared.CLEARED : new Value.Day(LocalDate.parse(written));
    }
}
