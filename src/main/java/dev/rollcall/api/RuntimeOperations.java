package dev.rollcall.api;

import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.mapping.FieldCensus;
import dev.rollcall.route.SourceTriggers;
import dev.rollcall.route.SourceTriggers.Asked;
import dev.rollcall.run.Consents;
import dev.rollcall.run.Decisions;
import dev.rollcall.run.Disconnection;
import dev.rollcall.run.KeptPlans;
import dev.rollcall.run.PlanCsv;
import dev.rollcall.run.PlanUploads;
import dev.rollcall.run.Plans;
import dev.rollcall.run.Plans.Category;
import dev.rollcall.run.RunCode;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.RunLedger;
import dev.rollcall.run.SourceLedger;
import dev.rollcall.run.SourceLife;
import dev.rollcall.run.SourceLife.Stage;
import dev.rollcall.run.Trigger;
import dev.rollcall.source.Problem;
import dev.rollcall.source.RunId;
import dev.rollcall.source.SourceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The operations in the process that holds the directory. */
@Service
public class RuntimeOperations implements Operations {
    private static final Pattern NAME = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,200}");

    private final SourceViews views;
    private final SourceTriggers triggers;
    private final FileImport files;
    private final RunLedger ledger;
    private final SourceLedger sources;
    private final SourceLife life;
    private final Consents consents;
    private final Disconnection disconnection;
    private final KeptPlans keptPlans;
    private final PlanUploads uploads;
    private final Decisions decisions;
    private final Plans plans;
    private final PlanCsv csv;
    private final NoticeOperations notices;
    private final RuntimeUsers users;

    RuntimeOperations(
            SourceViews views,
            SourceTriggers triggers,
            FileImport files,
            RunLedger ledger,
            SourceLedger sources,
            SourceLife life,
            Consents consents,
            Disconnection disconnection,
            KeptPlans keptPlans,
            PlanUploads uploads,
            Decisions decisions,
            Plans plans,
            PlanCsv csv,
            NoticeOperations notices,
            RuntimeUsers users) {
        this.views = views;
        this.triggers = triggers;
        this.files = files;
        this.ledger = ledger;
        this.sources = sources;
        this.life = life;
        this.consents = consents;
        this.disconnection = disconnection;
        this.keptPlans = keptPlans;
        this.uploads = uploads;
        this.decisions = decisions;
        this.plans = plans;
        this.csv = csv;
        this.notices = notices;
        this.users = users;
    }

    @Override
    public UserOperations users() {
        return users;
    }

    @Override
    public NoticeOperations notices() {
        return notices;
    }

    @Override
    public RunView importFile(String source, String name, InputStream content, boolean dryRun) {
        SourceConfiguration configured = requireSource(source);
        boolean itsOnlyWay = views.route(source).isEmpty() && life.stage(configured) == Stage.ENABLED;
        if (!dryRun && !itsOnlyWay) {
            life.requireUsersByHand(configured.directory());
        }
        return view(files.run(source, name, content, new Trigger(Trigger.By.COMMAND, dryRun, true, false)));
    }

    @Override
    public UploadView upload(String directory, String name, InputStream content) {
        if (views.all().stream().noneMatch(source -> source.directory().equals(directory))) {
            throw ApiCode.NO_SUCH_DIRECTORY.at(
                    "directory=" + directory, "no source has this directory. See `rollcall sources`.");
        }
        try {
            return UploadView.of(directory, uploads.take(directory, name, RecordFile.rows(name, content)));
        } catch (SourceFailure unreadable) {
            throw new Refusal(unreadable.problem());
        }
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
            triggers.ask(source, new Trigger(Trigger.By.DISCOVERY, true, true, true))
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
                            : "no record has this key. It is the value of the mapping's `key`, without the source's"
                                    + " name.");
        }
        return new Discovery(source, census.records(), census.fields(), problem);
    }

    @Override
    public DecisionView release(String run, List<String> users) {
        return DecisionView.of(decisions.release(id(run), Set.copyOf(users)));
    }

    @Override
    public DecisionView reject(String run, List<String> users) {
        return DecisionView.of(decisions.reject(id(run), Set.copyOf(users)));
    }

    @Override
    public SourceView enable(String source, boolean untested, boolean unadopted) {
        life.enable(requireSource(source), untested, unadopted);
        return source(source);
    }

    @Override
    public SourceView pause(String source) {
        life.pause(requireSource(source));
        return source(source);
    }

    @Override
    public SourceView resume(String source) {
        life.resume(requireSource(source));
        return source(source);
    }

    @Override
    public DisconnectionView disconnect(String source, boolean removeUsers) {
        SourceConfiguration configured = requireSource(source);
        if (removeUsers) {
            RunId plan = disconnection.removeUsers(configured).run();
            return new DisconnectionView(source(source), 0, view(plan));
        }
        long unlinked = disconnection.keepUsers(configured);
        return new DisconnectionView(source(source), unlinked, null);
    }

    @Override
    public ConsentView consent(String source) {
        return new ConsentView(
                Consents.TEXT,
                Consents.VERSION,
                consents.given(requireSource(source)).orElse(null));
    }

    @Override
    public ConsentView accept(String source, String by) {
        if (!NAME.matcher(by).matches()) {
            throw ApiCode.BAD_REQUEST.at("by", "expected the name of whoever accepts, up to 200 characters.");
        }
        return new ConsentView(Consents.TEXT, Consents.VERSION, consents.accept(requireSource(source), by.strip()));
    }

    @Override
    public boolean writePlan(String run, Category category, OutputStream out) throws IOException {
        RunId id = planned(run);
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
        return plans.rejections(planned(run));
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

    /** The id of a run whose plan can be read still. */
    public RunId planned(String run) {
        RunId id = existing(run);
        keptPlans.requireKept(id);
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

    @Override
    public List<SourceView> sources() {
        return views.all();
    }

    /** Something wrong with a source that no run of it met: shown with the source until a run succeeds. */
    public void report(String source, Problem problem) {
        sources.report(requireSource(source), problem);
    }

    /** One source. */
    public SourceView source(String source) {
        return views.one(source);
    }

    private SourceConfiguration requireSource(String source) {
        return views.require(source);
    }
}
