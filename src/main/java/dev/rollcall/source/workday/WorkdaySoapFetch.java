package dev.rollcall.source.workday;

import dev.rollcall.source.DistinctIds;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Outline;
import dev.rollcall.source.Page;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiFetch;
import dev.rollcall.source.api.ApiRefusal;
import dev.rollcall.source.api.ApiRequest;
import dev.rollcall.source.api.ReadPages;
import dev.rollcall.source.api.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Workday's workers over SOAP, page by page, all as they were known when the fetch began.
 *
 * <p>First whose employment ends within the look-ahead; then everybody, or who changed and whose change of another day
 * becomes effective; at last, one by one, those the answers so far do not tell enough of ({@link People}).
 *
 * <p>Complete is what has as many distinct profiles as Workday counts. A count that moves, that is missing or that nobody
 * reached proves nothing; in a delta it fails the run, since what did not come would never come again.
 */
public final class WorkdaySoapFetch implements ApiFetch {
    /** An event of a day begins at midnight of the tenant's zone, which may be hours away. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final WorkdaySettings settings;
    private final GetWorkers requests;
    private final Outline outline;
    private final ReadPages pages;
    private final Instant fetchBegan;
    private final boolean delta;
    private final People people;
    private final Deque<Ask> asks = new ArrayDeque<>();
    private final List<String> doubts = new ArrayList<>();
    private final DistinctIds profiles = new DistinctIds();
    private @Nullable Ask ask;
    private int page = 1;
    private long total = WorkersPage.UNKNOWN;
    private long everybody = WorkersPage.UNKNOWN;

    /**
     * Pages to be fetched.
     *
     * @param outline what of a worker is kept
     * @param changedSince null: everybody
     * @param fetchBegan the moment of entry all pages are read as of, and the next watermark
     */
    public WorkdaySoapFetch(
            RunId run, WorkdaySettings settings, Outline outline, @Nullable Instant changedSince, Instant fetchBegan) {
        this.settings = settings;
        this.outline = outline.and(Worker.READS);
        this.pages = new ReadPages(run);
        this.fetchBegan = fetchBegan;
        this.delta = changedSince != null;
        this.requests = new GetWorkers(settings, fetchBegan);
        LocalDate today = day(fetchBegan);
        this.people = new People(today, delta);
        Instant ahead = fetchBegan.plus(settings.lookAhead());
        if (ahead.isAfter(fetchBegan)) {
            asks.add(Ask.effective(Ask.What.LOOK_AHEAD, day(ahead), new Ask.Range(fetchBegan, ahead)));
        }
        if (changedSince == null) {
            asks.add(Ask.everybody(today));
        } else {
            asks.add(Ask.updated(today, new Ask.Range(changedSince, fetchBegan)));
            Ask.Range due = new Ask.Range(changedSince.minus(OVERLAP), fetchBegan);
            asks.add(Ask.effective(Ask.What.WORKERS, today, due));
        }
        ask = asks.poll();
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(settings.zone()).toLocalDate();
    }

    @Override
    public boolean hasNext() {
        return ask != null;
    }

    @Override
    public ApiRequest next() {
        if (ask == null) {
            throw new IllegalStateException("there is no other request");
        }
        return ApiRequest.post(
                settings.humanResources(),
                Map.of("Accept", "text/xml", "Content-Type", "text/xml; charset=utf-8"),
                requests.envelope(ask, page));
    }

    @Override
    public Iterator<Page> read(ApiAnswer answer) {
        answer.on("page " + page).require("xml");
        Ask asked = ask;
        if (asked == null) {
            throw new IllegalStateException("nothing was asked");
        }
        WorkersPage read = WorkersPage.read(where(), answer.content(), outline);
        requireJobs(read);
        boolean any = requireNew(read);
        count(read);
        List<Worker> known = new ArrayList<>();
        for (Worker each : read.workers()) {
            people.meet(asked.what(), each).ifPresent(known::add);
        }
        goOn(read, any);
        List<Page> made = new ArrayList<>();
        add(made, known);
        if (ask == null) {
            if (people.lost() > 0) {
                doubts.add("%,d workers did not come when they were asked for again".formatted(people.lost()));
            }
            people.rest(settings.pageSize()).forEach(rest -> add(made, rest));
        }
        return made.iterator();
    }

