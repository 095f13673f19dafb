package dev.rollcall.company;

import dev.rollcall.company.Rules.Leaving;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one person should be on one day, by everything that is known of him. */
record Judge(Rules rules) {

    /**
     * @param source that was heard; null when only time went by
     * @param vanished records that were in it before
     */
    Wish wish(Person person, @Nullable String source, Set<Job> vanished, LocalDate today) {
        // whoever does not work here claims nobody, and a complement creates nobody (D20)
        List<Job> open = person.jobs(job -> !job.his()
                && !job.hasLeft(rules, today)
                && (isComplement(job) ? person.isUser && job.source().equals(source) : isHeard(job, source, person)));
        List<Job> his = new ArrayList<>(person.jobs(Job::his));
        List<Job> doubled = open.stream()
                .filter(job -> his.stream()
                        .anyMatch(other -> other.source().equals(job.source())
                                && (!other.hasLeft(rules, today) || vanished.contains(other))))
                .toList();
        List<Job> joining = open.stream().filter(job -> !doubled.contains(job)).toList();
        his.addAll(joining);
        @Nullable
        Job by = his.stream()
                .filter(job -> !isComplement(job))
                .min(order(person, today))
                .orElse(null);
        boolean takesPart = takesPart(person, by, today);
        // whoever waits for his first day is asked about again on that day
        boolean waits = doubled.stream().anyMatch(job -> job.works(rules, today) || !rules.preHiresWait());
        boolean created = by != null && !(by.isAhead(today) && rules.preHiresWait());
        return new Wish(
                person,
                by,
                by == null ? person.hasAccess : hasAccess(person.hasAccess, by, today),
                takesPart,
                created,
                shown(person.number, his),
                person.jobs(job -> !isComplement(job)).stream()
                        .flatMap(job -> job.turns(rules, takesPart, today).stream())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                person.isUser || created ? joining : List.of(),
                waits,
                waits && his.stream().anyMatch(vanished::contains));
    }

    /** A record that is not his yet speaks of him as long as somebody works under it. */
    boolean speaks(Job job, LocalDate today) {
        return job.his() || !job.hasLeft(rules, today);
    }

    /** Whether the run of a record's source looks at the person though nothing changed. */
    boolean looksAgain(Person person, Job job, LocalDate today) {
        boolean waits = person.waits.contains(job.source()) || person.isDue(today);
        return (waits && speaks(job, today)) || (!job.his() && isComplement(job));
    }

    private static boolean isHeard(Job job, @Nullable String source, Person person) {
        return source == null
                ? !person.waits.contains(job.source())
                : job.source().equals(source);
    }

    private boolean hasAccess(boolean had, Job by, LocalDate today) {
        if (by.works(rules, today) || !by.hasLeft(rules, today)) {
            return by.works(rules, today); // hired for later: not before the start date (D37)
        }
        Leaving answer = by.there() ? rules.whenInactive() : rules.whenAbsent();
        boolean keeps = answer == Leaving.NOTHING || answer == Leaving.TOGGLE;
        // status and end date are two triggers, whichever takes access first (D10, D24)
        return had && keeps && !by.ended(today);
    }

    /** By the status under toggle-participation (D9); else it begins once, and is a person's matter from then on. */
    private boolean takesPart(Person person, @Nullable Job by, LocalDate today) {
        boolean toggles = rules.whenInactive() == Leaving.TOGGLE;
        if (by == null || !by.works(rules, today)) {
            boolean ends = toggles && by != null && by.there() && !by.ended(today);
            return person.takesPart && !ends;
        }
        boolean begun = !by.takesPartFrom(rules).isAfter(today);
        return toggles ? begun : begun || person.takesPart;
    }

    /** The complement's values as long as it knows him. */
    private String shown(int number, List<Job> his) {
        return his.stream()
                .filter(job -> isComplement(job) && job.there())
                .map(job -> job.record().email() + " " + job.record().title())
                .findFirst()
                .orElse("p" + number + "@example.com");
    }

    boolean isComplement(Job job) {
        return job.source().equals(rules.complement());
    }

    /** Whoever is employed counts, the source that stands first before the others; else the latest start, else who has not left, else who led (D20). */
    private Comparator<Job> order(Person person, LocalDate today) {
        return Comparator.comparing((Job job) -> !job.works(rules, today))
                .thenComparing(job -> job.works(rules, today) ? LocalDate.MAX : job.start(), Comparator.reverseOrder())
                .thenComparingInt(job -> rules.sources().indexOf(job.source()))
                .thenComparing(job -> job.hasLeft(rules, today))
                .thenComparing(job -> !job.id().equals(person.ledBy))
                .thenComparing(job -> job.record().key());
    }
}
