package dev.rollcall.company;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who should have access, found the slow and plain way: everybody is judged anew by what is known of him.
 *
 * <p>It knows the decisions of the acceptance list by their numbers and nothing of the engine.
 */
final class Oracle {
    private final Rules rules;
    private final Judge judge;
    private final int others;
    private final SortedMap<Integer, Person> people = new TreeMap<>();
    /** What is held, by the plan that shows it. */
    private final Map<String, Set<Wish>> plans = new LinkedHashMap<>();

    /** @param others who have access, and whom no source knows: each has a license (D27) */
    Oracle(Rules rules, int others) {
        this.rules = rules;
        this.judge = new Judge(rules);
        this.others = others;
    }

    /** Everybody with access, and what is seen of him. */
    SortedMap<Integer, String> seen() {
        SortedMap<Integer, String> all = new TreeMap<>();
        people().stream().filter(person -> person.hasAccess).forEach(person -> all.put(person.number, person.seen()));
        return all;
    }

    Collection<Person> people() {
        return people.values();
    }

    /** Somebody looks at the calendar (D6, D37). */
    void passes(Instant now) {
        settles(who(person -> person.isDue(today(now))), null, Set.of(), today(now));
    }

    /** A source delivers. A broken fetch says nothing (D15). */
    void hears(Fetch fetch, Instant now) {
        if (fetch.kind() == Fetch.Kind.BROKEN) {
            return;
        }
        String source = fetch.source();
        LocalDate today = today(now);
        Set<Person> meant = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        for (Sent record : fetch.records()) {
            Person person = people.computeIfAbsent(record.person(), number -> new Person(number, rules));
            Job known = person.jobs.get(source + ":" + record.key());
            Job job = new Job(source, record, true, known != null && known.his());
            seen.add(job.id());
            // of a damaged record only leaving is heard (D16, D18)
            if (record.damaged() ? known != null && Job.leaves(record, rules, today) : !job.equals(known)) {
                person.jobs.put(job.id(), job);
                if (judge.speaks(job, today)) {
                    meant.add(person);
                }
            }
        }
        Set<Job> vanished = new HashSet<>();
        // only a proved whole says who is absent (D15), and none where a record has no key (D19)
        if (fetch.kind() == Fetch.Kind.FULL && !fetch.keyless()) {
            people().forEach(person -> person.jobs.replaceAll((id, job) -> {
                if (!job.source().equals(source) || !job.there() || seen.contains(id)) {
                    return job;
                }
                if (job.his()) {
                    meant.add(person);
                }
                vanished.add(job.absent());
                return job.absent();
            }));
        }
        meant.addAll(who(person -> person.jobs(job -> job.source().equals(source)).stream()
                .anyMatch(job -> judge.looksAgain(person, job, today))));
        settles(meant, source, vanished, today);
    }

    /** A person releases all that is held, as it was shown, plan by plan. */
    void releases() {
        List.copyOf(plans.keySet()).forEach(plan -> {
            List<Wish> held = Objects.requireNonNull(plans.remove(plan)).stream()
                    .filter(wish -> wish.equals(wish.person().held))
                    .toList();
            Set<Wish> unlicensed = unlicensed(held, Set.of());
            unlicensed.forEach(wish -> wish.person().losesSeat());
            held.stream()
                    .filter(wish -> !unlicensed.contains(wish))
                    .forEach(wish -> wish.person().becomes(wish));
        });
    }

    /** His data is gone: whoever comes back is somebody new (D34). */
    void forgets(int number) {
        people.computeIfPresent(number, (same, person) -> person.forgotten());
    }

    /** @param source that was heard; null when only time went by */
    private void settles(Set<Person> meant, @Nullable String source, Set<Job> vanished, LocalDate today) {
        List<Wish> wishes = meant.stream()
                .map(person -> judge.wish(person, source, vanished, today))
                .toList();
        Set<Wish> held = held(wishes, source);
        plans.remove(String.valueOf(source));
        plans.put(source == null ? "clock " + today : source, held);
        Set<Wish> kept = wishes.stream()
                .filter(wish -> (wish.loses() && wish.rekeyed()) || held.contains(wish))
                .collect(Collectors.toSet());
        Set<Wish> unlicensed = unlicensed(
                wishes.stream()
                        .filter(wish -> wish.loses() || !held.contains(wish))
                        .toList(),
                kept);
        for (Wish wish : wishes) {
            Person person = wish.person();
            person.awaitsSeat = unlicensed.contains(wish);
            boolean waits = kept.contains(wish) || person.awaitsSeat;
            if (waits) {
                person.stays(wish, held.contains(wish), today);
            } else {
                person.becomes(wish);
                person.waits.remove(String.valueOf(source));
            }
            if (waits || wish.doubled()) {
                person.awaits(source == null ? Objects.requireNonNull(wish.by()).source() : source);
            }
        }
    }

    /** Losses beyond the limit (D3, re-keys included), and beside them creates that are unusually many (D23). */
    private Set<Wish> held(List<Wish> wishes, @Nullable String source) {
        List<Wish> losses = wishes.stream().filter(Wish::loses).toList();
        boolean tooMany = rules.mostLosses() != null && losses.size() > rules.mostLosses();
        Set<Wish> held = losses.stream()
                .filter(wish -> !wish.rekeyed() && (tooMany || staysHeld(wish, source)))
                .collect(Collectors.toSet());
        List<Wish> creates = wishes.stream()
                .filter(wish -> !wish.person().isUser && wish.created())
                .toList();
        long base = people().stream()
                .filter(person -> person.hasAccess && (source == null || person.ledBy.startsWith(source + ":")))
                .count();
        if (tooMany && creates.size() * 10L > base) {
            held.addAll(creates);
        }
        return held;
    }

    /** Whoever waits for a release goes on waiting when another than his own source is heard. */
    private static boolean staysHeld(Wish wish, @Nullable String source) {
        return wish.person().held != null
                && (wish.by() == null || !wish.by().source().equals(source));
    }

    /** Beyond the licenses those stay out who start last (D12); a loss that is held frees none (D13, D27). */
    private Set<Wish> unlicensed(List<Wish> wishes, Set<Wish> kept) {
        if (rules.licenses() == null) {
            return Set.of();
        }
        long freed = wishes.stream()
                .filter(wish -> wish.person().hasAccess && !wish.access() && !kept.contains(wish))
                .count();
        return wishes.stream()
                .filter(Wish::gains)
                .sorted(Comparator.comparing(Wish::by, Job.BY_START))
                .skip(Math.max(0, rules.licenses() - others - seen().size() + freed))
                .collect(Collectors.toSet());
    }

    private Set<Person> who(Predicate<Person> which) {
        return people().stream().filter(which).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static LocalDate today(Instant now) {
        return now.atZone(Job.ZONE).toLocalDate();
    }
}
