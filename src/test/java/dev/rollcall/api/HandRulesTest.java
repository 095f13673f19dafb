package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import org.junit.jupiter.api.Test;

/** A directory asks the same of a user made by hand as of one a source sends. */
class HandRulesTest extends RollcallTest {
    private static String person(String email) {
        return "{\"attributes\": {\"givenName\": \"Guest\", \"familyName\": \"Here\", \"emails\":"
                + " [{\"type\": \"work\", \"value\": \"" + email + "\"}]}}";
    }

    private Answer create(String directory, String body) {
        return post("/api/directories/" + directory + "/users", body);
    }

    @Test
    @Acceptance({31, 32, 33, 72})
    void everythingWrongWithAUserMadeByHandIsToldAtOnceAndNobodyIsMade() {
        Answer refused = create(
                source,
                "{\"attributes\": {\"givenName\": \" \", \"startDate\": \"31/03/2026\", \"title\": 7, \"titel\":"
                        + " \"Boss\", \"emails\": [{\"type\": \"work\", \"value\": \"not a mail\"}]}}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("detail").asText())
                .contains(
                        "attributes.startDate  REQ-006  found 99/99/9999, expected a date such as 2027-03-31.",
                        "attributes.title  REQ-006  found a number, expected a text",
                        "attributes  REQ-005  titel is not",
                        "attributes.emails  REQ-006  found a list aaa a aaaa, expected",
                        "attributes.givenName  CFG-100  found nothing, and the directory requires it.",
                        "attributes.familyName  CFG-100",
                        "6 problems; nothing was changed.")
                .doesNotContain("not a mail", "31/03/2026")
                .doesNotContain("attributes.emails  CFG-100");
        assertThat(users("active=true")).isEmpty();
    }

    @Test
    @Acceptance({31, 72})
    void whatIsNoAddressOrTakesAwayWhatIsRequiredIsRefusedOfAChangeToo() {
        imports(Row.person("1"), Row.person("2"));
        String address =
                "/api/directories/" + source + "/users/" + user("1").path("id").asText();

        Answer form = patch(address, person("not a mail"));
        Answer emptied = patch(address, "{\"attributes\": {\"familyName\": null, \"emails\": []}}");

        assertThat(form.json().path("code").asText()).isEqualTo("REQ-006");
        assertThat(emptied.status()).as(emptied.body()).isEqualTo(422);
        assertThat(emptied.json().path("detail").asText())
                .contains("attributes.familyName  CFG-100", "attributes.emails  CFG-100", "2 problems");
        assertThat(user("1").path("email").asText()).isEqualTo("p1@example.com");
        assertThat(user("1").path("version").asLong()).isEqualTo(1);
    }

    @Test
    @Acceptance({108, 72})
    void nobodyGetsAccessByHandBeyondTheLicenses() {
        JsonNode one = create("handmade", person("one@example.com")).json();
        JsonNode two = create("handmade", person("two@example.com")).json();
        String users = "/api/directories/handmade/users/";

        Answer third = create("handmade", person("three@example.com"));
        post(users + one.path("id").asText() + "/suspend", "");
        Answer instead = create("handmade", person("three@example.com"));
        Answer back = post(users + one.path("id").asText() + "/unsuspend", "");
        Answer edited = patch(users + two.path("id").asText(), "{\"attributes\": {\"title\": \"Clerk\"}}");
        patch(users + instead.json().path("id").asText(), "{\"active\": false}");
        Answer letIn = post(users + one.path("id").asText() + "/unsuspend", "");
        Answer again = patch(users + instead.json().path("id").asText(), "{\"active\": true}");

        assertThat(third.status()).as(third.body()).isEqualTo(409);
        assertThat(third.json().path("code").asText()).isEqualTo("RUN-020");
        assertThat(instead.status()).as(instead.body()).isEqualTo(201);
        assertThat(back.status()).isEqualTo(409);
        assertThat(edited.status()).isEqualTo(200);
        assertThat(letIn.json().path("active").asBoolean()).isTrue();
        assertThat(again.json().path("code").asText()).isEqualTo("RUN-020");
    }

    @Test
    @Acceptance({17, 45, 53, 72})
    void valuesWrittenByHandAreInTheDirectorysOwnWords() {
        Answer nowhere =
                create("placed", person("an@example.com").replace("\"Here\"", "\"Here\", \"location\": \"Mars\""));
        Answer made = create(
                "placed",
                person("an@example.com")
                        .replace("\"Here\"", "\"Here\", \"location\": \"anr\", \"department\": \"mktg\""));

        assertThat(nowhere.json().path("code").asText()).isEqualTo("CFG-102");
        assertThat(made.json().at("/attributes/location").asText()).isEqualTo("Antwerp");
        assertThat(made.json().at("/attributes/department").asText()).isEqualTo("Marketing");
        assertThat(made.json().at("/attributes/preferredLanguage").asText()).isEqualTo("en");
    }
}
