package dev.rollcall.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kombo's employees, page by page along its cursors.
 *
 * <p>The filters go with every request; the chain of cursors proves completeness only if none of them, and no page, came
 * twice.
 */
public final class KomboPages {
    public static final int LARGEST_PAGE = 250;
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final RunId run;
    private final String source;
    private final String base;
    private final int pageSize;
    private final @Nullable Instant changedSince;
    private final Instant fetchBegan;
    private final Set<String> cursors = new HashSet<>();
    private final Set<List<String>> seen = new HashSet<>();
    private @Nullable String cursor;
    private boolean last;
    private int pages;
    private long records;

    /**
     * Pages to be fetched.
     *
     * @param url the region's address, with its version: {@code https://api.kombo.dev/v1}
     * @param changedSince null: everybody
     * @param fetchBegan the next watermark
     */
    public KomboPages(
            RunId run, String source, String url, int pageSize, @Nullable Instant changedSince, Instant fetchBegan) {
        this.run = run;
        this.source = source;
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.pageSize = Math.clamp(pageSize, 1, LARGEST_PAGE);
        this.changedSince = changedSince;
        this.fetchBegan = fetchBegan;
    }

    public boolean hasNext() {
        return !last;
    }

    /** The request for the next page. */
    public URI next() {
        StringBuilder query = new StringBuilder("page_size=" + pageSize + "&include_deleted=true");
        if (changedSince != null) {
            query.append("&updated_after=").append(encode(MILLIS.format(changedSince)));
        }
        if (cursor != null) {
            query.append("&cursor=").append(encode(cursor));
        }
        return URI.create(base + "/hris/employees?" + query);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * The records of an answer to {@link #next}.
     *
     * @throws SourceFailure when it is not what the documentation promises, or came before
     */
    public Page page(JsonNode answer) {
        JsonNode data = answer.path("data");
        JsonNode results = data.path("results");
        JsonNode next = data.path("next");
        if (!"success".equals(answer.path("status").asText()) || !results.isArray() || next.isMissingNode()) {
            throw failure(
                    SourceCode.API_UNEXPECTED,
                    "the answer has no status `success` with data.results and data.next. See whether the address is"
                            + " Kombo's, with its version.");
        }
        List<SourceRecord> read = new ArrayList<>(results.size());
        List<String> ids = new ArrayList<>(results.size());
        for (JsonNode each : results) {
            read.add(new SourceRecord.Json(each, new Origin("page " + (pages + 1), read.size() + 1L)));
            ids.add(each.path("id").asText());
        }
        if (!ids.isEmpty() && !seen.add(ids)) {
            throw failure(SourceCode.API_REPEATED, "the same people came on an earlier page. Start the run again.");
        }
        follow(next);
        records += read.size();
        return new Page(run, pages++, read);
    }

    private void follow(JsonNode next) {
        last = !next.isTextual() || next.asText().isBlank();
        if (!last) {
            cursor = next.asText();
            if (!cursors.add(cursor)) {
                throw failure(
                        SourceCode.API_REPEATED,
                        "the cursor to the next page was given before; following it would never end. Start the run"
                                + " again.");
            }
        }
    }

    private SourceFailure failure(SourceCode code, String message) {
        return new SourceFailure(code.at(source + " page " + (pages + 1), message));
    }

    /** What the pages amount to, after the last one. */
    public SnapshotEnd end() {
        Snapshot snapshot =
                changedSince == null ? new Snapshot.Full(new Proof.CursorChain(pages)) : new Snapshot.Delta();
        return new SnapshotEnd(run, pages, records, snapshot, fetchBegan);
    }
}
