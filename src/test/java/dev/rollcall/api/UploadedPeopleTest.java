package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People uploaded from a dry run's files are the source's from then on, before any run of it was applied. */
class UploadedPeopleTest extends RollcallTest {
    @BeforeEach
    void fiveAreUploaded() {
        upload(dryRun(person("1"), person("2"), person("3"), person("4"), person("5")), "created", source);
        assertThat(activeKeys()).containsExactly("1", "2", "3", "4", "5");
    }

    private void upload(JsonNode test, String category, String directory) {
        Answer answer = upload(directory, csv(test, category).body());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    @Acceptance({75, 122})
    void whoeverIsNotSentByTheFirstRunLosesAccess() {
        JsonNode run = imports(person("2"), person("3"), person("4"), person("5"));

        assertThat(run.at("/counts/removed").asInt()).isEqualTo(1);
        assertThat(user("1").path("active").asBoolean()).isFalse();
        assertThat(csv(run, "deleted").body()).contains(source + ":1", "absent");
        assertThat(imports(person("1"), person("2"), person("3"), person("4"), person("5"))
                        .at("/counts/updated")
                        .asInt())
                .isEqualTo(1);
        assertThat(activeKeys()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    @Acceptance({75, 123})
    void soDoesWhoeverWasLinked() {
        post("/api/directories/" + source + "/users", """
            {"attributes": {"givenName": "An", "familyName": "Hand", "emails": [{"type": "work", "value": "p6@example.com"}]}}""");
        upload(dryRun(person("6")), "updated", source);
        assertThat(user("6").path("active").asBoolean()).isTrue();

        imports(person("1"), person("2"), person("3"), person("4"), person("5"));

        assertThat(activeKeys()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    @Acceptance({104, 122})
    void whomAFilterKeepsOutByNowGoesThroughTheQuarantine() {
        List<Row> others = List.of(
                person("u2").with("Department", "Engineering"),
                person("u3").with("Department", "Engineering"),
                person("u4").with("Department", "Engineering"));
        Row seller = person("u1").with("Department", "Engineering");
        List<Row> all = new ArrayList<>(others);
        all.add(seller);
        upload(importsInto("filtered", true, Row.csv(all)), "created", "filtered");

        all.set(3, seller.with("Department", "Sales"));
        JsonNode run = importsInto("filtered", false, Row.csv(all));

        assertThat(csv(run, "deleted").body()).contains("filtered:u1", "out-of-scope");
    }

    @Test
    @Acceptance({72, 122})
    void whatWasDoneByHandMeanwhileIsTheSourcesToSetBack() {
        String first =
                "/api/directories/" + source + "/users/" + user("1").path("id").asText();
        patch(first, "{\"active\": false}");
        Row unreadable = person("1").with("Status", "?");

        imports(unreadable, person("2"), person("3"), person("4"), person("5"));
        assertThat(activeKeys()).as("his record was refused").containsExactly("2", "3", "4", "5");
        imports(person("1").with("Title", "Cook"), person("2"), person("3"), person("4"), person("5"));

        assertThat(activeKeys()).containsExactly("1", "2", "3", "4", "5");
        assertThat(get(first).json().at("/attributes/title").asText()).isEqualTo("Cook");
    }
}
