package dev.rollcall.source.successfactors;

import static dev.rollcall.source.successfactors.Answers.NOW;
import static dev.rollcall.source.successfactors.Answers.URL;
import static dev.rollcall.source.successfactors.Answers.answer;
import static dev.rollcall.source.successfactors.Answers.fetch;
import static dev.rollcall.source.successfactors.Answers.only;
import static dev.rollcall.source.successfactors.Answers.page;
import static dev.rollcall.source.successfactors.Answers.read;
import static dev.rollcall.source.successfactors.Answers.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.simulator.successfactors.PerPerson;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Page;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.api.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessFactorsFetchTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2019, 4, 1);
    private static final String NEXT = "https://api4.example.com:443/odata/v2/PerPerson?$skiptoken=eyJzdGFy==";

    private static PerPerson person(String id) {
        return PerPerson.of(id, "Ann", "Maes")
                .active(1)
                .employment("user-" + id, "ST", LONG_AGO, null)
                .row(LONG_AGO, 1, "A", "Clerk", "Sales")
                .person();
    }

    private static ObjectNode json(String id) {
        return person(id).json();
    }

    @Test
    void everybodyIsAskedForWithJobsFromTodayOnAndWhatIsExpandedFollowsFromWhatIsRead() {
        String query = URLDecoder.decode(fetch(null).next().uri().getRawQuery(), StandardCharsets.UTF_8);

        assertThat(query)
                .contains("$format=json", "paging=snapshot", "customPageSize=1000", "$inlinecount=allpages")
                .contains("fromDate=2026-11-22&toDate=9999-12-31")
                .contains("employmentNav/jobInfoNav/emplStatusNav", "employmentNav/userNav/manager/empInfo")
                .doesNotContain("asOfDate", "$filter", "$skip", "$top", "dateOfBirth");
    }

    @Test
    void aChangeIsAskedForWithAnOverlapAndEachLiteralOfItsOwnKind() {
        Instant since = Instant.parse("2026-11-22T08:00:00.123Z");

        String query = URLDecoder.decode(
                fetch(since, ReadFields.with("", ""), "personalInfoNav/gender ne 'x'")
                        .next()
                        .uri()
                        .getRawQuery(),
                StandardCharsets.UTF_8);

        assertThat(query)
                .contains("$filter=(personalInfoNav/gender ne 'x') and (lastModifiedDateTime ge"
                        + " datetimeoffset'2026-11-22T07:45:00Z'")
                .contains("employmentNav/jobInfoNav/lastModifiedDateTime ge datetimeoffset'2026-11-22T07:45:00Z'")
                .contains("(employmentNav/jobInfoNav/startDate ge datetime'2026-11-22T00:00:00' and"
                        + " employmentNav/jobInfoNav/startDate le datetime'2026-11-22T00:00:00')");
    }

    @Test
    void furtherPropertiesAreAskedForAndThoseACompanyHasNotAreLeftOut() {
        ReadFields fields = ReadFields.with(
                "employmentNav/jobInfoNav/customString1", "employmentNav/jobInfoNav/divisionNav/name_localized");

        String query = fetch(null, fields, "").next().uri().getRawQuery();

        assertThat(query).contains("employmentNav/jobInfoNav/customString1").doesNotContain("divisionNav");
    }

    @Test
    void theLinkToTheNextPageIsFollowedAsItIsWithTheSessionsCookies() {
        var fetch = fetch(null);
        assertThat(fetch.next().headers()).doesNotContainKey("Cookie");

        fetch.read(answer(
                        200,
                        "application/json",
                        page(2, NEXT + "&$filter=a eq 'b'", json("1")),
                        Map.of("set-cookie", "JSESSIONID=abc; Path=/; Secure; HttpOnly\nroute=r1; Path=/")))
                .next();

        assertThat(fetch.next().uri().toString()).isEqualTo(NEXT + "&$filter=a%20eq%20'b'");
        assertThat(fetch.next().headers())
                .containsEntry("Cookie", "JSESSIONID=abc; route=r1")
                .containsEntry("Authorization", "Bearer token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/odata/v2/PerPerson?$skiptoken=a",
                "http://api4.example.com/odata/v2/PerPerson?$skiptoken=a",
                "https://api4.example.com:8443/odata/v2/PerPerson?$skiptoken=a",
                "https://api4.example.com@evil.example.com/odata/v2/PerPerson",
                "/odata/v2/PerPerson?$skiptoken=a"
            })
    void credentialsGoToTheConfiguredServerOnly(String link) {
        assertThatThrownBy(() -> read(fetch(null), page(2, link, json("1"))))
                .isInstanceOf(SourceFailure.class)
                .hasMessageContaining("API-005")
                .hasMessageContaining("https://api4.example.com:443");
    }

    @Test
    void aLinkThatComesAgainEndsTheRun() {
        var fetch = fetch(null);
        read(fetch, page(9, NEXT, json("1")));

        assertThatThrownBy(() -> read(fetch, page(9, NEXT, json("2")))).hasMessageContaining("API-006");
    }

    @Test
    void aPersonWhoComesAgainEndsTheRunSinceSomebodyElseMayBeMissing() {
        var fetch = fetch(null);
        read(fetch, page(9, NEXT, json("1"), json("2")));

        assertThatThrownBy(() -> read(fetch, page(9, null, json("3"), json("1"))))
                .hasMessageContaining("API-006")
                .hasMessageNotContaining("user-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"d\":{\"__next\":\"LINK\",\"results\":[PERSON]}}",
                "{\"d\":{\"results\":[PERSON],\"__next\":\"LINK\"},\"n\":{\"__next\":\"\"}}",
                "{\"d\":{\"results\":[PERSON],\"__next\" : \"LINK\"}\n}\n",
                "{\"d\":{\"results\":[PERSON],\"__next\":\"https:\\/\\/api4.example.com:443\\/odata\\/v2\\/PerPerson?$skiptoken=eyJzdGFy==\"}}"
            })
    void theLinkIsFoundWhereverItStands(String answer) {
        var fetch = fetch(null);

        read(fetch, answer.replace("LINK", NEXT).replace("PERSON", json("1").toString()));

        assertThat(fetch.next().uri().toString()).isEqualTo(NEXT);
    }

    @Test
    void anAnswerThatBreaksOffEndsTheRunAndIsNamedByItsPage() {
        String whole = page(2, null, json("1"), json("2"));

        assertThatThrownBy(() -> read(fetch(null), whole.substring(0, whole.length() - 90)))
                .isInstanceOf(SourceFailure.class)
                .hasMessageContaining("API-004")
                .hasMessageContaining("successfactors page 1");
    }

    @Test
    void aLongAnswerIsHandedOnInPartsAndWithTheLastTheNextOneCanBeAskedFor() {
        var fetch = fetch(null);
        ObjectNode[] people =
                IntStream.range(0, 100).mapToObj(each -> json("p" + each)).toArray(ObjectNode[]::new);
        Iterator<Page> parts = fetch.read(answer(page(101, NEXT, people)));

        assertThat(parts.next().records()).hasSize(50);
        assertThat(fetch.hasNext()).isFalse();
        Page last = parts.next();
        assertThat(fetch.next().uri().toString()).isEqualTo(NEXT);
        assertThat(parts.hasNext()).isFalse();
        assertThat(last.number()).isEqualTo(1);
        assertThat(last.records().getLast().origin()).isEqualTo(new Origin("page 1", 100));

        Page following = fetch.read(answer(page(101, null, json("q")))).next();
        assertThat(following.number()).isEqualTo(2);
        assertThat(following.records().getFirst().origin()).isEqualTo(new Origin("page 2", 1));
        assertThat(fetch.hasNext()).isFalse();
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(101)));
    }

    @Test
    void anAnswerWithoutPeopleIsAPageOfNobody() {
        Iterator<Page> parts = fetch(null).read(answer(page(0, null)));

        assertThat(parts.next().records()).isEmpty();
        assertThat(parts.hasNext()).isFalse();
    }

    @Test
    void asManyAsWereCountedIsTheProof() {
        var fetch = fetch(null);
        read(fetch, page(3, NEXT, json("1"), json("2")));
        read(fetch, page(3, null, json("3")));

        assertThat(fetch.hasNext()).isFalse();
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(3)));
        assertThat(fetch.end().watermark()).isEqualTo(NOW);
    }

    @Test
    void fewerThanCountedFailsAlsoInADeltaOrItsChangesWereLost() {
        for (Instant since : new Instant[] {null, NOW.minusSeconds(60)}) {
            var fetch = fetch(since);
            read(fetch, page(3, null, json("1"), json("2")));

            assertThat(fetch.end().snapshot()).isInstanceOf(Snapshot.Broken.class);
            assertThat(((Snapshot.Broken) fetch.end().snapshot()).problem().toString())
                    .contains("API-010", "counted 3", "sent 2");
        }
    }

    @Test
    void withoutACountNinetyPercentOfThoseKnownMustHaveCome() {
        var fetch = fetch(null);
        read(fetch, page(null, null, json("1")));

        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
    }

    @Test
    void aDependantWhomNobodyEverEmployedIsNoRecordAndIsCounted() {
        var fetch = fetch(null);

        assertThat(read(
                                fetch,
                                page(
                                        2,
                                        null,
                                        json("1"),
                                        PerPerson.of("2", "Bo", "Maes").json()))
                        .records())
                .hasSize(1);
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(2)));
    }

    @Test
    void somebodyEmployedWhoseEmploymentsCannotBeSeenIsNotALeaver() {
        SourceRecord record = only(PerPerson.of("2", "Bo", "Maes").active(1).json());

        assertThat(record).isInstanceOf(SourceRecord.Incomplete.class);
        assertThat(((SourceRecord.Incomplete) record).problem().toString()).contains("API-011", "employmentNav");
    }

    @ParameterizedTest
    @ValueSource(strings = {"emailNav", "employmentNav", "personalInfoNav", "phoneNav"})
    void deferredIsNotLoadedAndNeverEmpty(String navigation) {
        ObjectNode person = json("1");
        person.putObject(navigation).putObject("__deferred").put("uri", URL);

        assertThat(only(person)).isInstanceOf(SourceRecord.Incomplete.class);
        assertThat(((SourceRecord.Incomplete) only(person)).problem().message()).contains(navigation);
    }

    @Test
    void deferredDeepInsideIsNotLoadedEither() {
        ObjectNode person = json("1");
        ObjectNode job = (ObjectNode) person.at("/employmentNav/results/0/jobInfoNav/results/0");
        job.putObject("departmentNav").putObject("__deferred");

        SourceRecord.Incomplete record = (SourceRecord.Incomplete) only(person);

        assertThat(record.problem().message()).contains("employmentNav/jobInfoNav/departmentNav");
        assertThat(record.node().at("/person/personIdExternal").asText()).isEqualTo("1");
    }

    @Test
    void whatNobodyAskedForMayBeDeferred() {
        ObjectNode person = json("1");
        person.putObject("homeAddressNavDEFLT").putObject("__deferred");

        assertThat(only(person)).isInstanceOf(SourceRecord.Json.class);
    }

    @Test
    void anExpandedListThatContinuesElsewhereIsNotLoaded() {
        ObjectNode person = json("1");
        ((ObjectNode) person.get("employmentNav")).put("__next", NEXT);

        assertThat(only(person)).isInstanceOf(SourceRecord.Incomplete.class);
    }

    @Test
    void theEmailIsKnownByItsTypeAndThePrimaryOneMayBePrivate() {
        JsonNode emails = record(
                        person("1").email("B", "ann@example.com", false).email("P", "ann@home.example", true))
                .path("emails");

        assertThat(emails.toString())
                .contains("{\"type\":\"B\",\"address\":\"ann@example.com\",\"isPrimary\":false}")
                .contains("{\"type\":\"P\",\"address\":\"ann@home.example\",\"isPrimary\":true}");
    }

    @Test
    void anAnswerOfAnotherApiIsNotAnEmptyOne() {
        assertThatThrownBy(() -> read(fetch(null), "{\"value\":[]}")).hasMessageContaining("API-005");
        assertThatThrownBy(() -> fetch(null).read(answer(200, "text/html", "<html>", Map.of())))
                .hasMessageContaining("API-004");
    }

    @Test
    void aPasswordGoesAsBasicAndACertificateWithoutAHeader() {
        Credentials password = Credentials.password("API@acme", Secret.fixed("s3cret"));

        assertThat(password.scheme() + " " + password.secret().value()).isEqualTo("Basic QVBJQGFjbWU6czNjcmV0");
        assertThat(password.toString()).doesNotContain("s3cret");
        assertThat(Credentials.certificate().scheme()).isEmpty();
    }
}
