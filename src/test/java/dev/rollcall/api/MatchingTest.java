package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest extends RollcallTest {
    private String byHand(String given, String email) {
        Answer made = post("/api/directories/" + source + "/users", """
                {"attributes": {"givenName": "%s", "familyName": "Hand", "emails": [{"type": "work", "value": "%s"}]}}""".formatted(given, email));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("externalId").isNull()).isTrue();
        return made.location();
    }

    @Test
    @Acceptance(98)
    void anAddressOfSomebodyNobodyLinkedIsShownAsAnUpdateAndLinkedByNobodyButAPerson() {
        String address = byHand("Old", "P1@Example.com");

        JsonNode run = imports(person("1"), person("2"));

        assertThat(activeKeys()).contains("2");
        assertThat(get(address).json().path("externalId").isNull()).isTrue();
        assertThat(run.path("counts").path("withheld").asInt()).isEqualTo(1);
        assertThat(csv(run, "updated").body()).contains(source + ":1", "link", "withheld");
        assertThat(csv(run, "created").body()).doesNotContain(source + ":1");
    }

    @Test
    @Acceptance(98)
    void theLinkDecidesBeforeTheAddressAndWhereBothPointToDifferentUsersNeitherIsTouched() {
        imports(person("1"), person("2"));
        String other = byHand("Other", "taken@example.com");

        JsonNode run = imports(person("1").with("Email", "taken@example.com"), person("2"));

        assertThat(user("1").path("email").asText()).isEqualTo("p1@example.com");
        assertThat(get(other).json().path("version").asInt()).isEqualTo(1);
        assertThat(run.path("counts").path("withheld").asInt()).isEqualTo(1);
        assertThat(plan(run).get(0).path("obstacle").asText()).contains("another user");
    }

    @Test
    @Acceptance(99)
    void aUserWithoutALinkIsNeverUpdatedAndNeverRemoved() {
        String address = byHand("Free", "free@example.com");
        imports(company(0, 4));

        imports(company(0, 3));

        JsonNode user = get(address).json();
        assertThat(user.path("active").asBoolean()).isTrue();
        assertThat(user.path("version").asInt()).isEqualTo(1);
        assertThat(activeKeys()).contains("0", "1", "2").doesNotContain("3");
    }

    @Test
    void anAddressSomebodyHasIsRefusedByHandToo() {
        byHand("One", "same@example.com");

        Answer again = post("/api/directories/" + source + "/users", """
                {"attributes": {"givenName": "An", "familyName": "Else",
                                "emails": [{"type": "work", "value": "SAME@example.com"}]}}""");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asText()).isEqualTo("RUN-017");
        assertThat(again.body()).doesNotContainIgnoringCase("same@example.com");
    }

    @Test
    void whatIsWrittenByHandIsCheckedAndTheAnswerNamesTheAttributeNotTheValue() {
        String users = "/api/directories/" + source + "/users";

        assertThat(post(users, "{\"attributes\": {\"titel\": \"x\"}}")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("REQ-005");
        Answer date = post(users, "{\"attributes\": {\"birthDate\": \"31/12/1980\"}}");
        assertThat(date.status()).isEqualTo(422);
        assertThat(date.json().path("where").asText()).isEqualTo("attributes.birthDate");
        assertThat(date.body()).doesNotContain("1980");
        assertThat(post(users, "{\"attribute\": {}}").status()).isEqualTo(400);
        assertThat(get("/api/directories/nowhere/users").status()).isEqualTo(404);
        assertThat(get(users + "/00000000-0000-0000-0000-000000000000").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsSensitiveIsNamedAndNotShown() {
        Answer made = post("/api/directories/" + source + "/users", """
                {"attributes": {"givenName": "An", "familyName": "Else", "birthDate": "1980-12-31",
                                "emails": [{"type": "work", "value": "an@example.com"}]}}""");

        assertThat(made.body()).doesNotContain("1980");
        assertThat(made.json().at("/attributes/birthDate").asText()).isEqualTo("***");
        assertThat(changes().get(0).at("/user/attributes/birthDate").asText()).isEqualTo("***");
    }

    @Test
    void usersAreListedPageByPage() {
        imports(company(0, 25));

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/api/directories/" + source + "/users?limit=10" + after)
                    .json();
            page.path("items").forEach(user -> seen.add(user.path("externalId").asText()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(users("email=" + encoded("P3@EXAMPLE.com"))).hasSize(1);
        assertThat(get("/api/directories/" + source + "/users?limit=0").status())
                .isEqualTo(400);
    }
}
