package dev.rollcall.api;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.mapping.FieldCensus;
import dev.rollcall.route.SourceTriggers;
import dev.rollcall.route.SourceTriggers.Asked;
import dev.rollcall.route.SourceTriggers.Status;
import dev.rollcall.run.Decisions;
import dev.rollcall.run.PlanCsv;
import dev.rollcall.run.Plans;
import dev.rollcall.run.Plans.Category;
import dev.rollcall.run.RunCode;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.RunLedger;
import dev.rollcall.run.SourceLedger;
import dev.rollcall.run.SourceLedger.SourceState;
import dev.rollcall.run.Trigger;
import dev.rollcall.source.Problem;
import dev.rollcall.source.RunId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The operations in the process that holds the directory. */
@Service
public class RuntimeOperations implements Operations {
    private final Configuration configuration;
    private final SourceTriggers triggers;
    private final FileImport files;
    private final RunLedger ledger;
    private final SourceLedger sources;
    private final Decisions decisions;
    private final Plans plans;
    private final PlanCsv csv;

    RuntimeOperations(
            Configuration configuration,
            SourceTriggers triggers,
            FileImport files,
            RunLedger ledger,
            SourceLedger sources,
            Decisions decisions,
            Plans plans,
            PlanCsv csv) {
        this.configuration = configuration;
        this.triggers = triggers;
        this.files = files;
        this.ledger = ledger;
        this.sources = sources;
        this.decisions = decisions;
        this.plans = plans;
        this.csv = csv;
    }

    @Override
    public RunView importFile(String source, String name, InputStream content, boolean dryRun) {
        requireSource(source);
        return view(files.run(source, name, content, new Trigger(Trigger.By.COMMAND, dryRun, true, false)));
    }

    /** Asks the source's route for a run, and does not wait. */
    public Asked ask(String source, RunRequest request, Trigger.By by) {
        requireSource(source);
        return triggers.ask(source, new Trigger(by, request.dryRun(), request.full(), request.allowEmpty()));
    }

    @Override
    public RunView run(String source, RunRequest request) {
        Asked asked = ask(source, request, Trigger.By.COMMAND);
        try {
            RunId run = asked.opened().join().id();
            // a run that fails says so in the ledger
            asked.outcome().handle((summary, failure) -> run).join();
            return view(run);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RunFailure failure ? failure : e;
        }
    }

    @Override
    public Discovery discover(String source, @Nullable String reference) {
        FieldCensus census = new FieldCensus(requireSource(source).mapping(), reference);
        Problem problem = null;
        SourceTriggers.Looking looking = triggers.look(source, census);
        try {
            triggers.ask(source, new Trigger(Trigger.By.COMMAND, true, true, true))
                    .outcome()
                    .join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof RunFailure failure)) {
                throw e;
            }
            if (census.records() == 0) {
                throw failure;
            }
            problem = failure.problem();
        } finally {
            looking.close();
        }
        if (census.records() == 0) {
            throw ApiCode.NO_RECORD.at(
                    "source=" + source,
                    reference == null
                            ? "the source sent no record."
                            : "no record has this key. It is the value of the mapping's `key`, without the source's name.");
        }
        return new Discovery(source, census.records(), census.fields(), problem);
    }

    @Override
    public DecisionView release(String run) {
        return DecisionView.of(decisions.release(id(run)));
    }

    @Override
    public DecisionView reject(String run) {
        return DecisionView.of(decisions.reject(id(run)));
    }

    @Override
    public SourceView enable(String source) {
        sources.enable(requireSource(source));
        return source(source);
    }

    @Override
    public boolean writePlan(String run, Category category, OutputStream out) throws IOException {
        RunId id = existing(run);
        if (!plans.has(id, category)) {
            return false;
        }
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv.write(id, category, writer);
        writer.flush();
        return true;
    }

    @Override
    public List<Problem> rejections(String run) {
        return plans.rejections(existing(run));
    }

    /** One run, as far as it has come. */
    public RunView view(RunId run) {
        return ledger.find(run).map(RunView::of).orElseThrow(() -> noSuchRun(run.value()));
    }

    /** The id of a run there is. */
    public RunId existing(String run) {
        RunId id = id(run);
        if (ledger.find(id).isEmpty()) {
            throw noSuchRun(run);
        }
        return id;
    }

    private static RunId id(String run) {
        return new RunId(run);
    }

    private static RunFailure noSuchRun(String run) {
        return new RunFailure(new Problem(
                "run=" + run,
                RunCode.NO_SUCH_RUN.id(),
                "there is no such run. See the directory's runs for their names."));
    }

    /** Every source that has a mapping, in the order of the names. */
    public List<SourceView> sources() {
        return configuration.sources().keySet().stream()
                .sorted()
                .map(this::source)
                .toList();
    }

    /** Something wrong with a source that no run of it met: shown with the source until a run succeeds. */
    public void report(String source, Problem problem) {
        sources.report(requireSource(source), problem);
    }

    /** One source. */
    public SourceView source(String source) {
        SourceConfiguration configured = requireSource(source);
        SourceState state = sources.state(configured.directory(), source);
        Optional<Status> route = triggers.sources().stream()
                .filter(status -> status.source().equals(source))
                .findFirst();
        return new SourceView(
                source,
                configured.title(),
                configured.directory(),
                state.enabled() || configured.enabled(),
                route.map(status ->
                                status.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse("no-route"),
                route.map(Status::missing).orElse(List.of()),
                route.map(Status::nextRunAt).orElse(null),
                state.lastSuccessAt(),
                state.lastProblem(),
                state.lastProblemAt());
    }

    private SourceConfiguration requireSource(String source) {
        SourceConfiguration found = configuration.sources().get(source);
        if (found == null) {
            throw ApiCode.NO_SUCH_SOURCE.at(
                    "source=" + source,
                    "no mapping names this source. Known: "
                            + String.join(
                                    ", ",
                                    configuration.sources().keySet().stream()
                                            .sorted()
                                            .toList()) + ".");
        }
        return found;
    }
}
