package dev.rollcall.source.successfactors;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One employment of a person, and the row of its job that holds today.
 *
 * @param job null where none is sent: few attributes exist before a hire
 */
record Employment(
        JsonNode node,
        @Nullable JsonNode job,
        LocalDate today,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn) {
    /** Active, unpaid leave, paid leave: at work in the sense of SAP note 2505526. */
    private static final Set<String> AT_WORK = Set.of("A", "U", "P");

    private static final String GLOBAL_ASSIGNMENT = "GA";

    /**
     * The order in which a person's employments are asked; their order in the answer means nothing.
     *
     * <p>Working now, else hired for later, else ended. Among those working the standard assignment comes before a global
     * one, and of concurrent ones the longest; of those to come the first; of those that ended the last, and a dormant one
     * that has not ended before all that have.
     */
    private static final Comparator<Employment> ORDER = Comparator.comparingInt(Employment::phase)
            .thenComparing(each -> each.phase() == 2 && each.hasEnded())
            .thenComparing(each -> !each.isStandard())
            .thenComparingLong(Employment::distance)
            .thenComparing(Employment::userId);

    static Employment of(JsonNode node, LocalDate today) {
        return new Employment(
                node,
                EffectiveRows.at(today, node.path("jobInfoNav")),
                today,
                EffectiveRows.day(node, "startDate"),
                EffectiveRows.day(node, "endDate"));
    }

    /** The one that says how the person stands. */
    static Employment chosen(List<Employment> all) {
        return all.size() == 1 ? all.getFirst() : Collections.min(all, ORDER);
    }

    private int phase() {
        if (isAhead()) {
            return 1;
        }
        return AT_WORK.contains(status()) && !hasEnded() ? 0 : 2;
    }

    private long distance() {
        long start = startsOn == null ? 0 : startsOn.toEpochDay();
        return phase() == 2 ? -start : start;
    }

    private boolean isStandard() {
        return !GLOBAL_ASSIGNMENT.equals(node.path("assignmentClass").asText());
    }

    private boolean isAhead() {
        return startsOn != null && startsOn.isAfter(today);
    }

    private boolean hasEnded() {
        return endsOn != null && endsOn.isBefore(today);
    }

    String userId() {
        return node.path("userId").asText();
    }

    /** The external code of the job's status; empty where there is none. */
    private String status() {
        return job == null ? "" : job.path("emplStatusNav").path("externalCode").asText("");
    }

    /** The status's code; {@code pending} before the hire where no job is sent yet; null when it is unknown. */
    @Nullable
    String decidedStatus() {
        String code = status();
        if (!code.isEmpty()) {
            return code;
        }
        return job == null && isAhead() ? "pending" : null;
    }

    /**
     * The person's last day: a conversion, a transfer or a return from abroad goes on in the next employment without a day
     * between, and ends nothing.
     *
     * @return null when no end is known
     */
    @Nullable
    LocalDate lastDay(List<Employment> all) {
        LocalDate last = endsOn;
        for (int i = 0; last != null && !last.isBefore(today) && i < all.size(); i++) {
            for (Employment next : all) {
                if (last != null && next.goesOnAfter(last)) {
                    last = next.endsOn;
                }
            }
        }
        return last;
    }

    private boolean goesOnAfter(LocalDate day) {
        boolean later = endsOn == null || endsOn.isAfter(day);
        return later && startsOn != null && !startsOn.isAfter(day.plusDays(1)) && !decidedlyOver();
    }

    /** A discarded or terminated one without an end date goes nowhere. */
    private boolean decidedlyOver() {
        return !isAhead() && Set.of("T", "O", "R").contains(status());
    }
}
