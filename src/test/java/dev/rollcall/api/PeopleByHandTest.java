package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an administrator does to users, and what he can ask of them. */
class PeopleByHandTest extends RollcallTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private String address(String key) {
        return "/api/directories/" + source + "/users/" + user(key).path("id").asText();
    }

    @Test
    @Acceptance(72)
    void aUserCanBeMadeChangedAndDeactivatedByHandAndHisSourceSetsBackWhatIsItsOwn() {
        Row[] rows = {person("1"), person("2"), person("3")};
        imports(rows);
        Answer made = post(
                "/api/directories/" + source + "/users",
                "{\"attributes\": {\"givenName\": \"Guest\", \"familyName\": \"Here\","
                        + " \"emails\": [{\"type\": \"work\", \"value\": \"guest@example.com\"}]}}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);

        assertThat(patch(address("1"), "{\"active\": false}").status()).isEqualTo(200);
        assertThat(user("1").path("active").asBoolean()).isFalse();
        Answer guest = patch(made.location(), "{\"active\": false}");
        assertThat(guest.json().path("access").asText()).isEqualTo("deactivated");
        imports(rows);

        assertThat(user("1").path("active").asBoolean()).isTrue();
        assertThat(get(made.location()).json().path("active").asBoolean()).isFalse();
    }

    @Test
    @Acceptance({72, 76})
    void whoeverIsDeactivatedByHandLosesHisTeamsToo() {
        Row[] rows = {person("1").with("Teams", "Blue;Green"), person("2")};
        imports(rows);

        Answer deactivated = patch(address("1"), "{\"active\": false}");

        assertThat(deactivated.json().at("/attributes/givenName").asText()).isEqualTo("Given1");
        assertThat(deactivated.json().at("/attributes/teams").isMissingNode()).isTrue();
        JsonNode last = changes().get(changes().size() - 1);
        assertThat(last.path("type").asText()).isEqualTo("deactivate");
        assertThat(last.path("changed")).extracting(JsonNode::asText).containsExactly("teams");
        assertThat(last.path("events")).extracting(JsonNode::asText).containsExactly("left");
        assertThat(last.at("/user/attributes/teams").isMissingNode()).isTrue();
        imports(rows);
        assertThat(user("1").at("/attributes/teams")).hasSize(2);
    }

    @Test
    @Acceptance(72)
    void aChangeByHandThatIsRefusedInPartChangesNothing() {
        imports(person("1"), person("2"), person("3"));

        Answer unknown = patch(address("1"), "{\"active\": false, \"attributes\": {\"titel\": \"Boss\"}}");
        Answer taken = patch(
                address("1"),
                "{\"active\": false, \"attributes\": {\"emails\": " + user("2").at("/attributes/emails") + "}}");

        assertThat(unknown.status()).as(unknown.body()).isEqualTo(422);
        assertThat(taken.status()).as(taken.body()).isEqualTo(409);
        assertThat(user("1").path("active").asBoolean()).isTrue();
        Answer both = patch(address("1"), "{\"active\": false, \"attributes\": {\"title\": \"Boss\"}}");
        assertThat(both.json().path("active").asBoolean()).isFalse();
        assertThat(both.json().at("/attributes/title").asText()).isEqualTo("Boss");
    }

    @Test
    @Acceptance(72)
    void whoeverIsSuspendedStaysOutWhateverHisSourceSaysUntilHeIsLetInAgain() {
        imports(person("1"), person("2"), person("3"));

        Answer suspended = post(address("1") + "/suspend", "{\"because\": \"lost badge\"}");

        assertThat(suspended.json().path("active").asBoolean()).isFalse();
        assertThat(suspended.json().at("/suspension/because").asText()).isEqualTo("lost badge");
        assertThat(suspended.json().at("/suspension/by").asText()).isEqualTo("administrator");
        imports(person("1").with("Title", "Engineer"), person("2"), person("3"));
        assertThat(activeKeys()).containsExactly("2", "3");
        assertThat(user("1").at("/attributes/title").asText()).isEqualTo("Engineer");
        JsonNode last = changes().get(changes().size() - 1);
        assertThat(last.at("/user/active").asBoolean()).isFalse();

        post(address("1") + "/unsuspend", "");
        assertThat(activeKeys()).containsExactly("1", "2", "3");
    }

    @Test
    void aQuarantineEndsWhenItWouldHaveWhateverIsChangedByHand() {
        importsInto("deleting", false, Row.csv(person("1"), person("2")));
        importsInto("deleting", false, Row.csv(person("1").with("Status", "T"), person("2")));
        JsonNode leaver = get("/api/directories/deleting/users?externalId=" + encoded("deleting:1"))
                .json()
                .path("items")
                .get(0);
        assertThat(leaver.path("deprovisionsAt").asText()).isNotEmpty();

        Answer edited =
                patch("/api/directories/deleting/users/" + leaver.path("id").asText(), "{\"participates\": false}");

        assertThat(edited.json().path("participates").asBoolean()).isFalse();
        assertThat(edited.json().path("deprovisionsAt")).isEqualTo(leaver.path("deprovisionsAt"));
    }

    @Test
    @Acceptance(116)
    void aPlanShowsWhatEachAttributeHeldAndWillHold() {
        imports(person("1").with("Title", "Engineer").with("Manager", "p2@example.com"), person("2"));

        JsonNode dry = dryRun(
                person("1")
                        .with("Title", "Head of One")
                        .with("End", "2020-01-31")
                        .with("Manager", ""),
                person("2"));

        JsonNode action = plan(dry).get(0);
        assertThat(action.path("action").asText()).isEqualTo("deactivate");
        assertThat(action.path("reason").asText()).isEqualTo("end-date-passed");
        assertThat(action.path("detail").asText()).isEqualTo("endDate 2020-01-31");
        assertThat(action.path("origin").asText()).endsWith(":2");
        assertThat(action.path("changes"))
                .extracting(change -> change.path("attribute").asText()
                        + ": " + change.path("before").asText() + " -> "
                        + change.path("after").asText() + (change.path("shown").asBoolean() ? "" : " (not shown)"))
                .containsExactlyInAnyOrder(
                        "endDate: null -> 2020-01-31",
                        "manager: null -> null (not shown)",
                        "title: Engineer -> Head of One");
    }

    @Test
    @Acceptance({95, 97})
    void joinersMoversLeaversAndThoseWhoReturnAreEventsInTheFeedAndInAFile() {
        imports(person("1"), person("2"), person("3"), person("4"));
        imports(person("1").with("Department", "Sales"), person("2").with("Status", "T"), person("3"), person("4"));
        imports(person("1").with("Department", "Sales"), person("2"), person("3"), person("4"));

        assertThat(changes())
                .extracting(change -> change.path("events").toString())
                .containsExactly(
                        "[\"joined\",\"welcome\"]",
                        "[\"joined\",\"welcome\"]",
                        "[\"joined\",\"welcome\"]",
                        "[\"joined\",\"welcome\"]",
                        "[\"moved\"]",
                        "[\"left\"]",
                        "[\"returned\"]");
        String file = get("/api/directories/" + source + "/events.csv?from="
                        + LocalDate.now(ZoneOffset.UTC).minusDays(1))
                .body();
        assertThat(file.lines()).hasSize(12);
        assertThat(file).contains(",moved," + user("1").path("id").asText() + ",changed,department,Sales,");
        assertThat(file).doesNotContain("Given", "example.com");
    }

    private List<String> events() {
        List<String> events = new ArrayList<>();
        changes()
                .forEach(change -> events.add(
                        change.path("type").asText() + change.path("events").toString()));
        return events;
    }

    @Test
    @Acceptance({72, 95, 97})
    void whatIsDoneByHandIsAnEventTooButASuspensionIsNone() {
        Answer made = post(
                "/api/directories/" + source + "/users",
                "{\"attributes\": {\"givenName\": \"Guest\", \"familyName\": \"Here\","
                        + " \"emails\": [{\"type\": \"work\", \"value\": \"guest@example.com\"}]}}");
        String guest = made.location();
        patch(guest, "{\"attributes\": {\"title\": \"Head\"}}");
        patch(guest, "{\"attributes\": {\"givenName\": \"Gast\"}}");
        patch(guest, "{\"participates\": false}");
        post(guest + "/suspend", "");
        post(guest + "/unsuspend", "");
        patch(guest, "{\"active\": false}");
        patch(guest, "{\"active\": true}");

        assertThat(events())
                .containsExactly(
                        "create[\"joined\",\"welcome\"]",
                        "update[\"moved\"]",
                        "update[]",
                        "update[]",
                        "suspend[]",
                        "unsuspend[]",
                        "deactivate[\"left\"]",
                        "reactivate[\"returned\"]");
    }

    @Test
    @Acceptance({97, 122, 123})
    void whatTheFirstRunFillsInAboutUploadedUsersIsNoMoveAndWhatComesAfterItIs() {
        Answer made = post(
                "/api/directories/" + source + "/users",
                "{\"attributes\": {\"givenName\": \"Given2\", \"familyName\": \"Family2\","
                        + " \"emails\": [{\"type\": \"work\", \"value\": \"p2@example.com\"}]}}");
        assertThat(made.status()).isEqualTo(201);
        Row[] rows = {
            person("1").with("Title", "Cook").with("Department", "Sales"),
            person("2").with("Title", "Baker")
        };
        JsonNode test = dryRun(rows);
        for (String file : List.of("created", "updated")) {
            assertThat(upload(source, csv(test, file).body()).status()).isEqualTo(200);
        }
        imports(rows);
        imports(rows[0].with("Title", "Chef"), rows[1].with("Title", "Chef"));

        assertThat(events())
                .containsExactly(
                        "create[\"joined\",\"welcome\"]",
                        "create[\"joined\",\"welcome\"]",
                        "link[]",
                        "update[]",
                        "update[]",
                        "update[\"moved\"]",
                        "update[\"moved\"]");
    }

    @Test
    @Acceptance({61, 62, 67})
    void peopleAreFoundByDepartmentAndTenureAndEachDepartmentIsASegmentOnce() {
        imports(
                person("1")
                        .with("Department", "Operations")
                        .with("Start", LocalDate.now(ZONE).minusMonths(3).toString()),
                person("2")
                        .with("Department", "Operations")
                        .with("Start", LocalDate.now(ZONE).minusYears(3).toString()),
                person("3")
                        .with("Department", "Sales")
                        .with("Start", LocalDate.now(ZONE).minusMonths(3).toString()));

        assertThat(users("group=Operations&tenureBelow=P1Y"))
                .extracting(user -> user.path("externalId").asText())
                .containsExactly(source + ":1");
        assertThat(user("2").path("tenure").asText()).isEqualTo("P3Y");
        assertThat(get("/api/directories/" + source + "/segments").json())
                .extracting(segment -> segment.path("attribute").asText() + "="
                        + segment.path("value").asText())
                .containsExactly("department=Operations", "department=Sales");
    }

    @Test
    @Acceptance(49)
    void whoeverOthersReportToManages() {
        imports(person("1").with("Manager", "p2@example.com"), person("2"));

        assertThat(user("2").path("manages").asBoolean()).isTrue();
        assertThat(user("1").path("manages").asBoolean()).isFalse();
    }

    @Test
    @Acceptance(107)
    void aHeldPlanIsReleasedForSomeAndRejectedForOthers() {
        imports(person("1"), person("2"), person("3"), person("4"));
        JsonNode held = imports(person("4"));
        String run = "/api/runs/" + held.path("id").asText();

        Answer unknown = post(run + "/release", "{\"users\": [\"" + source + ":1\", \"main:nobody\"]}");
        assertThat(unknown.status()).as(unknown.body()).isEqualTo(404);
        assertThat(unknown.json().path("code").asText()).isEqualTo("RUN-021");
        assertThat(unknown.json().path("detail").asText()).contains("about main:nobody.");
        assertThat(activeKeys()).containsExactly("1", "2", "3", "4");
        post(run + "/release", "{\"users\": [\"" + source + ":1\"]}");
        assertThat(activeKeys()).containsExactly("2", "3", "4");
        post(run + "/reject", "{\"users\": [\"" + source + ":2\"]}");
        Answer rest = post(run + "/release", "");

        assertThat(rest.status()).as(rest.body()).isEqualTo(200);
        assertThat(activeKeys()).as("the last release undoes the rejection too").isEqualTo(List.of("4"));
    }
}
