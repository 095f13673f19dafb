package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.mapping.MappedPage;
import dev.rollcall.run.RunLedger.Entry;
import dev.rollcall.run.RunSummary.Counts;
import dev.rollcall.run.RunSummary.State;
import dev.rollcall.run.SourceLedger.SourceState;
import dev.rollcall.source.Problem;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Runs as the ledger in PostgreSQL keeps them: one applying run of a source at a time, in whichever process. */
@Service
class SettlingRuns implements Runs {
    private static final Logger LOG = LoggerFactory.getLogger(SettlingRuns.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Map<RunId, OpenRun> open = new ConcurrentHashMap<>();
    private final Map<RunId, PageStager> stagers = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Configuration configuration;
    private final ReadingFrom readingFrom;
    private final RunLedger ledger;
    private final SourceLedger sources;
    private final Staging staging;
    private final PlanArchive archive;
    private final Admission admission;
    private final Settling settling;
    private final Instance instance;
    private final RunMetrics metrics;
    private final JdbcTemplate sql;
    private final Clock clock;

    SettlingRuns(
            Configuration configuration,
            RunLedger ledger,
            SourceLedger sources,
            Staging staging,
            PlanArchive archive,
            Admission admission,
            Settling settling,
            Instance instance,
            RunMetrics metrics,
            JdbcTemplate sql,
            Clock clock) {
        this.configuration = configuration;
        this.readingFrom = new ReadingFrom(configuration);
        this.ledger = ledger;
        this.sources = sources;
        this.staging = staging;
        this.archive = archive;
        this.admission = admission;
        this.settling = settling;
        this.instance = instance;
        this.metrics = metrics;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Opening open(String source, Trigger trigger) {
        SourceConfiguration configured = configuration.source(source);
        return open(configured, configuration.directory(configured.directory()), trigger);
    }

    /** The same, under rules of its own. */
    Opening open(SourceConfiguration configured, DirectoryConfiguration directory, Trigger trigger) {
        String source = configured.source();
        endOrphans(configured.directory(), source);
        staging.dropEnded();
        UUID owner = instance.id();
        try {
            Opening opening = admission.open(
                    configured, directory.terms(), trigger, state -> write(configured, trigger, state, owner));
            if (opening instanceof Opening.Opened opened) {
                begin(opened.run(), configured, directory);
            }
            return opening;
        } catch (DuplicateKeyException e) {
            LOG.debug("a run of {} is under way", source, e);
            return new Opening.Refused(RunCode.UNDER_WAY.problem(
                    source, "a run of this source is under way. Wait until it has ended; see the source's runs."));
        }
    }

    private Run write(SourceConfiguration configured, Trigger trigger, SourceState state, UUID owner) {
        Instant now = clock.instant();
        Run run = new Run(
                id(configured.source(), now),
                configured.source(),
                configured.directory(),
                trigger.full() ? null : readingFrom.of(configured, state, now),
                now,
                trigger.dryRun() || (!state.enabled() && trigger.by() != Trigger.By.DISCONNECTION),
                trigger.allowEmpty());
        ledger.open(run, owner, trigger, configured.digest());
        return run;
    }

    private void begin(Run run, SourceConfiguration configured, DirectoryConfiguration directory) {
        staging.create(run.id());
        OpenRun opened = new OpenRun(run, configured, directory, sources.referenceKey(configured.directory()));
        open.put(run.id(), opened);
        stagers.put(run.id(), new PageStager(opened, keys -> known(run, keys)));
        LOG.info(
                "run opened  source={} run={}{}{}",
                run.source(),
                run.id(),
                run.watermark() == null ? " full" : " delta",
                run.dryRun() ? " dry" : "");
    }

    private RunId id(String source, Instant now) {
        return new RunId("%s-%s-%08x".formatted(source, STAMP.format(now), random.nextInt()));
    }

    /** A run whose process is dead will never end by itself. */
    private void endOrphans(String directory, String source) {
        for (Entry entry : ledger.unfinished(directory, source)) {
            RunId run = entry.summary().run();
            if (!open.containsKey(run) && !instance.isAlive(ledger.owner(run))) {
                end(
                        run,
                        RunCode.INTERRUPTED.problem(
                                source + " run=" + run,
                                "the process that ran it ended in the middle. Nothing was changed by it; the next run"
                                        + " reads everything again."));
            }
        }
    }

    private Map<String, byte[]> known(Run run, Set<String> keys) {
        Map<String, byte[]> digests = new HashMap<>();
        sql.query(
                "SELECT key, digest FROM employee WHERE directory = ? AND source = ? AND key = ANY (?)",
                row -> {
                    digests.put(row.getString("key"), row.getBytes("digest"));
                },
                run.directory(),
                run.source(),
                keys.toArray(new String[0]));
        return digests;
    }

    private OpenRun opened(RunId run) {
        OpenRun found = open.get(run);
        if (found == null) {
            throw new RunFailure(
                    RunCode.NOT_OPEN.problem("run=" + run, "the run is not open. It ended, or was never opened here."));
        }
        return found;
    }

    @Override
    public void stage(MappedPage page) {
        OpenRun run = opened(page.run());
        run.expect(page.number());
        PageStager stager = stagers.get(page.run());
        if (stager == null) {
            throw new IllegalStateException("an open run without its stager");
        }
        staging.write(page.run(), stager.stage(page));
        run.staged(page.results().size());
    }

    @Override
    public void accept(SnapshotEnd end) {
        OpenRun run = opened(end.run());
        if (end.snapshot() instanceof Snapshot.Broken broken) {
            throw new RunFailure(broken.problem());
        }
        run.close(end);
        listProblems(end.run());
        if (!ledger.move(end.run(), instance.id(), State.OPEN, State.STAGED)) {
            throw new RunFailure(RunCode.TAKEN_OVER.problem(
                    run.where(), "the run is not ours any more; another process ended it. Nothing was changed."));
        }
    }

    private void listProblems(RunId run) {
        PageStager stager = stagers.get(run);
        List<Problem> problems = stager == null ? List.of() : stager.takeProblems();
        List<Object[]> rows = problems.stream()
                .map(problem -> new Object[] {run.value(), problem.where(), problem.code(), problem.message()})
                .toList();
        sql.batchUpdate("INSERT INTO rejection (run, record, code, message) VALUES (?, ?, ?, ?)", rows);
    }

    @Override
    public RunSummary settle(RunId run) {
        OpenRun found = opened(run);
        RunSummary summary;
        try {
            found.end();
            summary = settling.settle(found);
        } catch (RunFailure e) {
            end(run, e.problem());
            throw e;
        } catch (RuntimeException e) {
            Problem problem = RunCode.DATABASE.problem(
                    found.where(),
                    "the plan could not be settled (" + e.getClass().getSimpleName()
                            + "). Nothing was changed; see whether the database is up, and start the run again.");
            end(run, problem);
            throw new RunFailure(problem, e);
        }
        metrics.settled(summary);
        forget(run);
        LOG.info(
                "run {}  source={} run={} created={} updated={} removed={} held={} withheld={} rejected={}",
                summary.state().name().toLowerCase(Locale.ROOT),
                summary.source(),
                run,
                summary.counts().created(),
                summary.counts().updated(),
                summary.counts().removed(),
                summary.counts().held(),
                summary.counts().withheld(),
                summary.counts().rejected());
        summary.messages().forEach(message -> LOG.warn("run={}: {}", run, message));
        return summary;
    }

    @Override
    public RunSummary nothingNew(RunId run) {
        OpenRun found = opened(run);
        RunSummary summary = new RunSummary(
                run,
                found.run.source(),
                found.run.directory(),
                found.run.dryRun() ? State.PLANNED : State.APPLIED,
                new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0),
                List.of("the source had nothing new"));
        ledger.endNothingNew(summary, clock.instant());
        sources.reached(found.run, clock.instant());
        forget(run);
        LOG.info("run ended, nothing new  source={} run={}", summary.source(), run);
        return summary;
    }

    @Override
    public void abort(RunId run, Problem why) {
        listProblems(run);
        end(run, why);
    }

    private void end(RunId run, Problem why) {
        if (ledger.fail(run, why, clock.instant())) {
            metrics.failed(
                    ledger.find(run).map(entry -> entry.summary().source()).orElse("unknown"));
            LOG.error("run failed  run={}: {}", run, why);
        }
        forget(run);
    }

    private void forget(RunId run) {
        open.remove(run);
        stagers.remove(run);
        staging.drop(run);
        archive.drop(run);
    }
}
