package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** From the first dry run of a source to the day it is disconnected. */
class SourceLifeTest extends RollcallTest {
    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private ClockRunSchedule clock;

    private String stage(String name) {
        return source(name).path("stage").asText();
    }

    private JsonNode source(String name) {
        return get("/api/sources/" + name).json();
    }

    private JsonNode done(String path) {
        Answer answer = post(path, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String refused(String path, int status) {
        Answer answer = post(path, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json().path("code").asText();
    }

    private JsonNode everybody(String directory) {
        return get("/api/directories/" + directory + "/users?limit=1000").json().path("items");
    }

    private void hasAccess(String directory, int expected) {
        assertThat(everybody(directory))
                .filteredOn(user -> user.path("active").asBoolean())
                .hasSize(expected);
    }

    @Test
    @Acceptance({60, 125})
    void aSourceIsEnabledOnlyAfterATestThatSucceededAndBeforeItNobodyIsAskedForMappings() {
        assertThat(stage("untested")).isEqualTo("set-up");
        assertThat(source("untested").path("next").asText())
                .contains("rollcall plan untested")
                .doesNotContain("map");
        assertThat(refused("/api/sources/untested/enable", 409)).isEqualTo("LIF-001");

        importsInto("untested", true, Row.csv(person("1")));

        assertThat(stage("untested")).isEqualTo("tested");
        assertThat(source("untested").path("next").asText())
                .contains("map the fields", "discover untested", "enable untested");
        assertThat(post("/api/sources/untested/enable", "").json().path("stage").asText())
                .isEqualTo("enabled");
        importsInto("untested", false, Row.csv(person("1")));
        hasAccess("untested", 1);
        JsonNode enabled = source("untested");
        assertThat(enabled.path("next").isNull()).isTrue();
        assertThat(enabled.path("configurations")).hasSize(1);
        assertThat(enabled.at("/configurations/0/digest").asText())
                .isEqualTo(enabled.path("configuration").asText())
                .hasSize(64);
        assertThat(enabled.at("/configurations/0/run").asText()).startsWith("untested-");
        assertThat(getManaged("/actuator/health")
                        .json()
                        .at("/components/sources/components/untested/details/stage")
                        .asText())
                .isEqualTo("enabled");
    }

    @Test
    @Acceptance(125)
    void aPersonMayEnableASourceWithoutATestAndPauseIt() {
        assertThat(refused("/api/sources/paused/pause", 409)).isEqualTo("LIF-006");
        assertThat(post("/api/sources/paused/enable?untested=true", "").status())
                .isEqualTo(200);
        importsInto("paused", false, Row.csv(person("1"), person("2")));

        assertThat(post("/api/sources/paused/pause", "").json().path("stage").asText())
                .isEqualTo("paused");
        Answer paused = importAnswer("paused", false, Row.csv(person("1")));
        assertThat(paused.status()).isEqualTo(409);
        assertThat(paused.json().path("code").asText()).isEqualTo("LIF-004");
        assertThat(importsInto("paused", true, Row.csv(person("1")))
                        .path("state")
                        .asText())
                .isEqualTo("planned");
        hasAccess("paused", 2);

        assertThat(post("/api/sources/paused/resume", "").json().path("stage").asText())
                .isEqualTo("enabled");
        importsInto("paused", false, Row.csv(person("1"), person("2"), person("3")));
        hasAccess("paused", 3);
    }

    @Test
    @Acceptance({29, 123, 124})
    void aSourceIsNotEnabledWhileUsersThereAreAlreadyWaitToBeLinked() {
        for (String key : List.of("1", "2")) {
            post("/api/directories/adopting/users", """
                {"attributes": {"givenName": "An", "familyName": "Hand",
                                "emails": [{"type": "work", "value": "p%s@example.com"}]}}""".formatted(key));
        }
        JsonNode test = importsInto("adopting", true, Row.csv(company(0, 4)));
        assertThat(source("adopting").path("next").asText())
                .contains("2 users are there already", "import updated.csv --plan", "Then: rollcall enable adopting");

        Answer early = post("/api/sources/adopting/enable", "");

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("code").asText()).isEqualTo("LIF-010");
        assertThat(early.json().path("detail").asText())
                .contains("2 users", "rollcall import updated.csv --plan", "rollcall enable adopting --unadopted");
        assertThat(stage("adopting")).isEqualTo("tested");
        assertThat(refused("/api/sources/adopting/enable?untested=true", 409)).isEqualTo("LIF-010");

        List<String> updated = csv(test, "updated").body().lines().toList();
        upload("adopting", updated.get(0) + "\r\n" + updated.get(1) + "\r\n");
        assertThat(post("/api/sources/adopting/enable", "")
                        .json()
                        .path("detail")
                        .asText())
                .startsWith("1 user");
        sql.update(
                "UPDATE run SET plan_deleted_at = now() WHERE id = ?",
                test.path("id").asText());
        assertThat(post("/api/sources/adopting/enable", "")
                        .json()
                        .path("detail")
                        .asText())
                .contains("have expired", "rollcall plan adopting");
        JsonNode again = importsInto("adopting", true, Row.csv(company(0, 4)));
        upload("adopting", csv(again, "updated").body());

        done("/api/sources/adopting/enable");
        assertThat(source("adopting").path("next").isNull()).isTrue();
        assertThat(importsInto("adopting", false, Row.csv(company(0, 4)))
                        .at("/counts/withheld")
                        .asInt())
                .isZero();
        hasAccess("adopting", 4);
    }

    @Test
    @Acceptance(124)
    void ofASourceThatIsEnabledItIsSaidThatUsersWait() {
        post("/api/directories/" + source + "/users", """
            {"attributes": {"givenName": "An", "familyName": "Hand", "emails": [{"type": "work", "value": "p1@example.com"}]}}""");
        assertThat(source(source).path("next").isNull()).isTrue();

        imports(person("1"), person("2"));

        assertThat(source(source).path("next").asText())
                .contains("1 user is there already", "rollcall import updated.csv --plan");
        upload(source, csv(dryRun(person("1"), person("2")), "updated").body());
        assertThat(source(source).path("next").isNull()).isTrue();
    }

    @Test
    @Acceptance({14, 15})
    void anExclusiveDirectoryTakesOneSourceAndNobodyByHandBesideIt() {
        String hand = """
            {"attributes": {"givenName": "Old", "familyName": "Hand", "emails": [{"type": "work", "value": "old@example.com"}]}}\
            """;
        assertThat(post("/api/directories/alone/users", hand).status()).isEqualTo(201);
        importsInto("alone", true, Row.csv(person("1")));
        importsInto("alone-too", true, Row.csv(person("1")));
        assertThat(post("/api/sources/alone/enable", "").status()).isEqualTo(200);

        assertThat(refused("/api/sources/alone-too/enable", 409)).isEqualTo("LIF-003");
        Answer byHand = post("/api/directories/alone/users", hand.replace("old@", "new@"));
        assertThat(byHand.status()).isEqualTo(409);
        assertThat(byHand.json().path("code").asText()).isEqualTo("LIF-009");
        Answer created =
                upload("alone", "External ID,First name,Last name,Email,User ID\nalone:9,An,Hand,n@example.com,\n");
        assertThat(created.json().path("code").asText()).isEqualTo("LIF-009");
        assertThat(importAnswer("alone-too", false, Row.csv(person("2")))
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("LIF-009");
        importsInto("alone", false, Row.csv(person("1")));
        post("/api/sources/alone/pause", "");
        assertThat(refused("/api/sources/alone-too/enable", 409)).isEqualTo("LIF-003");

        done("/api/sources/alone/disconnect?users=keep");

        assertThat(post("/api/sources/alone-too/enable", "").status()).isEqualTo(200);
        assertThat(refused("/api/sources/alone/enable", 409)).isEqualTo("LIF-003");
    }

    @Test
    @Acceptance(131)
    void nothingIsReadBeforeSomebodyAcceptedTheSubProcessor() {
        // its mapping says enabled: true
        assertThat(stage("consented")).isEqualTo("set-up");
        Answer early = importAnswer("consented", true, Row.csv(person("1")));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("code").asText()).isEqualTo("LIF-002");
        assertThat(refused("/api/sources/consented/enable?untested=true", 409)).isEqualTo("LIF-002");
        assertThat(get("/api/sources/consented/consent").json().path("text").asText())
                .contains("sub-processor");
        assertThat(refused("/api/sources/consented/consent?by=%20", 400)).isEqualTo("REQ-007");

        JsonNode given =
                post("/api/sources/consented/consent?by=An+Peeters", "").json();
        post("/api/sources/consented/consent?by=Somebody+Else", "");

        assertThat(given.at("/given/by").asText()).isEqualTo("An Peeters");
        assertThat(source("consented").at("/consent/by").asText()).isEqualTo("An Peeters");
        assertThat(source("consented").at("/consent/version").asText())
                .isEqualTo(given.path("version").asText());
        assertThat(stage("consented")).isEqualTo("enabled");
        importsInto("consented", false, Row.csv(person("1")));
        hasAccess("consented", 1);

        done("/api/sources/consented/disconnect?users=keep");

        assertThat(source("consented").path("consent").isNull()).isTrue();
        assertThat(refused("/api/sources/consented/enable?untested=true", 409)).isEqualTo("LIF-002");
    }

    @Test
    @Acceptance(127)
    void aDisconnectedSourceIsForgottenAndItsUsersStayAsTheyAreWithNobodyToManageThem() {
        post("/api/sources/kept/enable?untested=true", "");
        importsInto("kept", false, Row.csv(company(0, 5)));
        List<Integer> versions = versions("kept");

        JsonNode ended = done("/api/sources/kept/disconnect?users=keep");

        assertThat(ended.path("unlinked").asInt()).isEqualTo(5);
        assertThat(stage("kept")).isEqualTo("disconnected");
        hasAccess("kept", 5);
        assertThat(everybody("kept"))
                .allSatisfy(user -> assertThat(user.path("externalId").isNull()).isTrue());
        assertThat(versions("kept"))
                .isEqualTo(versions.stream().map(version -> version + 1).toList());
        JsonNode changes = get("/api/directories/kept/changes?limit=100").json().path("items");
        assertThat(changes).hasSize(10);
        assertThat(changes.get(9).path("type").asText()).isEqualTo("unlink");
        assertThat(changes.get(9).at("/user/active").asBoolean()).isTrue();
        assertThat(sql.queryForObject("SELECT count(*) FROM employee WHERE directory = 'kept'", Long.class))
                .isZero();
        assertThat(importAnswer("kept", false, Row.csv(person("1")))
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("LIF-005");
        assertThat(refused("/api/sources/kept/enable", 409)).isEqualTo("LIF-001");

        // connected again it finds the same people, and makes nobody twice
        importsInto("kept", true, Row.csv(company(0, 5)));
        assertThat(stage("kept")).isEqualTo("tested");
        done("/api/sources/kept/enable?unadopted=true");
        JsonNode again = importsInto("kept", false, Row.csv(company(0, 5)));
        assertThat(again.at("/counts/created").asInt()).isZero();
        assertThat(everybody("kept")).hasSize(5);
    }

    @Test
    @Acceptance(127)
    void aRunWhoseMappingIsGoneIsShownAndCanBeRejected() {
        imports(company(0, 4));
        JsonNode held = imports(company(3, 4));
        sql.update("UPDATE run SET source = 'gone' WHERE directory = ?", source);
        String run = "/api/runs/" + held.path("id").asText();
        String directory = "/api/directories/" + source;

        for (String path : List.of(
                run,
                run + "/plan",
                run + "/deleted.csv",
                run + "/rejections",
                directory + "/runs?source=gone",
                directory + "/notices",
                directory + "/changes",
                "/api/sources")) {
            assertThat(get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(get("/api/sources/gone").status()).isEqualTo(404);
        assertThat(refused(run + "/release", 409)).isEqualTo("RUN-011");
        assertThat(done(run + "/reject").path("decided").asInt()).isEqualTo(3);
    }

    @Test
    @Acceptance({72, 91, 127})
    void aLeaverGoesOnLeavingWithoutHisSourceUnlessAPersonLetsHimInAgain() {
        post("/api/sources/leaving/enable?untested=true", "");
        List<Row> leavers = company(0, 5).stream()
                .map(row ->
                        List.of("0", "1").contains(row.values().getOrDefault("ID", "")) ? row.with("Status", "T") : row)
                .toList();
        importsInto("leaving", false, Row.csv(company(0, 5)));
        importsInto("leaving", false, Row.csv(leavers));

        assertThat(done("/api/sources/leaving/disconnect?users=keep")
                        .path("unlinked")
                        .asInt())
                .isEqualTo(3);
        JsonNode leaver = leaver("leaving:0");
        Answer again =
                patch("/api/directories/leaving/users/" + leaver.path("id").asText(), "{\"active\": true}");
        assertThat(again.json().path("externalId").isNull()).as(again.body()).isTrue();
        String other = leaver("leaving:1").path("id").asText();
        sql.update(
                "UPDATE directory_user SET deprovisions_at = now(), next_transition_at = now() WHERE id = ?::uuid",
                other);
        clock.settleDue();

        assertThat(get("/api/directories/leaving/users/" + other)
                        .json()
                        .path("access")
                        .asText())
                .isEqualTo("deprovisioned");
        hasAccess("leaving", 4);
    }

    private JsonNode leaver(String externalId) {
        JsonNode found = get("/api/directories/leaving/users?externalId=" + encoded(externalId))
                .json()
                .path("items")
                .path(0);
        assertThat(found.path("access").asText()).isEqualTo("quarantined");
        return found;
    }

    private List<Integer> versions(String directory) {
        List<Integer> versions = new ArrayList<>();
        everybody(directory).forEach(user -> versions.add(user.path("version").asInt()));
        return versions;
    }

    @Test
    @Acceptance(127)
    void theUsersOfADisconnectedSourceLoseAccessByAPlanThatSomebodyReleases() {
        post("/api/sources/removed/enable?untested=true", "");
        importsInto("removed", false, Row.csv(company(0, 5)));

        JsonNode ended = done("/api/sources/removed/disconnect?users=remove");

        JsonNode plan = ended.path("plan");
        assertThat(plan.path("state").asText()).isEqualTo("held");
        assertThat(plan.at("/counts/held").asInt()).isEqualTo(5);
        assertThat(stage("removed")).isEqualTo("disconnected");
        assertThat(csv(plan, "deleted").body().lines()).hasSize(6);
        hasAccess("removed", 5);

        Answer released = post("/api/runs/" + plan.path("id").asText() + "/release", "");

        assertThat(released.json().path("decided").asInt()).as(released.body()).isEqualTo(5);
        hasAccess("removed", 0);
    }

    @Test
    @Acceptance({110, 111})
    void whoeverAsksTooOftenIsToldWhenToComeAgain() {
        importsInto("limited", false, Row.csv(person("1")));
        Answer second = importAnswer("limited", false, Row.csv(person("1"), person("2")));
        for (int i = 0; i < 3; i++) {
            importsInto("limited", true, Row.csv(person("1")));
        }
        Answer fourth = importAnswer("limited", true, Row.csv(person("1")));

        for (Answer refused : List.of(second, fourth)) {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.json().path("code").asText()).isEqualTo("LIF-007");
            assertThat(Long.parseLong(refused.header("retry-after"))).isBetween(86_000L, 86_401L);
        }
        hasAccess("limited", 1);
    }
}
