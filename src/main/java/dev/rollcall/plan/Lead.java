package dev.rollcall.plan;

import dev.rollcall.correlation.Precedence;
import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.User;
import dev.rollcall.employee.Attribute;
import dev.rollcall.lifecycle.Lifecycle;
import dev.rollcall.lifecycle.LifecyclePolicy;
import dev.rollcall.lifecycle.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose status and dates count among a user's employments, and whose values (acceptance D20).
 *
 * <p>Status and dates come whole from one: the employed one, else the one with the latest start, else the first by
 * precedence. Two employed at once that no precedence ranks are a conflict: whoever managed the user goes on managing
 * him, the other waits (row 16).
 *
 * @param employment null when only complements speak of the person
 * @param values employments whose values count, the leading one first
 * @param challengers employed as well, and nobody says who leads
 * @param turnsAt when one of the standings changes next by the calendar
 */
record Lead(
        @Nullable Employment employment,
        @Nullable Standing standing,
        List<Employment> values,
        List<Employment> challengers,
        @Nullable Instant turnsAt) {

    private record Placed(Employment employment, Standing standing) {
        boolean employed() {
            return standing instanceof Standing.Employed;
        }
    }

    static Lead of(
            @Nullable User user,
            List<Employment> employments,
            LifecyclePolicy policy,
            Precedence precedence,
            Instant now) {
        List<Placed> placed = new ArrayList<>();
        for (Employment each : employments) {
            if (each.isAuthoritative()) {
                placed.add(new Placed(
                        each, Lifecycle.standing(each.evidence(), each.source(), each.profile(), policy, now)));
            }
        }
        placed.sort(order(user == null ? null : user.externalId(), precedence));
        List<Placed> employed = placed.stream().filter(Placed::employed).toList();
        boolean ranked = employed.size() < 2
                || precedence.ranks(employed.stream()
                        .map(each -> each.employment().source())
                        .toList());
        List<Employment> challengers = ranked
                ? List.of()
                : employed.stream().skip(1).map(Placed::employment).toList();
        @Nullable Placed first = placed.isEmpty() ? null : placed.getFirst();
        return new Lead(
                first == null ? null : first.employment(),
                first == null ? null : first.standing(),
                values(employments, placed, challengers),
                challengers,
                placed.stream()
                        .map(each -> each.standing().turnsAt())
                        .filter(at -> at != null && at.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static List<Employment> values(
            List<Employment> employments, List<Placed> placed, List<Employment> challengers) {
        List<Employment> values = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            Employment each = placed.get(i).employment();
            boolean counts = i == 0 || !(placed.get(i).standing() instanceof Standing.Left);
            if (counts && each.evidence() == Evidence.PRESENT && !challengers.contains(each)) {
                values.add(each);
            }
        }
        employments.stream()
                .filter(each -> !each.isAuthoritative() && each.evidence() == Evidence.PRESENT)
                .forEach(values::add);
        return values;
    }

    private static Comparator<Placed> order(@Nullable String incumbent, Precedence precedence) {
        return Comparator.comparing(
                        (Placed each) -> each.employed() ? LocalDate.MAX : start(each), Comparator.reverseOrder())
                .thenComparingInt(each -> precedence.rank(each.employment().source()))
                // of two records of one hire ahead, the one whose key is gone says nothing
                .thenComparing(each -> each.standing() instanceof Standing.Left)
                .thenComparing(each -> !each.employment().externalId().equals(incumbent))
                .thenComparing(each -> each.employment().source())
                .thenComparing(each -> each.employment().key());
    }

    private static LocalDate start(Placed placed) {
        return placed.employment().profile().date(Attribute.START_DATE).orElse(LocalDate.MIN);
    }
}
