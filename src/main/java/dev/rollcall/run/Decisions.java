package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.directory.store.Rejections;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.run.RunLedger.Entry;
import dev.rollcall.run.RunSummary.State;
import dev.rollcall.source.RunId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person decides about a held plan: release it, or reject it. */
@Service
public class Decisions {
    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

    private final Configuration configuration;
    private final RunLedger ledger;
    private final Settling settling;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Decisions(
            Configuration configuration,
            RunLedger ledger,
            Settling settling,
            JdbcTemplate sql,
            TransactionTemplate transaction,
            Clock clock) {
        this.configuration = configuration;
        this.ledger = ledger;
        this.settling = settling;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * How a decision ended.
     *
     * @param decided actions applied by a release, or rejected
     * @param skipped actions whose user, or what is said of him, changed since; the next run plans them anew
     */
    public record Decision(RunId run, long decided, long skipped) {}

    /** Applies all that is held. */
    public Decision release(RunId run) {
        return release(run, Set.of());
    }

    /** Keeps everybody whose action is held. */
    public Decision reject(RunId run) {
        return reject(run, Set.of());
    }

    /**
     * Applies what is held in a plan, or what a rejection suppressed, as it was shown.
     *
     * @param users external ids of those it is applied for; empty: everybody
     *
     * @throws RunFailure when the plan is neither held nor rejected, was made under another configuration, or has nothing
     *     of one of the users to decide
     */
    public Decision release(RunId run, Set<String> users) {
        return decide(run, entry -> {
            requireSameConfiguration(entry);
            requireWaiting(run, users, State.HELD, State.REJECTED);
            return new Release(
                            sql, configuration.directories().get(entry.summary().directory()), clock.instant())
                    .of(entry, users);
        });
    }

    /**
     * Keeps the users of a held plan as they are, and those who are none from becoming some, until what their source says
     * of them changes (acceptance D30).
     *
     * @param users external ids of those who stay; empty: everybody
     *
     * @throws RunFailure when the plan is not held, or holds nothing of one of the users
     */
    public Decision reject(RunId run, Set<String> users) {
        return decide(run, entry -> {
            if (entry.summary().state() != State.HELD) {
                throw notHeld(run, entry);
            }
            requireWaiting(run, users, State.HELD);
            new Rejections(sql, entry.summary().directory()).remember(run.value(), users);
            long rejected = sql.update(
                    "UPDATE plan_action SET state = 'REJECTED' WHERE run = ? AND state = 'HELD'" + Release.OF_THESE,
                    run.value(),
                    users.isEmpty(),
                    Release.names(users));
            return new Decision(run, rejected, 0);
        });
    }

    private Decision decide(RunId run, Function<Entry, Decision> decision) {
        Decision made = transaction.execute(status -> {
            Entry seen = entry(run);
            settling.lock(seen.summary().directory());
            Entry entry = entry(run);
            State state = entry.summary().state();
            if (state != State.HELD && state != State.REJECTED) {
                throw notHeld(run, entry);
            }
            Decision result = decision.apply(entry);
            sql.update(
                    "UPDATE plan_action SET obstacle = ? WHERE run = ? AND state = 'HELD'",
                    Obstacle.UNDECIDED.name(),
                    run.value());
            State left = has(run, State.HELD) ? State.HELD : has(run, State.REJECTED) ? State.REJECTED : State.APPLIED;
            sql.update(
                    "UPDATE run SET state = ?, decided_at = ? WHERE id = ?",
                    left.name(),
                    Timestamp.from(clock.instant()),
                    run.value());
            return result;
        });
        if (made == null) {
            throw new IllegalStateException("a decision without a result");
        }
        LOG.info("plan decided  run={} decided={} skipped={}", run, made.decided(), made.skipped());
        return made;
    }

    private boolean has(RunId run, State state) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "SELECT EXISTS (SELECT FROM plan_action WHERE run = ? AND state = ?)",
                Boolean.class,
                run.value(),
                state.name()));
    }

    private Entry entry(RunId run) {
        return ledger.find(run)
                .orElseThrow(() -> new RunFailure(RunCode.NO_SUCH_RUN.problem(
                        "run=" + run, "there is no such run. See the directory's runs for their names.")));
    }

    private void requireWaiting(RunId run, Set<String> users, State... states) {
        List<String> waiting = sql.queryForList(
                "SELECT source || ':' || key FROM plan_action WHERE run = ? AND state = ANY (?)"
                        + " AND source || ':' || key = ANY (?)",
                String.class,
                run.value(),
                Arrays.stream(states).map(State::name).toArray(String[]::new),
                Release.names(users));
        List<String> others =
                users.stream().filter(user -> !waiting.contains(user)).sorted().toList();
        if (!others.isEmpty()) {
            throw new RunFailure(RunCode.NOT_IN_PLAN.problem(
                    "run=" + run,
                    "nothing in the plan waits for a decision about " + String.join(", ", others)
                            + ". Nothing was changed; users are named by external id, as /api/runs/" + run
                            + "/plan lists them."));
        }
    }

    /** What is planned by a disconnection is planned without the source's configuration, which may be gone. */
    private void requireSameConfiguration(Entry entry) {
        RunId run = entry.summary().run();
        if (ledger.askedBy(run) == Trigger.By.DISCONNECTION) {
            return;
        }
        String source = entry.summary().source();
        boolean ofClock = source.equals("clock");
        Optional<String> now = ofClock
                ? Optional.ofNullable(
                                configuration.directories().get(entry.summary().directory()))
                        .map(DirectoryConfiguration::digest)
                : Optional.ofNullable(configuration.sources().get(source)).map(SourceConfiguration::digest);
        if (now.isEmpty()) {
            throw new RunFailure(RunCode.CONFIGURATION_CHANGED.problem(
                    "run=" + run,
                    "%s any more, and the plan was made under it. Nothing was changed; put the file back to release the plan, or keep the users: `rollcall reject %s`."
                            .formatted(
                                    ofClock
                                            ? "no file describes the directory "
                                                    + entry.summary().directory()
                                            : "no mapping names the source " + source,
                                    run)));
        }
        if (!now.get().equals(entry.configDigest())) {
            throw new RunFailure(RunCode.CONFIGURATION_CHANGED.problem(
                    "run=" + run,
                    "the plan was made under another configuration than the one in force. Nothing was changed; %s and decide on its plan."
                            .formatted(ofClock ? "wait for the calendar's next run" : "start the source's run again")));
        }
    }

    private static RunFailure notHeld(RunId run, Entry entry) {
        return new RunFailure(RunCode.NOT_HELD.problem(
                "run=" + run,
                "the run is " + entry.summary().state() + ", and only a held plan can be decided. A newer run may have"
                        + " taken its place: see the source's runs."));
    }
}
