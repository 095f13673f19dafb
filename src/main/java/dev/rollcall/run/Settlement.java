package dev.rollcall.run;

import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.DirectoryConfiguration.Adoption;
import dev.rollcall.correlation.Correlation;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.directory.store.CandidateRow;
import dev.rollcall.directory.store.Candidates;
import dev.rollcall.directory.store.Employees;
import dev.rollcall.directory.store.Managers;
import dev.rollcall.directory.store.StagedTable;
import dev.rollcall.directory.store.Users;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.plan.Candidate;
import dev.rollcall.plan.Planner;
import dev.rollcall.source.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Derive, plan, judge and apply for one run, inside a transaction that holds the directory's lock.
 *
 * @param source null for a clock run, which settles what the calendar makes due in every source
 * @param staged null for a clock run
 * @param absence whether whoever is not staged counts as absent
 */
record Settlement(
        JdbcTemplate sql,
        RunId run,
        DirectoryConfiguration directory,
        @Nullable String source,
        @Nullable StagedTable staged,
        boolean absence,
        boolean configurationChanged,
        Instant now) {
    /** From here on what the database knows of its tables is outdated at once, and not only some time later. */
    private static final long MANY = 5_000;

    /** Makes the plan and everything that follows from it; the caller commits or rolls back. */
    List<String> settle() {
        List<String> messages = new ArrayList<>();
        Candidates candidates = new Candidates(sql, directory.directory());
        sql.execute("""
                CREATE TEMP TABLE overlaid (key text COLLATE "C" PRIMARY KEY, profile bytea NOT NULL) ON COMMIT DROP""");
        if (staged != null && source != null) {
            candidates.touchStaged(staged, source, absence);
            if (candidates.outdated(staged)) {
                throw new RunFailure(RunCode.OUTDATED.problem(
                        source + " run=" + run,
                        "another run of the source was applied while this dry run was reading. Start it again."));
            }
        }
        candidates.touchDue(staged, source, now);
        boolean many = candidates.count() > 0 && plan(candidates) > MANY;
        if (many) {
            sql.execute("ANALYZE plan_action");
        }
        Judgement judgement = new Judgement(sql, directory.directory(), run);
        judgement.withholdRekeys();
        String held = judgement.holdRemovals(directory.safeguards(), source);
        if (held != null) {
            messages.add(held);
        }
        judgement.withholdTakenAddresses();
        apply();
        if (many) {
            sql.execute("ANALYZE employee, directory_user");
        }
        return messages;
    }

    private long plan(Candidates candidates) {
        Planner planner = new Planner(
                directory.lifecycle(),
                directory.adoption() == Adoption.AUTOMATIC,
                configurationChanged,
                now,
                new UserIds(now)::next);
        PlanTable actions = new PlanTable(sql, run);
        candidates.stream(staged, row -> planner.plan(candidate(row)).ifPresent(actions::add));
        return actions.flush();
    }

    private Candidate candidate(CandidateRow row) {
        Evidence evidence = evidence(row);
        return new Candidate(
                row.source(),
                row.key(),
                evidence,
                profile(row),
                Correlation.match(row.linked(), row.byExternalId(), row.byEmail(), directory.match()));
    }

    private Evidence evidence(CandidateRow row) {
        if (row.stagedKind() == null) {
            boolean missing = absence && row.source().equals(source) && row.evidence() == Evidence.PRESENT;
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
        Profile overlaid = new Profile(values);
        sql.update("INSERT INTO overlaid VALUES (?, ?)", row.key(), ProfileCodec.encode(overlaid));
        return overlaid;
    }

    private void apply() {
        Employees employees = new Employees(sql, directory.directory());
        if (staged != null && source != null) {
            employees.replace(staged, source, run.value());
            employees.depart(staged, source, run.value(), absence);
        }
        Managers managers = new Managers(sql, directory.directory());
        managers.resolve(run.value());
        managers.planKnown(run.value());
        Users users = new Users(sql, directory.directory());
        users.apply(run.value(), now);
        users.markHeld(run.value(), source, now);
        employees.markPending(run.value());
    }
}
