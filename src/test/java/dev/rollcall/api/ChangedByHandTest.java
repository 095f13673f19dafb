package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import org.junit.jupiter.api.Test;

/** What the next run of a source makes of what somebody changed by hand. */
class ChangedByHandTest extends RollcallTest {
    private String address(String key) {
        return "/api/directories/" + source + "/users/" + user(key).path("id").asText();
    }

    @Test
    @Acceptance({71, 72})
    void theNextRunSetsBackWhatTheSourceCarriesAndKeepsWhatItDoesNot() {
        Row[] rows = {person("1").with("Title", "Engineer").with("Department", "Sales"), person("2"), person("3")};
        imports(rows);

        JsonNode edited = patch(
                        address("1"),
                        "{\"attributes\": {\"title\": \"Boss\", \"department\": null, \"preferredName\": \"Annie\"}}")
                .json();
        assertThat(edited.path("edited").asBoolean()).isTrue();
        assertThat(edited.at("/attributes/title").asText()).isEqualTo("Boss");
        assertThat(edited.at("/attributes/department").isMissingNode()).isTrue();
        JsonNode shown = dryRun(rows);
        assertThat(user("1").at("/attributes/title").asText()).isEqualTo("Boss");
        JsonNode run = imports(rows);

        assertThat(plan(shown)).hasSize(1);
        assertThat(plan(shown).get(0).path("changes"))
                .extracting(change -> change.path("attribute").asText()
                        + ": " + change.path("before").asText() + " -> "
                        + change.path("after").asText())
                .containsExactlyInAnyOrder("title: Boss -> Engineer", "department: null -> Sales");
        assertThat(run.at("/counts/updated").asInt()).isEqualTo(1);
        assertThat(user("1").at("/attributes/title").asText()).isEqualTo("Engineer");
        assertThat(user("1").at("/attributes/department").asText()).isEqualTo("Sales");
        assertThat(user("1").at("/attributes/preferredName").asText()).isEqualTo("Annie");
        assertThat(user("1").path("edited").asBoolean()).isFalse();
        assertThat(imports(rows).at("/counts/updated").asInt()).isZero();
    }

    @Test
    @Acceptance(72)
    void whatIsTheApplicationsOwnAndWhatIsGivenOnceStaysAsItWasWrittenByHand() {
        String rows = Row.csv(person("1").with("Title", "Engineer").with("Department", "Sales"), person("2"));
        importsInto("owned", false, rows);
        String users = "/api/directories/owned/users";
        JsonNode user = get(users + "?externalId=" + encoded("owned:1"))
                .json()
                .path("items")
                .get(0);

        patch(
                users + "/" + user.path("id").asText(),
                "{\"attributes\": {\"title\": \"Boss\", \"department\": \"Board\", \"givenName\": \"Annie\"}}");
        importsInto("owned", false, rows);

        JsonNode after = get(users + "/" + user.path("id").asText()).json();
        assertThat(user.at("/attributes/department").asText()).isEqualTo("Sales");
        assertThat(after.at("/attributes/title").asText()).isEqualTo("Boss");
        assertThat(after.at("/attributes/department").asText()).isEqualTo("Board");
        assertThat(after.at("/attributes/givenName").asText()).isEqualTo("Given1");
    }

    @Test
    @Acceptance(72)
    void whoeverIsSuspendedStaysOutWhateverElseIsSetByHand() {
        imports(person("1"), person("2"));
        post(address("1") + "/suspend", "");

        Answer set = patch(address("1"), "{\"active\": true, \"attributes\": {\"title\": \"Boss\"}}");
        imports(person("1"), person("2"));

        assertThat(set.status()).isEqualTo(200);
        assertThat(set.json().path("active").asBoolean()).isFalse();
        assertThat(activeKeys()).containsExactly("2");
        imports(person("1").with("Status", "T"), person("2"));
        post(address("1") + "/unsuspend", "");
        assertThat(activeKeys()).as("he left meanwhile").containsExactly("2");
    }
}
