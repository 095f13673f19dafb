package dev.rollcall.source.successfactors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.source.DistinctIds;
import dev.rollcall.source.JsonRecords;
import dev.rollcall.source.Origin;
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
import dev.rollcall.source.successfactors.PersonReading.Person;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SuccessFactors' people with their employments, page by page along the server's own links.
 *
 * <p>The server pages over a snapshot; asking by position would lose and repeat people while the data changes (SAP
 * knowledge base articles 2675265, 2489065).
 */
public final class SuccessFactorsFetch implements ApiFetch {
    private static final List<String> RECORDS = List.of("d", "results");
    private static final int PART = 50;

    private final ReadPages pages;
    private final String source;
    private final Credentials credentials;
    private final @Nullable Instant changedSince;
    private final Instant fetchBegan;
    private final PersonRecords records;
    private final Asked asked;
    private final NextLink links;
    private final Session session = new Session();
    private final DistinctIds people = new DistinctIds();
    private long fewest = Long.MAX_VALUE;
    private long most = -1;
    private @Nullable URI next;
    private int answers;
    private String page = "";

    /**
     * People to be fetched.
     *
     * @param changedSince null: everybody
     * @param fetchBegan the next watermark, and the moment whose date decides which job holds
     */
    public SuccessFactorsFetch(
            RunId run,
            String source,
            PeopleQuery query,
            Credentials credentials,
            @Nullable Instant changedSince,
            Instant fetchBegan) {
        this.pages = new ReadPages(run);
        this.source = source;
        this.credentials = credentials;
        this.changedSince = changedSince;
        this.fetchBegan = fetchBegan;
        this.records = new PersonRecords(query.today(fetchBegan));
        this.asked = query.fields().tree();
        this.next = query.first(changedSince, fetchBegan);
        this.links = new NextLink(next);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public ApiRequest next() {
        if (next == null) {
            throw new IllegalStateException("there is no further page");
        }
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
        if (!credentials.scheme().isEmpty()) {
            headers.put(
                    "Authorization",
                    credentials.scheme() + " " + credentials.secret().value());
        }
        if (!session.isEmpty()) {
            headers.put("Cookie", session.header());
        }
        return ApiRequest.get(next, headers);
    }

    @Override
    public Iterator<Page> read(ApiAnswer answer) {
        session.keep(answer);
        next = null;
        page = "page " + ++answers;
        return new Parts(answer.on(page));
    }

    /**
     * The people of one answer, some at a time: a few are mapped while they are still in the processor's cache, and a
     * thousand with all that they lead to are not.
     *
     * <p>As soon as the last of them is read the answer is at its end, and the next one can be asked for.
     */
    private final class Parts implements Iterator<Page> {
        private final ApiAnswer answer;
        private final JsonRecords people;
        private int position;
        private boolean finished;
        private boolean handed;

        Parts(ApiAnswer answer) {
            this.answer = answer;
            this.people = answer.jsonRecords(RECORDS);
            goOn();
        }

        @Override
        public boolean hasNext() {
            return !finished || !handed;
        }

        @Override
        public Page next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<SourceRecord> part = new ArrayList<>(PART);
            for (int i = 0; i < PART && !finished; i++) {
                person().ifPresent(part::add);
                goOn();
            }
            handed = true;
            return pages.page(part);
        }

        private void goOn() {
            try {
                if (!people.next()) {
                    finished = true;
                    people.close();
                    end(people.answer().path("d"));
                }
            } catch (IOException malformed) {
                throw answer.notJson();
            }
        }

        private Optional<SourceRecord> person() {
            try {
                Person person = PersonReading.read(people.parser(), asked);
                if (person == null) {
                    throw failure(SourceCode.API_UNEXPECTED, "d.results holds something that is not a person.");
                }
                distinct(person.node().path("personIdExternal").asText(""));
                return records.record(person, new Origin(page, ++position));
            } catch (IOException malformed) {
                throw answer.notJson();
            }
        }
    }

    private void end(JsonNode data) {
        if (!data.path("results").isArray()) {
            throw failure(
                    SourceCode.API_UNEXPECTED,
                    "the answer has no d.results. See whether `url` is that of the OData API, with its version"
                            + " (https://api4.successfactors.com/odata/v2).");
        }
        count(data.path("__count"));
        JsonNode link = data.path("__next");
        next = link.isTextual() && !link.asText().isBlank() ? links.follow(link.asText(), source + " " + page) : null;
    }

    private void count(JsonNode told) {
        if (told.isTextual() || told.isNumber()) {
            fewest = Math.min(fewest, told.asLong());
            most = Math.max(most, told.asLong());
        }
    }

    private void distinct(String person) {
        if (!people.add(person) && !person.isEmpty()) {
            throw failure(
                    SourceCode.API_REPEATED,
                    "somebody came for the second time, so that somebody else may be missing. Start the run again.");
        }
    }

    private SourceFailure failure(SourceCode code, String message) {
        return new SourceFailure(code.at(source + " " + page, message));
    }

    @Override
    public SnapshotEnd end() {
        return pages.end(snapshot(), fetchBegan);
    }

    private Snapshot snapshot() {
        if (most >= 0 && people.size() < fewest) {
            return new Snapshot.Broken(SourceCode.API_FEWER.at(
                    source,
                    "SuccessFactors counted " + fewest + " people and sent " + people.size()
                            + ". Nothing was changed; start the run again. If its count is always too high for this"
                            + " technical user, write `count: false`: completeness is then judged by comparison with the"
                            + " last run."));
        }
        if (changedSince != null) {
            return new Snapshot.Delta();
        }
        boolean agrees = most >= people.size();
        return new Snapshot.Full(agrees ? new Proof.Counted(people.size()) : new Proof.Stable());
    }

    @Override
    public ApiRefusal explain(ApiAnswer answer) {
        return SuccessFactorsErrors.explain(answer);
    }

    @Override
    public Secret secret() {
        return credentials.secret();
    }
}
