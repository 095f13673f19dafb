package dev.rollcall.source.kombo;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kombo's employees, page by page along its cursors.
 *
 * <p>The filters go with every request; the chain of cursors proves completeness only if none of them, and no page, came
 * twice.
 */
public final class KomboFetch implements ApiFetch {
    public static final int LARGEST_PAGE = 250;
    private static final List<String> RECORDS = List.of("data", "results");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ReadPages pages;
    private final String source;
    private final String base;
    private final Secret apiKey;
    private final Outline outline;
    private final String integration;
    private final int pageSize;
    private final @Nullable Instant changedSince;
    private final Instant fetchBegan;
    private final DistinctIds cursors = new DistinctIds();
    private final DistinctIds lists = new DistinctIds();
    private @Nullable String cursor;
    private boolean last;

    /**
     * Pages to be fetched.
     *
     * @param url the region's address, with its version: {@code https://api.kombo.dev/v1}
     * @param integration for example {@code personio:CBNMt7dSNCzBdnRTx87dev4E}
     * @param outline what of an employee is kept
     * @param changedSince null: everybody
     * @param fetchBegan the next watermark
     */
    public KomboFetch(
            RunId run,
            String source,
            String url,
            Secret apiKey,
            String integration,
            int pageSize,
            Outline outline,
            @Nullable Instant changedSince,
            Instant fetchBegan) {
        this.pages = new ReadPages(run);
        this.apiKey = apiKey;
        this.outline = outline.and(Set.of("id"));
        this.integration = integration;
        this.source = source;
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.pageSize = Math.clamp(pageSize, 1, LARGEST_PAGE);
        this.changedSince = changedSince;
        this.fetchBegan = fetchBegan;
    }

    @Override
    public boolean hasNext() {
        return !last;
    }

    @Override
    public ApiRequest next() {
        StringBuilder query = new StringBuilder("page_size=" + pageSize + "&include_deleted=true");
        if (changedSince != null) {
            query.append("&updated_after=").append(encode(MILLIS.format(changedSince)));
        }
        if (cursor != null) {
            query.append("&cursor=").append(encode(cursor));
        }
        return ApiRequest.get(
                URI.create(base + "/hris/employees?" + query),
                Map.of(
                        "Accept",
                        "application/json",
                        "Authorization",
                        "Bearer " + apiKey.value(),
                        "X-Integration-Id",
                        integration));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public Iterator<Page> read(ApiAnswer answer) {
        return List.of(page(answer.on(pages.name()).json(RECORDS, outline))).iterator();
    }

    private Page page(JsonNode answer) {
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
        StringBuilder ids = new StringBuilder();
        String page = pages.name();
        for (JsonNode each : results) {
            read.add(new SourceRecord.Json(each, new Origin(page, read.size() + 1L)));
            ids.append(each.path("id").asText()).append('\n');
        }
        if (!ids.isEmpty() && !lists.add(ids.toString())) {
            throw failure(SourceCode.API_REPEATED, "the same people came on an earlier page. Start the run again.");
        }
        follow(next);
        return pages.page(read);
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
        return new SourceFailure(code.at(source + " " + pages.name(), message));
    }

    @Override
    public SnapshotEnd end() {
        Snapshot snapshot =
                changedSince == null ? new Snapshot.Full(new Proof.CursorChain(pages.count())) : new Snapshot.Delta();
        return pages.end(snapshot, fetchBegan);
    }

    @Override
    public ApiRefusal explain(ApiAnswer answer) {
        return KomboErrors.explain(answer);
    }

    @Override
    public Secret secret() {
        return apiKey;
    }
}
