package dev.rollcall.source.workday;

import dev.rollcall.source.Outline;
import dev.rollcall.source.Page;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiFetch;
import dev.rollcall.source.api.ApiRefusal;
import dev.rollcall.source.api.ApiRequest;
import dev.rollcall.source.api.ReadPages;
import dev.rollcall.source.api.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The rows of a custom report, read while they arrive: a report has no pages, and may be larger than memory.
 *
 * <p>It does not say how many rows there are; that it is well-formed to its end, and not much shorter than the last one,
 * is all the proof there is.
 */
public final class WorkdayReportFetch implements ApiFetch {
    static final int ROWS_ON_A_PAGE = 500;

    private final ReportSettings settings;
    private final Outline outline;
    private final ReadPages pages;
    private boolean asked;
    private boolean finished;

    public WorkdayReportFetch(RunId run, ReportSettings settings, Outline outline) {
        this.settings = settings;
        this.outline = outline;
        this.pages = new ReadPages(run);
    }

    @Override
    public boolean hasNext() {
        return !asked;
    }

    @Override
    public ApiRequest next() {
        boolean json = settings.format() == ReportSettings.Format.JSON;
        return ApiRequest.get(
                        settings.address(),
                        Map.of(
                                "Accept",
                                json ? "application/json" : "text/xml",
                                "Authorization",
                                settings.login().header()))
                .asStream();
    }

    @Override
    public Iterator<Page> read(ApiAnswer answer) {
        asked = true;
        PushbackInputStream content = new PushbackInputStream(answer.content());
        if (isEmpty(content)) {
            finished = true;
            return Collections.emptyIterator();
        }
        answer.on(pages.name()).require(settings.format() == ReportSettings.Format.JSON ? "json" : "xml");
        return new Pages(rows(content));
    }

    private boolean isEmpty(PushbackInputStream content) {
        try {
            int first = content.read();
            while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
                first = content.read();
            }
            if (first >= 0) {
                content.unread(first);
            }
            return first < 0;
        } catch (IOException broken) {
            throw ReportRows.broken(settings.source());
        }
    }

    private ReportRows rows(InputStream content) {
        return switch (settings.format()) {
            case JSON -> new JsonReportRows(settings.source(), content);
            case XML -> new XmlReportRows(settings.source(), content, outline);
        };
    }

    /** Reads a page when it is asked for, and no further. */
    private final class Pages implements Iterator<Page> {
        private final ReportRows rows;
        private List<SourceRecord> ready = List.of();

        Pages(ReportRows rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            if (ready.isEmpty() && !finished) {
                ready = read();
            }
            return !ready.isEmpty();
        }

        private List<SourceRecord> read() {
            List<SourceRecord> read = new ArrayList<>(ROWS_ON_A_PAGE);
            while (read.size() < ROWS_ON_A_PAGE) {
                SourceRecord row = rows.next(pages.name(), read.size() + 1);
                if (row == null) {
                    finished = true;
                    break;
                }
                read.add(row);
            }
            return read;
        }

        @Override
        public Page next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<SourceRecord> read = ready;
            ready = List.of();
            return pages.page(read);
        }
    }

    @Override
    public SnapshotEnd end() {
        Snapshot snapshot = finished
                ? new Snapshot.Full(new Proof.Stable())
                : new Snapshot.Broken(
                        SourceCode.API_UNEXPECTED.at(settings.source(), "the report was not read to its end."));
        return pages.end(snapshot, null);
    }

    @Override
    public ApiRefusal explain(ApiAnswer answer) {
        return WorkdayFault.explain(answer);
    }

    @Override
    public Secret secret() {
        return settings.login().secret();
    }
}
