package dev.rollcall.source.json;

import static dev.rollcall.source.json.JsonApiAnswers.COUNTED;
import static dev.rollcall.source.json.JsonApiAnswers.answer;
import static dev.rollcall.source.json.JsonApiAnswers.api;
import static dev.rollcall.source.json.JsonApiAnswers.fetch;
import static dev.rollcall.source.json.JsonApiAnswers.people;
import static dev.rollcall.source.json.JsonApiAnswers.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.json.JsonApi.Records;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How {@code json-api-source} goes from page to page, and what proves that it met everybody. */
class JsonApiPagingTest {
    @Test
    void aTotalThatAsManyDifferentPeopleCameToIsTheProof() {
        JsonApiFetch fetch = fetch(api("/people", COUNTED, new Paging.Offset("offset")));

        List<String> asked = read(fetch, people(3, 1, 2), people(3, 3));

        assertThat(asked).containsExactly("/people?limit=2&offset=0", "/people?limit=2&offset=2");
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(3)));
    }

    @Test
    void aPageSmallerThanAskedForSkipsNobody() {
        JsonApiFetch fetch = fetch(api("/people", COUNTED, new Paging.Offset("offset")));

        List<String> asked = read(fetch, people(3, 1), people(3, 2), people(3, 3));

        assertThat(asked).last().isEqualTo("/people?limit=2&offset=2");
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(3)));
    }

    @Test
    void whoIsMissingFromTheTotalLeavesTheSnapshotUnproven() {
        JsonApiFetch fetch = fetch(api("/people", COUNTED, new Paging.Offset("offset")));

        read(fetch, people(3, 1, 2), people(3));

        assertThat(fetch.end().snapshot())
                .isInstanceOfSatisfying(
                        Snapshot.Unproven.class,
                        unproven -> assertThat(unproven.why()).contains("has 3 people", "2 different ones"));
    }

    @Test
    void aTotalThatMovesLeavesTheSnapshotUnproven() {
        JsonApiFetch fetch = fetch(api("/people", COUNTED, new Paging.Offset("offset")));

        read(fetch, people(4, 1, 2), people(3, 4));

        assertThat(fetch.end().snapshot()).isInstanceOf(Snapshot.Unproven.class);
    }

    @Test
    void somebodyWhoCameTwiceStandsForSomebodyWhoDidNotCome() {
        JsonApiFetch fetch =
                fetch(api("/people", new Records("data", "", "id", "", ""), new Paging.Numbered("page", 1, "")));

        List<String> asked = read(fetch, people(0, 1, 2), people(0, 2, 3), people(0));

        assertThat(asked).last().isEqualTo("/people?limit=2&page=3");
        assertThat(fetch.end().snapshot()).isInstanceOf(Snapshot.Unproven.class);
    }

    @Test
    void alongCursorsTooSomebodyWhoCameTwiceStandsForSomebodyWhoDidNotCome() {
        JsonApiFetch fetch =
                fetch(api("/people", new Records("data", "", "id", "", ""), new Paging.Cursor("after", "meta.next")));

        read(
                fetch,
                "{\"data\":[{\"id\":1},{\"id\":2}],\"meta\":{\"next\":\"a\"}}",
                "{\"data\":[{\"id\":2},{\"id\":3}],\"meta\":{}}");

        assertThat(fetch.end().snapshot()).isInstanceOf(Snapshot.Unproven.class);
    }

    @Test
    void recordsOfWhichNoneHasTheIdentifierAreRefusedByItsName() {
        JsonApiFetch fetch =
                fetch(api("/people", new Records("data", "", "uuid", "meta.total", ""), new Paging.Offset("offset")));

        assertThatThrownBy(() -> read(fetch, people(3, 1, 2)))
                .hasMessageContaining("none of 2 records has anything at uuid")
                .hasMessageContaining("See whether `id` is right");
    }

    @Test
    void aRecordWithoutTheIdentifierLeavesTheSnapshotUnproven() {
        JsonApiFetch fetch = fetch(api("/people", COUNTED, new Paging.Offset("offset")));

        read(fetch, people(3, 1, 2), "{\"data\":[{\"id\":null},{\"id\":2}],\"meta\":{\"total\":3}}");

        assertThat(fetch.end().snapshot()).isInstanceOf(Snapshot.Unproven.class);
    }

    @Test
    void aNumberOfPagesEndsThePagesAndProvesNothingByItself() {
        JsonApiFetch fetch = fetch(
                api("/people", new Records("data", "", "id", "", ""), new Paging.Numbered("page", 0, "meta.pages")));

        List<String> asked = read(
                fetch,
                "{\"data\":[{\"id\":1}],\"meta\":{\"pages\":2}}",
                "{\"data\":[{\"id\":2}],\"meta\":{\"pages\":2}}");

        assertThat(asked).containsExactly("/people?limit=2&page=0", "/people?limit=2&page=1");
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
    }

    @Test
    void aChainOfCursorsWithAnEndIsTheProof() {
        JsonApiFetch fetch =
                fetch(api("/people", new Records("data", "", "id", "", ""), new Paging.Cursor("after", "meta.next")));

        List<String> asked = read(
                fetch, "{\"data\":[{\"id\":1}],\"meta\":{\"next\":\"a+b\"}}", "{\"data\":[{\"id\":2}],\"meta\":{}}");

        assertThat(asked).containsExactly("/people?limit=2", "/people?limit=2&after=a%2Bb");
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.CursorChain(2)));
    }

    @Test
    void aCursorThatWasNeverThereProvesNothing() {
        JsonApiFetch fetch =
                fetch(api("/people", new Records("data", "", "id", "", ""), new Paging.Cursor("after", "meta.nxet")));

        read(fetch, "{\"data\":[{\"id\":1}],\"meta\":{\"next\":\"a\"}}");

        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
    }

    @Test
    void aCursorBesideAnEndThatIsSaidInWordsIsNotFollowed() {
        JsonApiFetch fetch = fetch(api(
                "/people",
                new Records("data", "", "id", "", "meta.has_next_page"),
                new Paging.Cursor("after_id", "meta.end_cursor")));

        read(fetch, "{\"data\":[{\"id\":1}],\"meta\":{\"has_next_page\":false,\"end_cursor\":\"x\"}}");

        assertThat(fetch.hasNext()).isFalse();
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.CursorChain(1)));
    }

    @Test
    void aCursorOrAPageThatComesTwiceEndsTheRun() {
        JsonApiFetch looping =
                fetch(api("/people", new Records("data", "", "id", "", ""), new Paging.Cursor("after", "next")));
        JsonApiFetch repeating = fetch(api("/people", COUNTED, new Paging.Offset("start")));

        assertThatThrownBy(() -> read(
                        looping, "{\"data\":[{\"id\":1}],\"next\":\"a\"}", "{\"data\":[{\"id\":2}],\"next\":\"a\"}"))
                .hasMessageContaining("API-006");
        assertThatThrownBy(() -> read(repeating, people(9, 1, 2), people(9, 1, 2)))
                .hasMessageContaining("API-006");
    }

    @Test
    void aLinkIsFollowedOnItsOwnServerAndOnNoOther() {
        JsonApiFetch fetch = fetch(api("/people", new Records("", "", "id", "", ""), new Paging.Link("")), null);

        fetch.read(answer("[{\"id\":1}]", "</people?after=7>; rel=\"next\", </people>; rel=\"first\""));

        assertThat(fetch.next().uri()).hasToString("https://api.example.com/people?after=7");
        assertThatThrownBy(() -> fetch.read(answer("[{\"id\":2}]", "<https://evil.example.org/people>; rel=\"next\"")))
                .hasMessageContaining("API-005")
                .hasMessageContaining("another server");
    }

    @Test
    void whatAnswersSayOfTheirPagesMayStandInHeaders() {
        Records records = new Records("", "", "id", "header:X-Total-Count", "");
        JsonApiFetch offset = fetch(api("/people", records, new Paging.Offset("offset")));
        JsonApiFetch pages = fetch(api(
                "/people", new Records("", "", "id", "", ""), new Paging.Numbered("page", 1, "header:X-Total-Pages")));
        JsonApiFetch cursors =
                fetch(api("/people", new Records("", "", "id", "", ""), new Paging.Cursor("after", "header: X-Next")));

        offset.read(answer("[{\"id\":1},{\"id\":2}]", "x-total-count", "2"));
        pages.read(answer("[{\"id\":1}]", "x-total-pages", "2"));
        cursors.read(answer("[{\"id\":1}]", "x-next", "a7"));

        assertThat(offset.hasNext()).isFalse();
        assertThat(offset.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Counted(2)));
        assertThat(pages.next().uri()).hasToString("https://api.example.com/people?limit=2&page=2");
        assertThat(cursors.next().uri()).hasToString("https://api.example.com/people?limit=2&after=a7");
        JsonApiFetch silent = fetch(api("/people", records, new Paging.Offset("offset")));
        assertThatThrownBy(() -> silent.read(answer("[{\"id\":1}]", "x-total", "2")))
                .hasMessageContaining("no number of records at header:X-Total-Count");
    }
}
