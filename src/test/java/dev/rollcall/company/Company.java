package dev.rollcall.company;

import dev.rollcall.company.Sent.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A company whose people come, move, leave and come back from day to day. All of it by one seed. */
final class Company {
    private static final int BUSY = 8;
    private static final int MANY = 8;

    private final Random random;
    private final Rules rules;
    private final Diary diary;
    private final Systems systems;
    /** The record by which each person is changed next, and the source it is in. */
    private final List<Latest> latest = new ArrayList<>();
    /** Who was set inactive by mistake, by the day on which somebody notices. */
    private final Map<LocalDate, List<Integer>> mistakes = new HashMap<>();

    private int keys;
    private int daysWithoutClock;
    private boolean keepsKeys;

    private record Latest(String source, Sent record) {}

    Company(long seed, Rules rules, int size, LocalDate today) {
        this.random = new Random(seed);
        this.rules = rules;
        this.diary = new Diary(rules);
        this.systems = new Systems(random, rules, diary);
        for (int i = 0; i < size; i++) {
            hire(today.minusDays(random.nextInt(2000)));
            if (rules.complement() != null && random.nextBoolean()) {
                systems.entitles(i);
            }
        }
    }

    /** Its systems keep everybody's key. */
    Company keepsKeys() {
        keepsKeys = true;
        return this;
    }

    /** What a source delivers on this day; null when nobody asked it. */
    @Nullable
    Fetch fetch(String source) {
        return systems.fetch(source);
    }

    void counts(Event event) {
        diary.counts(event);
    }

    Set<Event> missing() {
        return diary.missing();
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    /** Whether anybody looks at the calendar on this day. */
    boolean clockRuns() {
        if (daysWithoutClock > 0) {
            daysWithoutClock--;
            return false;
        }
        if (chance(8)) {
            daysWithoutClock = random.nextInt(5);
            counts(Event.CLOCK_STOPPED);
            return false;
        }
        return true;
    }

    /** What happens on one day. */
    void day(LocalDate today) {
        for (int i = random.nextInt(BUSY); i > 0; i--) {
            happens(today);
        }
        for (int person : mistakes.getOrDefault(today, List.of())) {
            changes(person, record(person).with(Status.ACTIVE), Event.MISTAKE_UNDONE);
        }
    }

    private void happens(LocalDate today) {
        switch (random.nextInt(rules.complement() == null ? 17 : 22)) {
            case 0, 1 -> hired(today);
            case 2 ->
                someone(
                        record -> record.end() != null || !hasLeft(record, today),
                        each -> ends(each, today.plusDays(random.nextInt(40)), Event.ENDS_AHEAD));
            case 3 -> working(today, each -> ends(each, today.minusDays(1 + random.nextInt(20)), Event.BACK_DATED));
            case 4 -> someone(record -> record.end() != null, each -> ends(each, null, Event.END_REVOKED));
            case 5 -> working(today, each -> turns(each, Status.INACTIVE, Event.TURNED_INACTIVE));
            case 6 -> working(today, each -> turns(each, Status.LEAVE, Event.ON_LEAVE));
            case 7, 8 ->
                someone(
                        record -> record.status() != Status.ACTIVE,
                        each -> turns(each, Status.ACTIVE, Event.BACK_AT_WORK));
            case 9 -> working(today, this::vanishes);
            case 10 -> someone(record -> hasLeft(record, today), each -> returns(each, today));
            case 11, 12 -> someone(record -> true, each -> moves(each, today));
            case 13 -> someone(record -> isAhead(record, today), this::isPutOff);
            case 14, 15 -> working(today, this::isRekeyed);
            case 16 -> manyTurnInactive(today);
            default -> systems.complement(random.nextInt(latest.size()), today);
        }
    }

    private void hired(LocalDate today) {
        Sent record = hire(today.plusDays(random.nextInt(40) - 10));
        counts(isAhead(record, today) ? Event.HIRED_AHEAD : Event.HIRED);
    }

    private Sent hire(LocalDate start) {
        Sent record = Sent.hired("k" + keys++, latest.size(), chance(20) ? null : start);
        latest.add(new Latest(anySource(), record));
        changes(record.person(), record);
        return record;
    }

    private void ends(int person, @Nullable LocalDate end, Event event) {
        changes(person, record(person).until(end), event);
    }

    private void turns(int person, Status status, Event event) {
        changes(person, record(person).with(status), event);
    }

    private void vanishes(int person) {
        if (systems.deletes(source(person), record(person))) {
            counts(Event.DELETED);
        }
    }

    private void returns(int person, LocalDate today) {
        Sent record = record(person).with(Status.ACTIVE).until(null);
        changes(person, record.from(today.plusDays(random.nextInt(10))), Event.REHIRED);
    }

    /** A contract ends and another begins, under another key, perhaps in another system, perhaps later. */
    private void moves(int person, LocalDate today) {
        Sent old = record(person);
        String source = anySource();
        boolean same = source.equals(source(person));
        boolean overlaps = !same && chance(2);
        if (!hasLeft(old, today) && !overlaps) {
            changes(person, old.with(Status.INACTIVE));
        }
        Sent record = Sent.hired("k" + keys++, person, today.plusDays(random.nextInt(15) - 5));
        latest.set(person, new Latest(source, record));
        changes(person, record, overlaps ? Event.OVERLAPPED : same ? Event.CONVERTED : Event.TRANSFERRED);
    }

    private void isPutOff(int person) {
        LocalDate start = record(person).start();
        if (start != null) {
            changes(
                    person,
                    record(person).from(start.plusDays(random.nextInt(20))).until(null),
                    Event.POSTPONED);
        }
    }

    private void isRekeyed(int person) {
        if (!keepsKeys && systems.deletes(source(person), record(person))) {
            changes(person, record(person).under("k" + keys++), Event.REKEYED);
        }
    }

    private void manyTurnInactive(LocalDate today) {
        List<Integer> who = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            working(today, each -> {
                turns(each, Status.INACTIVE, Event.MANY_INACTIVE);
                who.add(each);
            });
        }
        if (!chance(4)) {
            mistakes.computeIfAbsent(today.plusDays(1 + random.nextInt(6)), none -> new ArrayList<>())
                    .addAll(who);
        }
    }

    private void working(LocalDate today, IntConsumer deed) {
        someone(record -> !hasLeft(record, today), deed);
    }

    private void someone(Predicate<Sent> which, IntConsumer deed) {
        for (int i = 0; i < latest.size(); i++) {
            int person = random.nextInt(latest.size());
            if (which.test(record(person))) {
                deed.accept(person);
                return;
            }
        }
    }

    private void changes(int person, Sent record, Event event) {
        changes(person, record);
        counts(event);
    }

    private void changes(int person, Sent record) {
        latest.set(person, new Latest(source(person), record));
        systems.holds(source(person), record);
    }

    private static boolean hasLeft(Sent record, LocalDate today) {
        LocalDate end = record.end();
        LocalDate start = record.start();
        boolean earlier = end != null && start != null && end.isBefore(start);
        return record.status() == Status.INACTIVE || (end != null && !earlier && end.isBefore(today));
    }

    private static boolean isAhead(Sent record, LocalDate today) {
        LocalDate start = record.start();
        return start != null && start.isAfter(today);
    }

    private String anySource() {
        return rules.sources().get(random.nextInt(rules.sources().size()));
    }

    private String source(int person) {
        return latest.get(person).source();
    }

    private Sent record(int person) {
        return latest.get(person).record();
    }
}
