package dev.rollcall.run;

import dev.rollcall.correlation.MatchKey;
import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Employment.Tie;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.directory.User;
import dev.rollcall.directory.store.CandidateRow;
import dev.rollcall.directory.store.Touched;
import dev.rollcall.directory.store.UserKeys;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.plan.Candidate;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Planner;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the marked employees of one user together, and plans for one person at a time while they stream. */
final class People {
    private final Settlement settlement;
    private final Planner planner;
    private final Planner leaving;
    private final PlanTable actions;
    private final List<CandidateRow> group = new ArrayList<>();
    private final Batch awaited;
    private final Batch scheduled;
    private final Batch keys;
    private final Batch overlaid;

    /** @param leaving plans for those who are to leave with a source that was disconnected */
    People(Settlement settlement, Planner planner, Planner leaving, PlanTable actions, Touched touched) {
        this.settlement = settlement;
        this.planner = planner;
        this.leaving = leaving;
        this.actions = actions;
        this.awaited = new Batch(touched::await);
        this.scheduled = new Batch(touched::schedule);
        this.keys =
                new Batch(new UserKeys(settlement.sql(), settlement.directory().directory())::add);
        this.overlaid = new Batch(rows -> settlement.sql().batchUpdate("INSERT INTO overlaid VALUES (?, ?)", rows));
    }

    void add(CandidateRow row) {
        User user = row.user();
        if (!group.isEmpty()) {
            User former = group.getFirst().user();
            if (user == null || former == null || !user.id().equals(former.id())) {
                plan();
            }
        }
        group.add(row);
    }

    /** Called once, after the last row. */
    void close() {
        if (!group.isEmpty()) {
            plan();
        }
        awaited.flush();
        scheduled.flush();
        keys.flush();
        overlaid.flush();
    }

    private void plan() {
        CandidateRow first = group.getFirst();
        User user = first.user();
        List<Employment> employments = group.stream().map(this::employment).toList();
        Plan plan = (first.leaves() ? leaving : planner)
                .plan(new Candidate(user, employments, first.previousUser(), first.keptAgainst()));
        plan.actions().forEach(actions::add);
        if (user != null && backfills()) {
            MatchKey.of(user.profile(), settlement.directory().match())
                    .forEach(
                            key -> keys.add(new Object[] {settlement.directory().directory(), key, user.id()}));
        }
        if (plan.waiting() || (user == null && plan.next() != null)) {
            group.forEach(row -> awaited.add(
                    new Object[] {row.source(), row.key(), user == null ? timestamp(plan.next()) : null, plan.waiting()
                    }));
        }
        if (user != null && isScheduled(plan) && !Objects.equals(plan.next(), user.nextTransitionAt())) {
            scheduled.add(new Object[] {user.id(), timestamp(plan.next())});
        }
        group.clear();
    }

    /** What is wanted of a user whom a source has already may come to wait for a person, and the calendar does not. */
    private boolean isScheduled(Plan plan) {
        if (plan.actions().isEmpty()) {
            return true;
        }
        return plan.next() != null
                && group.stream().anyMatch(row -> row.tie() == null)
                && plan.actions().stream().noneMatch(action -> action.losesAccess() || action.removes());
    }

    /** Users from before the directory matched by numbers or names have no such keys yet. */
    private boolean backfills() {
        return settlement.isReconfigured() && settlement.directory().matchesByKeys();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private Employment employment(CandidateRow row) {
        Evidence evidence = evidence(row);
        Tie tie = row.tie();
        return new Employment(
                row.source(),
                row.key(),
                settlement.directory().role(row.source()),
                evidence,
                profile(row),
                tie != null ? tie : row.user() == null ? Tie.NONE : Tie.LINKED,
                row.origin(),
                evidence == Evidence.OUT_OF_SCOPE ? clause(row.clause()) : null);
    }

    private @Nullable String clause(@Nullable Integer number) {
        return number == null ? null : settlement.scope().clause(number).orElse("filter " + (number + 1));
    }

    private Evidence evidence(CandidateRow row) {
        if (row.stagedKind() == null) {
            boolean missing = settlement.absence()
                    && row.source().equals(settlement.source())
                    && row.evidence() == Evidence.PRESENT;
            return missing ? Evidence.ABSENT : Objects.requireNonNull(row.evidence());
        }
        return switch (row.stagedKind()) {
            case "accepted", "left" -> Evidence.PRESENT;
            case "gone" -> Evidence.GONE;
            case "out-of-scope" -> Evidence.OUT_OF_SCOPE;
            default -> Objects.requireNonNull(row.evidence());
        };
    }

    private Profile profile(CandidateRow row) {
        Profile staged = row.staged();
        if (staged == null) {
            return row.known();
        }
        if (!"left".equals(row.stagedKind())) {
            return staged;
        }
        // only status and dates could be read: the rest stays what it was (D18)
        TreeMap<String, Value> values = new TreeMap<>(row.known().values());
        for (Map.Entry<String, Value> entry : staged.values().entrySet()) {
            values.put(entry.getKey(), entry.getValue());
        }
        Profile whole = new Profile(values);
        overlaid.add(new Object[] {row.key(), ProfileCodec.encode(whole)});
        return whole;
    }
}