    private void add(List<Page> made, List<Worker> workers) {
        if (!workers.isEmpty()) {
            List<SourceRecord> records = new ArrayList<>(workers.size());
            for (Worker each : workers) {
                records.add(new SourceRecord.Xml(each.tree(), new Origin(pages.name(), records.size() + 1L)));
            }
            made.add(pages.page(records));
        }
    }

    /** Titles and departments of another version's layout would be blank, and nobody would know why. */
    private void requireJobs(WorkersPage read) {
        if (read.workers().stream().noneMatch(Worker::hasJobs)
                && read.workers().stream().anyMatch(Worker::isOfOldLayout)) {
            throw failure(
                    SourceCode.API_UNEXPECTED,
                    "the answer has the layout of versions before v30, as v21 (Position_Data without Worker_Job_Data), in"
                            + " which the mapping finds no job. Set `version` to v30.0 or later.");
        }
    }

    /** A worker who comes again counts once; a page of none but those is an earlier page. */
    private boolean requireNew(WorkersPage read) {
        boolean any = false;
        for (Worker each : read.workers()) {
            any |= profiles.add(each.wid());
        }
        if (!any && !read.workers().isEmpty()) {
            throw failure(
                    SourceCode.API_REPEATED,
                    "everybody on it came on an earlier page, so others are missing. Start the run again.");
        }
        return any;
    }

    private void count(WorkersPage read) {
        if (read.totalResults() != WorkersPage.UNKNOWN) {
            if (total != WorkersPage.UNKNOWN && total != read.totalResults()) {
                doubts.add("Workday's count moved from %,d to %,d between the pages"
                        .formatted(total, read.totalResults()));
            }
            total = read.totalResults();
        }
    }

    /** To the next page, however short this one was; without a number of pages until there is nobody. */
    private void goOn(WorkersPage read, boolean any) {
        boolean last = read.totalPages() == WorkersPage.UNKNOWN ? !any : page >= read.totalPages();
        if (!last) {
            page++;
            return;
        }
        close();
        ask = asks.poll();
        if (ask == null) {
            asks.addAll(people.again(settings.pageSize()));
            ask = asks.poll();
        }
        page = 1;
        total = WorkersPage.UNKNOWN;
        profiles.clear();
    }

    private void close() {
        Ask asked = ask;
        if (total != WorkersPage.UNKNOWN && total != profiles.size()) {
            doubts.add("Workday counts %,d workers, and %,d came".formatted(total, profiles.size()));
        } else if (total == WorkersPage.UNKNOWN && !delta && asked != null && asked.what() == Ask.What.WORKERS) {
            doubts.add("Workday did not say how many workers there are");
        }
        if (asked != null && asked.what() == Ask.What.WORKERS) {
            everybody = profiles.size();
        }
    }

    private String where() {
        return settings.source() + " " + (ask == null ? "" : ask.what().label() + " ") + "page " + page;
    }

    private SourceFailure failure(SourceCode code, String message) {
        return new SourceFailure(code.at(where(), message));
    }

    @Override
    public SnapshotEnd end() {
        return pages.end(snapshot(), fetchBegan);
    }

    /** In a delta, what did not come would never come again: it fails, and the watermark stays. */
    private Snapshot snapshot() {
        String doubt = String.join("; ", doubts);
        if (delta) {
            return doubts.isEmpty()
                    ? new Snapshot.Delta()
                    : new Snapshot.Broken(
                            SourceCode.API_UNEXPECTED.at(settings.source(), doubt + ". Start the run again."));
        }
        return doubts.isEmpty() ? new Snapshot.Full(new Proof.Counted(everybody)) : new Snapshot.Unproven(doubt);
    }

    @Override
    public ApiRefusal explain(ApiAnswer answer) {
        return WorkdayFault.explain(answer);
    }

    @Override
    public Secret secret() {
        return settings.password();
    }
}
