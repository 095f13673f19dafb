package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class DryRunTest extends RollcallTest {
    @Autowired
    private JdbcTemplate sql;

    @Test
    @Acceptance({116, 118, 119, 120})
    void aDryRunShowsWhoWouldBeCreatedUpdatedAndDeletedAndChangesNothing() {
        imports(company(0, 10));
        List<Row> next = new ArrayList<>(company(1, 11));
        next.set(0, next.get(0).with("Title", "=HYPERLINK(\"x\")").with("Last Name", "=1+1"));
        Map<String, String> before = tables();

        JsonNode run = dryRun(next.toArray(Row[]::new));

        assertThat(tables()).isEqualTo(before);
        assertThat(run.path("state").asText()).isEqualTo("planned");
        assertThat(run.path("status").asText()).isEqualTo("Test results ready");
        assertThat(csv(run, "created").body().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(source + ":10,Given10,Family10,p10@example.com,create,active,");
        assertThat(csv(run, "updated").body().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains(source + ":1", "familyName title")
                // a cell a spreadsheet would run is text
                .contains(",'=1+1,");
        assertThat(csv(run, "deleted").body().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains(source + ":0", ",deactivate,deactivated,absent,");
    }

    @Test
    void anAttributeThatIsMappedAndEmptyForEverybodyIsNamedBeforeItIsTakenFromThem() {
        List<Row> clerks =
                company(0, 10).stream().map(row -> row.with("Title", "Clerk")).toList();
        imports(clerks);
        List<Row> renamed = company(0, 10);

        JsonNode tested = dryRun(renamed.toArray(Row[]::new));
        JsonNode applied = imports(renamed);
        JsonNode again = imports(renamed);

        assertThat(messages(tested))
                .filteredOn(message -> message.contains("RUN-022"))
                .singleElement()
                .asString()
                .contains("title (the plan takes it from 10 users)", "empty in each of 10 records", "rollcall discover")
                .contains("department")
                .doesNotContain("familyName");
        assertThat(messages(applied))
                .filteredOn(message -> message.contains("RUN-022"))
                .singleElement()
                .asString()
                .contains("title (the plan takes it from 10 users): mapped");
        assertThat(messages(again)).noneMatch(message -> message.contains("RUN-022"));
        // of nine it may well be so
        assertThat(messages(dryRun(company(0, 9).toArray(Row[]::new))))
                .noneMatch(message -> message.contains("RUN-022"));
    }

    private static List<String> messages(JsonNode run) {
        List<String> messages = new ArrayList<>();
        run.path("messages").forEach(message -> messages.add(message.asText()));
        return messages;
    }

    /** A digest of every table that holds more than runs and their plans. */
    private Map<String, String> tables() {
        Map<String, String> digests = new TreeMap<>();
        List<String> names = sql.queryForList(
                "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'"
                        + " AND table_type = 'BASE TABLE' AND table_name NOT IN ('run', 'plan_action', 'rejection', 'notice')",
                String.class);
        assertThat(names).contains("directory_user", "employee", "change", "source", "feed_position");
        for (String name : names) {
            digests.put(
                    name,
                    sql.queryForObject(
                            "SELECT count(*) || ' ' || coalesce(md5(string_agg(row_text, chr(10) ORDER BY row_text)), '')"
                                    + " FROM (SELECT t::text AS row_text FROM " + name + " t) rows",
                            String.class));
        }
        return digests;
    }

    @Test
    @Acceptance(121)
    void thereIsNoFileOfAnEmptyCategory() {
        JsonNode run = dryRun(person("1"), person("2"));

        assertThat(csv(run, "created").status()).isEqualTo(200);
        for (String category : List.of("updated", "deleted")) {
            Answer none = csv(run, category);
            assertThat(none.status()).isEqualTo(404);
            assertThat(none.json().path("code").asText()).isEqualTo("REQ-004");
        }
    }

    @Test
    @Acceptance({114, 117})
    void aTestRunIsStartedAtOnceAndSaysThatItIsRunningUntilItsResultsAreReady() {
        CountDownLatch gate = handedOver.next(Row.csv(person("1"), person("2")));

        Answer begun = post("/api/sources/slow/runs", "{\"dryRun\": true}");

        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(begun.location()).startsWith("/api/runs/slow-");
        assertThat(get(begun.location()).json().path("status").asText()).isEqualTo("Test is running");
        assertThat(get("/api/sources/slow").json().path("state").asText()).isEqualTo("running");
        // nobody else waits for it
        imports(person("1"));

        gate.countDown();
        JsonNode run = ended(begun.location());
        assertThat(run.path("status").asText()).isEqualTo("Test results ready");
        assertThat(run.path("counts").path("created").asInt()).isEqualTo(2);
        assertThat(get("/api/directories/slow/users").json().path("items")).isEmpty();
    }

    @Test
    @Acceptance(125)
    void aSourceNobodyEnabledMakesDryRunsOnlyUntilSomebodyEnablesIt() {
        JsonNode before = importsInto("careful", false, Row.csv(person("1")));
        assertThat(before.path("dryRun").asBoolean()).isTrue();
        assertThat(get("/api/directories/careful/users").json().path("items")).isEmpty();
        assertThat(get("/api/sources/careful").json().path("enabled").asBoolean())
                .isFalse();

        Answer enabled = post("/api/sources/careful/enable", "");

        assertThat(enabled.json().path("enabled").asBoolean()).isTrue();
        JsonNode after = importsInto("careful", false, Row.csv(person("1")));
        assertThat(after.path("state").asText()).isEqualTo("applied");
        assertThat(get("/api/directories/careful/users").json().path("items")).hasSize(1);
    }

    @Test
    void aMisspeltWishStartsNothing() {
        Answer answer = post("/api/sources/slow/runs", "{\"dryrun\": true}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("REQ-007");
        assertThat(post("/api/sources/nobody/runs", "{}").status()).isEqualTo(404);
        assertThat(post("/api/sources/" + source + "/runs", "{}")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("RTE-001");
    }

    @Test
    void everyAddressIsDescribed() {
        JsonNode paths = get("/api/openapi").json().path("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .contains(
                        "/api/sources",
                        "/api/sources/{source}/runs",
                        "/api/sources/{source}/import",
                        "/api/sources/{source}/enable",
                        "/api/runs/{run}/plan",
                        "/api/runs/{run}/{category}.csv",
                        "/api/runs/{run}/release",
                        "/api/directories/{directory}/users/{id}",
                        "/api/directories/{directory}/changes");
    }
}
