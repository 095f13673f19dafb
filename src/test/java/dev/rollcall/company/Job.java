package dev.rollcall.company;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody in one source: the last record that could be used, and whether he is still there.
 *
 * @param his whether it counts for his user already; a link once made stays (D2)
 */
record Job(String source, Sent record, boolean there, boolean his) {
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    /** Who starts first, stands first (D12). */
    static final Comparator<Job> BY_START = Comparator.comparing(
                    (Job job) -> job.record().start() == null)
            .thenComparing(Job::start)
            .thenComparing(Job::id);

    String id() {
        return source + ":" + record.key();
    }

    Job absent() {
        return new Job(source, record, false, his);
    }

    Job linked() {
        return new Job(source, record, there, true);
    }

    /** Whether its source still says that there is something to be had. */
    boolean isOpen(Rules rules) {
        return there && !isInactive(record, rules);
    }

    boolean works(Rules rules, LocalDate today) {
        return !hasLeft(rules, today) && !isAhead(today);
    }

    boolean hasLeft(Rules rules, LocalDate today) {
        return !there || leaves(record, rules, today);
    }

    static boolean leaves(Sent record, Rules rules, LocalDate today) {
        return isInactive(record, rules) || ended(record, today);
    }

    private static boolean isInactive(Sent record, Rules rules) {
        return switch (record.status()) {
            case ACTIVE -> false;
            case LEAVE -> rules.leaveIsInactive();
            case INACTIVE -> true;
        };
    }

    boolean isAhead(LocalDate today) {
        return start().isAfter(today);
    }

    boolean ended(LocalDate today) {
        return ended(record, today);
    }

    /** The end date is the last day with access (D6); one before the start is of an earlier time (D24). */
    private static boolean ended(Sent record, LocalDate today) {
        LocalDate end = end(record);
        return end != null && today.isAfter(end);
    }

    private static @Nullable LocalDate end(Sent record) {
        LocalDate start = record.start();
        LocalDate end = record.end();
        return end == null || (start != null && end.isBefore(start)) ? null : end;
    }

    LocalDate start() {
        @Nullable LocalDate start = record.start();
        return start == null ? LocalDate.MIN : start;
    }

    /** The first day of participation (D5). */
    LocalDate takesPartFrom(Rules rules) {
        @Nullable LocalDate start = record.start();
        return start == null ? LocalDate.MIN : start.plusMonths(rules.participationMonths());
    }

    /** Days on which the calendar may change something about it. */
    List<LocalDate> turns(Rules rules, boolean takesPart, LocalDate today) {
        LocalDate end = end(record);
        List<LocalDate> days = new ArrayList<>();
        if (hasLeft(rules, today) || !isAhead(today)) {
            if (end != null) {
                days.add(end.plusDays(1));
            }
            if (!hasLeft(rules, today) && !takesPart) {
                days.add(takesPartFrom(rules));
            }
        } else {
            days.add(start());
        }
        days.removeIf(day -> !day.isAfter(today));
        return days;
    }
}
