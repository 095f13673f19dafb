package dev.rollcall.company;

import dev.rollcall.company.Sent.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The HR systems of a company, and the complement beside them: what they hold, and what they deliver of it. */
final class Systems {
    private static final int STRANGER = 1_000_000;

    private final Random random;
    private final Rules rules;
    private final Diary diary;
    /** By source and key. */
    private final Map<String, Map<String, Sent>> files = new HashMap<>();

    private int strangers;

    Systems(Random random, Rules rules, Diary diary) {
        this.random = random;
        this.rules = rules;
        this.diary = diary;
        rules.everySource().forEach(source -> files.put(source, new LinkedHashMap<>()));
    }

    /** A record is new or another, also one that was deleted. */
    void holds(String source, Sent record) {
        file(source).put(record.key(), record);
    }

    boolean deletes(String source, Sent record) {
        return file(source).remove(record.key()) != null;
    }

    /** What happens in the complement, perhaps with this person. */
    void complement(int person, LocalDate today) {
        switch (random.nextInt(5)) {
            case 0, 1 -> entitles(person);
            case 2 -> {
                if (complement().remove("i" + person) != null) {
                    diary.counts(Event.COMPLEMENT_FORGETS);
                }
            }
            case 3 -> closes(person, today);
            default -> {
                Sent record = Sent.hired("o" + strangers, STRANGER + strangers++, null);
                complement().put(record.key(), record.titled("guest"));
                diary.counts(Event.OUTSIDER);
            }
        }
    }

    void entitles(int person) {
        Sent now = complement().get("i" + person);
        Sent record = now == null
                ? Sent.hired("i" + person, person, null)
                : now.with(Status.ACTIVE).until(null);
        complement().put(record.key(), record.titled("t" + random.nextInt(1000)));
        diary.counts(now == null ? Event.COMPLEMENT_KNOWS : Event.TITLE_CHANGED);
    }

    /** Its word on who works here counts for nothing. */
    private void closes(int person, LocalDate today) {
        complement().computeIfPresent("i" + person, (key, record) -> {
            diary.counts(Event.COMPLEMENT_CLOSES);
            return random.nextBoolean() ? record.with(Status.INACTIVE) : record.until(today.minusDays(3));
        });
    }

    /** What a source delivers on this day; null when nobody asked it. */
    @Nullable
    Fetch fetch(String source) {
        int luck = random.nextInt(40);
        if (luck < 4) {
            diary.counts(Event.SILENT);
            return null;
        }
        Fetch.Kind kind = luck < 7
                ? Fetch.Kind.BROKEN
                : luck < 10 ? Fetch.Kind.UNPROVEN : luck < 14 ? Fetch.Kind.DELTA : Fetch.Kind.FULL;
        diary.counts(Event.valueOf(kind.name()));
        boolean part = kind != Fetch.Kind.FULL;
        // of a person all or nothing: a new contract without the end of the old one would be two people, or one twice
        Map<Integer, Boolean> named = new HashMap<>();
        List<Sent> records = new ArrayList<>();
        for (Sent record : file(source).values()) {
            if (!part || named.computeIfAbsent(record.person(), none -> random.nextBoolean())) {
                records.add(record);
            }
        }
        // more than every tenth, and the run fails
        for (int i = records.size() / 20; i > 0; i--) {
            if (random.nextInt(10) == 0) {
                int which = random.nextInt(records.size());
                records.set(which, records.get(which).asDamaged());
                diary.counts(Event.DAMAGED);
            }
        }
        boolean keyless = random.nextInt(25) == 0;
        if (keyless) {
            diary.counts(Event.KEYLESS);
        }
        return new Fetch(source, kind, records, keyless);
    }

    private Map<String, Sent> complement() {
        return file(Objects.requireNonNull(rules.complement()));
    }

    private Map<String, Sent> file(String source) {
        return Objects.requireNonNull(files.get(source));
    }
}
