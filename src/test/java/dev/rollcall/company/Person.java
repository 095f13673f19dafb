package dev.rollcall.company;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody as he should be now. */
final class Person {
    final int number;
    private final Rules rules;
    boolean isUser;
    boolean hasAccess;
    boolean takesPart;
    boolean awaitsSeat;
    int gained;
    int lost;
    int links;
    /** What waits for a release. */
    @Nullable
    Wish held;
    /** Sources in whose every run he is looked at again. */
    final Set<String> waits = new HashSet<>();

    /** What sources say of him, by source and key. */
    final SortedMap<String, Job> jobs = new TreeMap<>();

    /** The record that counted last. */
    String ledBy = "";

    private String shown = "";
    private @Nullable LocalDate due;

    Person(int number, Rules rules) {
        this.number = number;
        this.rules = rules;
    }

    String seen() {
        return shown + (takesPart ? "" : ", takes no part");
    }

    List<Job> jobs(Predicate<Job> which) {
        return jobs.values().stream().filter(which).toList();
    }

    boolean isDue(LocalDate today) {
        return due != null && !due.isAfter(today);
    }

    void becomes(Wish wish) {
        gained += wish.gains() ? 1 : 0;
        lost += hasAccess && !wish.access() ? 1 : 0;
        isUser |= wish.created();
        hasAccess = wish.access();
        takesPart = wish.takesPart();
        shown = wish.shown();
        due = wish.due();
        ledBy = wish.by() == null ? ledBy : wish.by().id();
        held = null;
        wish.links().forEach(job -> jobs.computeIfPresent(job.id(), (id, now) -> now.linked()));
        links += wish.links().size();
        waitsOnlyWithStrangers();
    }

    /** What was held is let go, and there is no license for it. */
    void losesSeat() {
        held = null;
        awaitsSeat = true;
    }

    Person forgotten() {
        isUser = false;
        takesPart = false;
        ledBy = "";
        waitsOnlyWithStrangers();
        jobs.replaceAll((id, job) -> new Job(job.source(), job.record(), job.there(), false));
        return this;
    }

    /**
     * A user who waits is due when something changes: of a loss not by the calendar, of anything else on the day that he
     * would be due without it. The records of one who is none keep their days.
     */
    void stays(Wish wish, boolean isHeld, LocalDate today) {
        held = isHeld ? wish : null;
        if (isUser && !wish.loses() && wish.due() != null && !jobs(Job::his).isEmpty()) {
            due = wish.due();
        } else {
            due = isDue(today) ? (isUser ? null : wish.due()) : due;
        }
    }

    void awaits(String source) {
        if (isUser) {
            waitsOnlyWithStrangers();
        }
        waits.add(source);
    }

    /** Whoever was looked at as a whole waits nowhere, but for records that are not his yet and may become his. */
    private void waitsOnlyWithStrangers() {
        waits.removeIf(source -> jobs(job -> job.source().equals(source) && !job.his() && job.isOpen(rules))
                .isEmpty());
    }

    @Override
    public String toString() {
        return number + (isUser ? " user" : " no user") + (hasAccess ? ", should have access" : ", should have none")
                + " due=" + due + " waits=" + waits + (held == null ? "" : " held")
                + (awaitsSeat ? " awaits a seat" : "") + " " + jobs.values();
    }
}
