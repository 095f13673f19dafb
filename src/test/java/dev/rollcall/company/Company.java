package dev.rollcall.company;

import dev.rollcall.company.Sent.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A company whose people come, move, leave and come back from day to day, and the HR systems that tell of it, more or less
 * well. All of it by one seed.
 */
final class Company {
    private static final int BUSY = 6;

    private final Random random;
    private final List<String> sources;
    /** By source and key, as the HR systems have it. */
    private final Map<String, Map<String, Sent>> files = new HashMap<>();
    /** The record by which a person is changed next, and the source it is in. */
    private final Map<Integer, Latest> latest = new LinkedHashMap<>();

    private int keys;

    private record Latest(String source, Sent record) {}

    Company(long seed, List<String> sources, int size, LocalDate today) {
        this.random = new Random(seed);
        this.sources = sources;
        sources.forEach(source -> files.put(source, new LinkedHashMap<>()));
        for (int i = 0; i < size; i++) {
            joins(latest.size(), today.minusDays(random.nextInt(2000)));
        }
    }

    /** What happens on one day. */
    void day(LocalDate today) {
        for (int i = random.nextInt(BUSY); i > 0; i--) {
            happens(today);
        }
    }

    private void happens(LocalDate today) {
        int person = random.nextInt(latest.size());
        Latest now = latest(person);
        Sent record = now.record();
        boolean works = record.status() != Status.INACTIVE
                && (record.end() == null || !record.end().isBefore(today));
        switch (random.nextInt(12)) {
            case 0, 1 -> joins(latest.size(), today.plusDays(random.nextInt(40) - 10));
            case 2 -> changes(person, record.with(record.status(), record.start(), today.plusDays(random.nextInt(40))));
            case 3 ->
                changes(person, record.with(record.status(), record.start(), today.minusDays(random.nextInt(20))));
            case 4 -> changes(person, record.with(record.status(), record.start(), null));
            case 5 -> changes(person, record.with(Status.INACTIVE, record.start(), record.end()));
            case 6 -> changes(person, record.with(Status.LEAVE, record.start(), record.end()));
            case 7 -> changes(person, record.with(Status.ACTIVE, record.start(), record.end()));
            case 8 -> file(now.source()).remove(record.key());
            case 9 -> comesBack(person, today);
            case 10 -> moves(person, works, today);
            default -> {
                if (record.start() != null && record.start().isAfter(today)) {
                    changes(person, record.with(record.status(), record.start().plusDays(random.nextInt(20)), null));
                }
            }
        }
    }

    private void joins(int person, LocalDate start) {
        add(person, sources.get(random.nextInt(sources.size())), random.nextInt(20) == 0 ? null : start);
    }

    private void add(int person, String source, @Nullable LocalDate start) {
        Sent record = new Sent("k" + keys++, person, Status.ACTIVE, start, null, false);
        latest.put(person, new Latest(source, record));
        file(source).put(record.key(), record);
    }

    /** The HR system changes its record, also one that it had deleted. */
    private void changes(int person, Sent record) {
        String source = latest(person).source();
        latest.put(person, new Latest(source, record));
        file(source).put(record.key(), record);
    }

    /** The same record once more, with a new start. */
    private void comesBack(int person, LocalDate today) {
        changes(person, latest(person).record().with(Status.ACTIVE, today.plusDays(random.nextInt(10)), null));
    }

    /** A contract ends and another begins, under another key, perhaps in another system, perhaps later. */
    private void moves(int person, boolean works, LocalDate today) {
        Latest old = latest(person);
        boolean overlaps = sources.size() > 1 && random.nextInt(3) == 0;
        String source = sources.get(random.nextInt(sources.size()));
        if (works && (!overlaps || source.equals(old.source()))) {
            changes(
                    person,
                    old.record()
                            .with(
                                    Status.INACTIVE,
                                    old.record().start(),
                                    old.record().end()));
        }
        add(person, source, today.plusDays(random.nextInt(15) - 5));
    }

    /** What a source delivers on this day; null when nobody asked it. */
    @Nullable
    Fetch fetch(String source) {
        int luck = random.nextInt(40);
        if (luck < 4) {
            return null;
        }
        Fetch.Kind kind = luck < 6
                ? Fetch.Kind.BROKEN
                : luck < 8 ? Fetch.Kind.UNPROVEN : luck < 12 ? Fetch.Kind.DELTA : Fetch.Kind.FULL;
        boolean part = kind != Fetch.Kind.FULL;
        // of a person all or nothing: a new contract without the end of the old one would be two people, or one twice
        Map<Integer, Boolean> named = new HashMap<>();
        List<Sent> records = new ArrayList<>();
        for (Sent record : file(source).values()) {
            if (!part || named.computeIfAbsent(record.person(), none -> random.nextBoolean())) {
                records.add(random.nextInt(200) == 0 ? record.asDamaged() : record);
            }
        }
        return new Fetch(source, kind, records, random.nextInt(30) == 0);
    }

    private Latest latest(int person) {
        Latest found = latest.get(person);
        if (found == null) {
            throw new IllegalStateException("nobody has number " + person);
        }
        return found;
    }

    private Map<String, Sent> file(String source) {
        Map<String, Sent> found = files.get(source);
        if (found == null) {
            throw new IllegalStateException("no source " + source);
        }
        return found;
    }
}
