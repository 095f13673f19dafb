package dev.rollcall.route;

import dev.rollcall.mapping.MappedPage;
import dev.rollcall.run.Run;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.RunSummary;
import dev.rollcall.run.RunSummary.Counts;
import dev.rollcall.run.RunSummary.State;
import dev.rollcall.run.Runs;
import dev.rollcall.run.Trigger;
import dev.rollcall.source.Problem;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Runs that remember what was asked of them, in the order it was asked. */
public class FakeRuns implements Runs {
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<RunId, Run> open = new ConcurrentHashMap<>();
    private final Map<RunId, Integer> pages = new ConcurrentHashMap<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<MappedPage> staged = new CopyOnWriteArrayList<>();
    private final List<SnapshotEnd> ends = new CopyOnWriteArrayList<>();
    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Instant watermark;

    /** Everything that was asked of runs of the source, such as {@code stage 0}. */
    public List<String> events(String source) {
        return events.stream()
                .filter(event -> event.startsWith(source + " "))
                .map(event -> event.substring(source.length() + 1))
                .toList();
    }

    public List<MappedPage> staged() {
        return staged;
    }

    public SnapshotEnd lastEnd() {
        return ends.getLast();
    }

    public List<Problem> problems() {
        return problems;
    }

    public void watermark(@Nullable Instant since) {
        watermark = since;
    }

    /** Makes an operation of the source's runs fail: {@code stage}, {@code accept} or {@code settle}. */
    public void fail(String source, String operation) {
        failing.add(source + " " + operation);
    }

    public void reset() {
        List.of(events, staged, ends, problems).forEach(List::clear);
        failing.clear();
        watermark = null;
    }

    @Override
    public Opening open(String source, Trigger trigger) {
        if (open.values().stream().anyMatch(run -> run.source().equals(source))) {
            return new Opening.Refused(new Problem(source, "RUN-001", "a run is under way"));
        }
        Run run = new Run(
                new RunId(source + "-" + ids.incrementAndGet()),
                source,
                "people",
                trigger.full() ? null : watermark,
                Instant.now(),
                trigger.dryRun(),
                trigger.allowEmpty());
        open.put(run.id(), run);
        pages.put(run.id(), 0);
        events.add(source + " open" + (trigger.dryRun() ? " dry" : "") + (trigger.full() ? " full" : ""));
        return new Opening.Opened(run);
    }

    @Override
    public void stage(MappedPage page) {
        say(page.run(), "stage " + page.number());
        failIfAsked(page.run(), "stage");
        int expected = pages.merge(page.run(), 1, Integer::sum) - 1;
        if (page.number() != expected) {
            throw new RunFailure(new Problem("fake", "RUN-003", "expected page " + expected));
        }
        staged.add(page);
    }

    @Override
    public void accept(SnapshotEnd end) {
        ends.add(end);
        say(end.run(), "accept");
        failIfAsked(end.run(), "accept");
        if (end.snapshot() instanceof Snapshot.Broken broken) {
            throw new RunFailure(broken.problem());
        }
        if (end.pages() != pages.getOrDefault(end.run(), 0)) {
            throw new RunFailure(new Problem("fake", "RUN-004", "pages are missing"));
        }
    }

    @Override
    public RunSummary settle(RunId id) {
        say(id, "settle");
        failIfAsked(id, "settle");
        return summary(id, List.of());
    }

    @Override
    public RunSummary nothingNew(RunId id) {
        say(id, "nothing new");
        return summary(id, List.of("nothing new"));
    }

    @Override
    public void abort(RunId id, Problem why) {
        say(id, "abort " + why.code());
        problems.add(why);
        open.remove(id);
    }

    private RunSummary summary(RunId id, List<String> messages) {
        Run run = run(id);
        open.remove(id);
        return new RunSummary(
                id,
                run.source(),
                run.directory(),
                run.dryRun() ? State.PLANNED : State.APPLIED,
                new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0),
                new ArrayList<>(messages));
    }

    private void failIfAsked(RunId id, String operation) {
        if (failing.contains(run(id).source() + " " + operation)) {
            if (operation.equals("settle")) {
                open.remove(id);
            }
            throw new RunFailure(new Problem("fake", "RUN-999", operation + " fails"));
        }
    }

    private void say(RunId id, String what) {
        events.add(run(id).source() + " " + what);
    }

    private Run run(RunId id) {
        Run run = open.get(id);
        if (run == null) {
            throw new IllegalStateException(id + " is not open");
        }
        return run;
    }
}
