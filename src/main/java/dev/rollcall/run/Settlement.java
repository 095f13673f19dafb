package dev.rollcall.run;

import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.directory.store.Candidates;
import dev.rollcall.directory.store.Employees;
import dev.rollcall.directory.store.Managers;
import dev.rollcall.directory.store.Rejections;
import dev.rollcall.directory.store.StagedTable;
import dev.rollcall.directory.store.Strangers;
import dev.rollcall.directory.store.Touched;
import dev.rollcall.directory.store.Users;
import dev.rollcall.directory.store.WorkTable;
import dev.rollcall.plan.Planner;
import dev.rollcall.scope.Scope;
import dev.rollcall.source.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Derive, plan, judge and apply for one run, inside a transaction that holds the directory's lock.
 *
 * @param source null for a clock run, which settles what the calendar makes due in every source
 * @param staged null for a clock run
 * @param records how many there are in it
 * @param scope of the source; everybody for a clock run
 * @param absence whether whoever is not staged counts as absent
 * @param reconfigured sources that had no applying run yet since mapping or directory changed (acceptance D29)
 * @param dryRunOpenedAt null for a run that is applied
 */
record Settlement(
        JdbcTemplate sql,
        RunId run,
        DirectoryConfiguration directory,
        @Nullable String source,
        @Nullable StagedTable staged,
        long records,
        Scope scope,
        boolean absence,
        Set<String> reconfigured,
        @Nullable Instant dryRunOpenedAt,
        Instant now) {
    /** From here on, and from this part of a table, what the database knows of it is outdated at once. */
    private static final long MANY = 5_000;

    private static final long MANY_OF = 10;

    /** Makes the plan and what follows from it; the caller commits, or rolls back a dry run. */
    List<String> settle() {
        List<String> messages = new ArrayList<>();
        Touched touched = new Touched(sql, directory.directory(), staged, source);
        WorkTable.make(sql, "overlaid", "key text COLLATE \"C\" PRIMARY KEY, profile bytea NOT NULL");
        touched.byRecord(absence, records);
        if (dryRunOpenedAt != null && touched.outdated(dryRunOpenedAt)) {
            throw new RunFailure(RunCode.OUTDATED.problem(
                    source + " run=" + run,
                    "another run of the source was applied while this dry run was reading. Start it again."));
        }
        touched.byCalendar(now);
        long actions = touched.count() > 0 ? plan(touched) : 0;
        analyze("plan_action", actions);
        Judgement judgement = new Judgement(sql, directory.directory(), run);
        judgement.withholdRekeys();
        messages.addAll(judgement.hold(directory.safeguards(), source));
        HeldBefore heldBefore = new HeldBefore(sql, directory.directory(), run);
        messages.addAll(heldBefore.holdOn(source));
        judgement.withholdTakenAddresses();
        if (directory.licenses() != null) {
            judgement.withholdUnlicensed(directory.licenses());
        }
        touched.decide(run.value());
        apply(touched, actions);
        heldBefore.supersede();
        return messages;
    }

    /** Whether this is the first applying run of its source since the configuration changed. */
    boolean isReconfigured() {
        return source != null && reconfigured.contains(source);
    }

    private void analyze(String table, long changed) {
        if (changed <= MANY) {
            return;
        }
        Float known = sql.queryForObject("SELECT reltuples FROM pg_class WHERE oid = ?::regclass", Float.class, table);
        if (known == null || changed * MANY_OF > known) {
            sql.execute("ANALYZE " + table);
        }
    }

    private long plan(Touched touched) {
        Candidates candidates = new Candidates(touched);
        new Matching(directory, touched, now).match(candidates, absence);
        touched.recogniseFormer();
        touched.wholeUsers();
        touched.byDisconnection();
        PlanTable actions = new PlanTable(sql, run, directory);
        People people =
                new People(this, planner(directory), planner(directory.whereEveryLossIsHeld()), actions, touched);
        candidates.stream(people::add);
        people.close();
        return actions.flush();
    }

    private Planner planner(DirectoryConfiguration ruling) {
        return new Planner(ruling.rules(), source, reconfigured, now, new UserIds(now)::next);
    }

    private void apply(Touched touched, long actions) {
        Employees employees = new Employees(sql, directory.directory());
        Managers managers = new Managers(sql, directory.directory());
        boolean dryRun = dryRunOpenedAt != null;
        if (dryRun && !managers.areAwaited()) {
            // the plan is complete
            return;
        }
        if (staged != null && source != null) {
            employees.replace(staged, source, run.value());
            employees.depart(staged, source, run.value(), absence);
        }
        employees.link(run.value());
        analyze("employee", actions);
        managers.resolve(run.value());
        managers.planKnown(run.value());
        if (dryRun) {
            // and here it is; the rest would be rolled back
            return;
        }
        Users users = new Users(sql, directory.directory());
        users.apply(run.value(), now);
        if (staged != null && source != null && isReconfigured()) {
            users.holdUnheard(staged, source);
        }
        users.markHeld(touched, now);
        employees.markPending();
        new Rejections(sql, directory.directory()).forget(run.value(), touched, absence);
        new Strangers(sql, directory.directory()).forget(touched, absence);
        analyze("directory_user", actions);
    }
}
