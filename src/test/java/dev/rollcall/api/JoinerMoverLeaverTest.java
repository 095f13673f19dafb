package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinerMoverLeaverTest extends RollcallTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    @Test
    @Acceptance({40, 41, 48, 51, 68})
    void aJoinerIsThereAtOnceWithTeamDepartmentLocationAndReportingLine() {
        imports(
                person("7")
                        .with("Title", "Engineer")
                        .with("Department", "R&D")
                        .with("Location", "Antwerp")
                        .with("Teams", "Blue;Green")
                        .with("Start", LocalDate.now(ZONE).minusDays(1).toString())
                        .with("Picture", "https://example.com/7.png")
                        .with("Shirt", "XL")
                        .with("Manager", "p8@example.com"),
                person("8"));

        JsonNode joiner = user("7");
        assertThat(joiner.path("active").asBoolean()).isTrue();
        assertThat(joiner.path("externalId").asText()).isEqualTo(source + ":7");
        assertThat(joiner.path("manager").asText())
                .isEqualTo(user("8").path("id").asText());
        JsonNode attributes = joiner.path("attributes");
        assertThat(attributes.path("title").asText()).isEqualTo("Engineer");
        assertThat(attributes.path("department").asText()).isEqualTo("R&D");
        assertThat(attributes.path("location").asText()).isEqualTo("Antwerp");
        assertThat(attributes.path("teams").toString()).isEqualTo("[\"Blue\",\"Green\"]");
        assertThat(attributes.path("employeeNumber").asText()).isEqualTo("0007");
        assertThat(attributes.path("pictureUrl").asText()).isEqualTo("https://example.com/7.png");
        assertThat(attributes.path("custom.shirt").asText()).isEqualTo("XL");
    }

    @Test
    @Acceptance(68)
    void somebodyHiredForALaterDateIsKnownAndHasNoAccessYet() {
        imports(person("1").with("Start", LocalDate.now(ZONE).plusDays(30).toString()), person("2"));

        assertThat(user("1").path("access").asText()).isEqualTo("pre-hire");
        assertThat(user("1").path("nextTransitionAt").isNull()).isFalse();
        assertThat(activeKeys()).containsExactly("2");
    }

    @Test
    @Acceptance({69, 70})
    void aPromotionReachesTheUserAndTheFeedAndNobodyElse() {
        imports(company(0, 5));
        List<Row> next = new ArrayList<>(company(0, 5));
        next.set(2, next.get(2).with("Title", "Head of Two").with("Teams", "Red"));

        JsonNode run = imports(next);

        assertThat(run.path("counts").path("updated").asInt()).isEqualTo(1);
        assertThat(run.path("counts").path("unchanged").asInt()).isEqualTo(4);
        assertThat(user("2").path("attributes").path("title").asText()).isEqualTo("Head of Two");
        assertThat(user("3").path("version").asInt()).isEqualTo(1);
        JsonNode last = changes().get(5);
        assertThat(last.path("type").asText()).isEqualTo("update");
        assertThat(last.path("changed").toString()).isEqualTo("[\"teams\",\"title\"]");
        assertThat(changes()).hasSize(6);
    }

    @Test
    @Acceptance(71)
    void aValueChangedInTheApplicationIsRealignedByTheNextRunAlthoughTheSourceDidNotChange() {
        Row row = person("1").with("Title", "Engineer");
        imports(row, person("2"));
        String address =
                "/api/directories/" + source + "/users/" + user("1").path("id").asText();

        Answer edited = patch(address, "{\"attributes\": {\"title\": \"Boss\", \"preferredName\": \"Gigi\"}}");
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(user("1").path("attributes").path("title").asText()).isEqualTo("Boss");
        assertThat(user("1").path("edited").asBoolean()).isTrue();

        JsonNode run = imports(row, person("2"));

        assertThat(run.path("counts").path("updated").asInt()).isEqualTo(1);
        JsonNode realigned = user("1");
        assertThat(realigned.path("attributes").path("title").asText()).isEqualTo("Engineer");
        // what the source does not carry is the application's own
        assertThat(realigned.path("attributes").path("preferredName").asText()).isEqualTo("Gigi");
        assertThat(realigned.path("edited").asBoolean()).isFalse();
        assertThat(changes())
                .extracting(change -> change.path("reason").asText())
                .contains("by-hand");
    }

    @Test
    @Acceptance(73)
    void accessEndsWithTheDayAfterTheEndDateNotOnIt() {
        LocalDate today = LocalDate.now(ZONE);
        imports(company(0, 6));
        List<Row> next = new ArrayList<>(company(0, 6));
        next.set(1, next.get(1).with("End", today.minusDays(1).toString()));
        next.set(2, next.get(2).with("End", today.toString()));

        imports(next);

        assertThat(activeKeys()).containsExactly("0", "2", "3", "4", "5");
        assertThat(user("1").path("access").asText()).isEqualTo("deactivated");
        assertThat(user("1").path("attributes").path("givenName").asText()).isEqualTo("Given1");
        assertThat(user("2").path("nextTransitionAt").isNull()).isFalse();
    }

    @Test
    @Acceptance({70, 74, 75})
    void whoeverBecomesInactiveOrIsNotSentAnyMoreLosesAccessAndKeepsHisData() {
        imports(company(0, 6));
        List<Row> next = new ArrayList<>(company(0, 5));
        next.set(0, next.get(0).with("Status", "T"));

        JsonNode run = imports(next);

        assertThat(run.path("counts").path("removed").asInt()).isEqualTo(2);
        assertThat(activeKeys()).containsExactly("1", "2", "3", "4");
        assertThat(user("5").path("attributes").path("familyName").asText()).isEqualTo("Family5");
        assertThat(List.of(user("0"), user("5")))
                .extracting(user -> user.path("active").asBoolean())
                .containsOnly(false);
        assertThat(changes())
                .filteredOn(change -> change.path("reason").asText().matches("status-inactive|absent"))
                .as("told to the application with the run, with the data that stays")
                .extracting(change -> change.at("/user/externalId").asText() + " "
                        + change.at("/user/active").asBoolean() + " "
                        + change.at("/user/attributes/familyName").asText())
                .containsExactlyInAnyOrder(source + ":0 false Family0", source + ":5 false Family5");
        assertThat(plan(run))
                .extracting(action -> action.path("externalId").asText()
                        + " " + action.path("action").asText() + " "
                        + action.path("reason").asText())
                .containsExactlyInAnyOrder(source + ":0 deactivate status-inactive", source + ":5 deactivate absent");
    }

    @Test
    @Acceptance(96)
    void namesArriveByteForByteAsTheSourceSentThem() {
        // composed and decomposed accents, a double blank, a typographic apostrophe, right-to-left and an astral letter
        String given = "Zo\u00eb  Jose\u0301e";
        String family = "O\u2019Neill \u05d0\u05d1 \ud835\udc9c \u0130";

        imports(person("1").with("First Name", given).with("Last Name", family), person("2"));

        assertThat(user("1").path("attributes").path("givenName").asText()).isEqualTo(given);
        assertThat(user("1").path("attributes").path("familyName").asText()).isEqualTo(family);
        assertThat(changes().get(0).at("/user/attributes/givenName").asText()).isEqualTo(given);
    }

    @Test
    @Acceptance({44, 47})
    void additionalManagersAreShownWithTheUserAndInTheFeedAsSoonAsTheyAreUsers() {
        String led = "p2@example.com;P3@example.com";
        importsInto("matrix", false, Row.csv(person("1").with("Shirt", led), person("2"), person("4")));
        JsonNode first = matrix("1");
        importsInto("matrix", false, Row.csv(person("1").with("Shirt", led), person("2"), person("3"), person("4")));
        JsonNode then = matrix("1");
        JsonNode changes =
                get("/api/directories/matrix/changes?limit=1000").json().path("items");
        JsonNode last = changes.get(changes.size() - 1);

        assertThat(first.path("additionalManagers"))
                .extracting(JsonNode::asText)
                .containsExactly(matrix("2").path("id").asText());
        assertThat(then.path("additionalManagers"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        matrix("2").path("id").asText(), matrix("3").path("id").asText());
        assertThat(matrix("2").path("additionalManagers")).isEmpty();
        assertThat(last.path("reason").asText()).isEqualTo("manager-known");
        assertThat(last.path("changed").toString()).isEqualTo("[\"additionalManagers\"]");
        assertThat(last.at("/user/additionalManagers")).isEqualTo(then.path("additionalManagers"));
        assertThat(last.at("/user/attributes/additionalManagers").isMissingNode())
                .isTrue();
    }

    private JsonNode matrix(String key) {
        return get("/api/directories/matrix/users?externalId=" + encoded("matrix:" + key))
                .json()
                .path("items")
                .get(0);
    }
}
