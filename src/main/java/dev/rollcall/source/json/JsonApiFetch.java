package dev.rollcall.source.json;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The people of any JSON API that its options describe, page by page.
 *
 * <p>Complete is a fetch for which the API itself vouches: by a total that stood still and that as many different people
 * came to, or by a chain of cursors or links with an end. Everything else is held against what is known already.
 */
public final class JsonApiFetch implements ApiFetch {
    private final ReadPages pages;
    private final String source;
    private final JsonApi api;
    private final Outline outline;
    private final NextPage next;
    private final boolean delta;
    private final Instant fetchBegan;
    private final DistinctIds people = new DistinctIds();
    private final DistinctIds lists = new DistinctIds();
    private boolean twice;
    private boolean unknown;
    private boolean moved;
    private @Nullable Long total;

    /**
     * Pages to be fetched.
     *
     * @param outline what of a record is kept
     * @param changedSince null: everybody
     * @param fetchBegan the next watermark
     */
    public JsonApiFetch(
            RunId run,
            String source,
            JsonApi api,
            Outline outline,
            @Nullable Instant changedSince,
            Instant fetchBegan) {
        this.pages = new ReadPages(run);
        this.source = source;
        this.api = api;
        this.outline = element(api.records(), outline);
        this.delta = changedSince != null && api.changedSince().isPresent();
        String since = changedSince == null
                ? null
                : api.changedSince().map(form -> form.text(changedSince)).orElse(null);
        this.next = new NextPage(source, api, new JsonApiRequests(source, api, since));
        this.fetchBegan = fetchBegan;
    }

    /** What of an element of the list is kept: all of it where a record is known by nothing less. */
    private static Outline element(JsonApi.Records records, Outline record) {
        List<String> id = JsonPlace.of(records.id()).names();
        List<String> within = JsonPlace.of(records.within()).names();
        boolean named = Stream.concat(id.stream(), within.stream()).allMatch(Outline::isName);
        return id.isEmpty() || !named
                ? Outline.EVERYTHING
                : record.and(Set.of(String.join("/", id) + "/**")).within(within);
    }

    @Override
    public boolean hasNext() {
        return !next.isLast();
    }

    @Override
    public ApiRequest next() {
        return next.request();
    }

    @Override
    public Iterator<Page> read(ApiAnswer answer) {
        JsonPlace place = JsonPlace.of(api.records().path());
        JsonNode content = answer.on(pages.name()).json(place.names(), outline);
        JsonNode list = place.in(content);
        if (!list.isArray()) {
            throw failure(
                    SourceCode.API_UNEXPECTED,
                    "the answer has no list at " + place + ". See whether `url` and `records` belong together.");
        }
        List<SourceRecord> read = new ArrayList<>(list.size());
        StringBuilder ids = new StringBuilder();
        int nameless = 0;
        for (JsonNode each : list) {
            JsonNode record = record(each);
            read.add(new SourceRecord.Json(record, new Origin(pages.name(), read.size() + 1L)));
            JsonNode id = id(record);
            nameless += id.isMissingNode() || id.isNull() ? 1 : 0;
            String person = (id.isMissingNode() ? record : id).toString();
            twice |= !people.add(person);
            ids.append(person).append('\n');
        }
        requireIds(nameless, read.size());
        if (!read.isEmpty() && !lists.add(ids.toString())) {
            throw failure(
                    SourceCode.API_REPEATED,
                    "the same people came on an earlier page. See whether the paging is described as the API has it;"
                            + " then start the run again.");
        }
        next.after(answer, content, read.size(), total(answer, content));
        return List.of(pages.page(read)).iterator();
    }

    private JsonNode record(JsonNode element) {
        JsonNode record = JsonPlace.of(api.records().within()).in(element);
        if (!record.isObject()) {
            throw failure(
                    SourceCode.API_UNEXPECTED,
                    "the list holds something that is no object"
                            + (api.records().within().isEmpty()
                                    ? ". See whether `records` is right."
                                    : " with " + api.records().within() + ". See whether `record` is right."));
        }
        return record;
    }

    /** By what a person is known; where the API names nothing the whole record. */
    private JsonNode id(JsonNode record) {
        return api.records().id().isEmpty()
                ? record
                : JsonPlace.of(api.records().id()).in(record);
    }

    /** Of whom nothing is known, nobody knows whether he came twice, in place of somebody else. */
    private void requireIds(int nameless, int records) {
        if (nameless > 0 && nameless == records) {
            throw failure(
                    SourceCode.API_UNEXPECTED,
                    "none of " + records + " records has anything at "
                            + api.records().id() + ". See whether `id` is right.");
        }
        unknown |= nameless > 0;
    }

    private Optional<Long> total(ApiAnswer answer, JsonNode content) {
        if (api.records().total().isEmpty()) {
            return Optional.empty();
        }
        JsonNode found = new Said(api.records().total()).in(answer, content);
        if (!found.isIntegralNumber() && !found.asText().matches("\\d{1,12}")) {
            throw failure(
                    SourceCode.API_UNEXPECTED,
                    "the answer has no number of records at " + api.records().total()
                            + ". See whether `total` is right.");
        }
        Long told = found.asLong();
        moved |= total != null && !total.equals(told);
        total = told;
        return Optional.of(told);
    }

    private SourceFailure failure(SourceCode code, String message) {
        return new SourceFailure(code.at(source + " " + pages.name(), message));
    }

    @Override
    public SnapshotEnd end() {
        return pages.end(
                delta ? new Snapshot.Delta() : everybody(), api.changedSince().isEmpty() ? null : fetchBegan);
    }

    private Snapshot everybody() {
        if (unknown) {
            return new Snapshot.Unproven("some records have nothing at "
                    + api.records().id() + ", so nobody knows whether somebody came twice");
        }
        Long told = total;
        if (told != null) {
            if (moved) {
                return new Snapshot.Unproven("people came or went in the source while its pages were read");
            }
            return told == people.size()
                    ? new Snapshot.Full(new Proof.Counted(told))
                    : new Snapshot.Unproven("the source says that it has " + told + " people, and " + people.size()
                            + " different ones came");
        }
        if (twice) {
            return new Snapshot.Unproven("somebody came twice, so somebody else may not have come");
        }
        return new Snapshot.Full(next.isToldLast() ? new Proof.CursorChain(pages.count()) : new Proof.Stable());
    }

    @Override
    public ApiRefusal explain(ApiAnswer answer) {
        return ApiRefusal.byStatus(answer.source(), answer.status());
    }

    @Override
    public Secret secret() {
        return Signature.together(api.signatures());
    }
}
