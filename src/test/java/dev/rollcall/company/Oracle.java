package dev.rollcall.company;

import dev.rollcall.company.Rules.Leaving;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who should have access, found the slow and plain way: everybody is judged anew at every moment by what is known of him.
 *
 * <p>It knows the decisions of the acceptance list by their numbers and nothing of the engine.
 */
final class Oracle {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final Rules rules;
    /** By source and key. */
    private final Map<String, Job> jobs = new HashMap<>();

    private final Set<Integer> access = new HashSet<>();

    Oracle(Rules rules) {
        this.rules = rules;
    }

    /** What is known of somebody in one source: the last record that could be used, and whether he is still there. */
    private record Job(String source, Sent record, boolean there) {}

    /** Addresses of everybody with access. */
    SortedSet<String> access() {
        SortedSet<String> addresses = new TreeSet<>();
        access.forEach(person -> addresses.add(Sent.email(person)));
        return addresses;
    }

    /** What it knows of one person, for the message of a test. */
    String about(String address) {
        return (access().contains(address) ? "should have access: " : "should have none: ")
                + jobs.values().stream()
                        .filter(job -> job.record().email().equals(address))
                        .toList();
    }

    /** A source delivers. A broken fetch says nothing (D15). */
    void hears(Fetch fetch, Instant now) {
        if (fetch.kind() == Fetch.Kind.BROKEN) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Sent record : fetch.records()) {
            String id = fetch.source() + ":" + record.key();
            seen.add(id);
            if (!record.damaged()) {
                jobs.put(id, new Job(fetch.source(), record, true));
            } else if (jobs.containsKey(id) && leaves(record, now)) {
                jobs.put(id, new Job(fetch.source(), record, true)); // leaving is heard all the same (D16, D18)
            }
        }
        // only a proved whole says who is absent (D15), and none where a record has no key (D19)
        if (fetch.kind() == Fetch.Kind.FULL && !fetch.keyless()) {
            jobs.replaceAll((id, job) -> job.source().equals(fetch.source()) && !seen.contains(id)
                    ? new Job(job.source(), job.record(), false)
                    : job);
        }
        passes(now);
    }

    /** Time goes by: access follows the calendar without any source (D6, D37). */
    void passes(Instant now) {
        Map<Integer, List<Job>> people = new HashMap<>();
        jobs.values()
                .forEach(job -> people.computeIfAbsent(job.record().person(), none -> new ArrayList<>())
                        .add(job));
        people.forEach((person, all) -> {
            if (has(all, access.contains(person), now)) {
                access.add(person);
            } else {
                access.remove(person);
            }
        });
    }

    private boolean has(List<Job> all, boolean had, Instant now) {
        Job counts = all.stream().min(order(now)).orElseThrow();
        if (works(counts, now)) {
            return true;
        }
        if (isAhead(counts, now) && !hasLeft(counts, now)) {
            return false; // hired for later: not before the start date (D37)
        }
        Leaving answer = counts.there() ? rules.whenInactive() : rules.whenAbsent();
        boolean keeps = answer == Leaving.NOTHING || answer == Leaving.TOGGLE;
        // status and end date are two triggers, whichever takes access first (D10, D24)
        return had && keeps && !ended(counts.record(), now);
    }

    /** Whoever is employed counts; else the latest start; else the source that stands first (D20). */
    private Comparator<Job> order(Instant now) {
        return Comparator.comparing((Job job) -> !works(job, now))
                .thenComparing(job -> start(job.record()), Comparator.reverseOrder())
                .thenComparingInt(job -> rules.sources().indexOf(job.source()))
                .thenComparing(job -> job.record().key());
    }

    private boolean works(Job job, Instant now) {
        return !hasLeft(job, now) && !isAhead(job, now);
    }

    private boolean hasLeft(Job job, Instant now) {
        return !job.there() || leaves(job.record(), now);
    }

    private boolean leaves(Sent record, Instant now) {
        boolean inactive = switch (record.status()) {
            case ACTIVE -> false;
            case LEAVE -> rules.leaveIsInactive();
            case INACTIVE -> true;
        };
        return inactive || ended(record, now);
    }

    /** The end date is the last day with access (D6); one before the start is of an earlier time (D24). */
    private static boolean ended(Sent record, Instant now) {
        LocalDate end = record.end();
        return end != null && !end.isBefore(start(record)) && today(now).isAfter(end);
    }

    private static boolean isAhead(Job job, Instant now) {
        return start(job.record()).isAfter(today(now));
    }

    private static LocalDate start(Sent record) {
        @Nullable LocalDate start = record.start();
        return start == null ? LocalDate.MIN : start;
    }

    private static LocalDate today(Instant now) {
        return now.atZone(ZONE).toLocalDate();
    }
}
