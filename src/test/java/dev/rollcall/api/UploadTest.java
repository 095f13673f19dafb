package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import dev.rollcall.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A dry run's files, looked at by a person and uploaded. */
class UploadTest extends RollcallTest {
    private void byHand(String given, String email) {
        Answer made = post("/api/directories/" + source + "/users", """
            {"attributes": {"givenName": "%s", "familyName": "Hand", "emails": [{"type": "work", "value": "%s"}]}}\
            """.formatted(given, email));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    private JsonNode uploaded(String file) {
        Answer answer = upload(source, file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String refused(String file, String code) {
        Answer answer = upload(source, file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        return answer.json().path("detail").asText();
    }

    /** The file with some of its lines only; the header is the first. */
    private static String lines(String file, int... kept) {
        List<String> all = file.lines().toList();
        StringBuilder text = new StringBuilder(all.getFirst()).append("\r\n");
        for (int line : kept) {
            text.append(all.get(line)).append("\r\n");
        }
        return text.toString();
    }

    @Test
    @Acceptance({29, 123, 124})
    void usersThereAreAlreadyAreLinkedByTheUpdatedFileAndNobodyIsMadeTwice() {
        byHand("An", "p1@example.com");
        byHand("Bo", "P2@example.com");
        byHand("Cy", "other@example.com");

        // whoever enables the source before the upload makes nobody twice either: the users wait
        JsonNode early = imports(person("1"), person("2"), person("3"));
        assertThat(early.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(early.at("/counts/withheld").asInt()).isEqualTo(2);
        assertThat(users("")).hasSize(4);

        JsonNode test = dryRun(person("1"), person("2"), person("3"));
        String updated = csv(test, "updated").body();
        assertThat(updated.lines()).hasSize(3);
        JsonNode done = uploaded(updated);

        assertThat(done.path("linked").asInt()).isEqualTo(2);
        assertThat(user("1").path("email").asText()).isEqualTo("p1@example.com");
        List<JsonNode> last = new ArrayList<>();
        changes().forEach(last::add);
        assertThat(last.subList(last.size() - 2, last.size()))
                .allSatisfy(change -> {
                    assertThat(change.path("type").asText()).isEqualTo("link");
                    assertThat(change.path("reason").asText()).isEqualTo("uploaded");
                })
                .extracting(change -> change.at("/user/externalId").asText())
                .containsExactly(source + ":1", source + ":2");
        assertThat(uploaded(updated).path("unchanged").asInt()).isEqualTo(2);

        JsonNode run = imports(person("1"), person("2").with("Title", "Head"), person("3"));

        assertThat(run.at("/counts/created").asInt()).isZero();
        assertThat(run.at("/counts/withheld").asInt()).isZero();
        assertThat(user("1").at("/attributes/givenName").asText()).isEqualTo("Given1");
        assertThat(user("2").at("/attributes/title").asText()).isEqualTo("Head");
        assertThat(users("")).hasSize(4);
        assertThat(imports(person("1"), person("3")).at("/counts/removed").asInt())
                .isEqualTo(1);
    }

    @Test
    @Acceptance(123)
    void whatAnAdministratorTookOutOrChangedInTheFileIsRespected() {
        byHand("An", "p1@example.com");
        byHand("Bo", "p2@example.com");
        byHand("Dirk", "somebody-else@example.com");
        String updated = csv(dryRun(person("1"), person("2")), "updated").body();
        String dirk = users("email=somebody-else@example.com").get(0).path("id").asText();
        String second = users("email=p2@example.com").get(0).path("id").asText();

        uploaded(lines(updated, 2).replace(second, dirk));

        assertThat(users("email=p1@example.com").get(0).path("externalId").isNull())
                .isTrue();
        assertThat(users("email=p2@example.com").get(0).path("externalId").isNull())
                .isTrue();
        assertThat(user("2").path("id").asText()).isEqualTo(dirk);
    }

    @Test
    @Acceptance(123)
    void everythingWrongWithAFileIsToldAtOnceAndNobodysLinkIsOverwritten() {
        byHand("An", "p1@example.com");
        String updated = csv(dryRun(person("1")), "updated").body();
        imports(person("7"), person("8"));
        String header = updated.lines().findFirst().orElseThrow();
        String seven = user("7").path("id").asText();
        List<String> rows = List.of(
                source + ":9,,,,link,active,,,," + seven,
                source + ":8,,,,link,active,,,,"
                        + users("email=p1@example.com").get(0).path("id").asText(),
                "nowhere:1,,,,link,active,,,,00000000-0000-0000-0000-000000000000",
                source + ":10,,,,link,active,,,,00000000-0000-0000-0000-000000000000",
                source + ":11,,,,deactivate,deactivated,,,," + seven,
                "42,,,,create,active,,,,",
                source + ":12,Given,Family,P7@EXAMPLE.com,create,active,,,,",
                source + ":13,,Family,n@example.com,create,active,,,,");

        String told = refused(header + "\r\n" + String.join("\r\n", rows) + "\r\n", "UPL-002");

        assertThat(told)
                .contains(
                        "8 lines",
                        "upload.csv:2  User ID: the user is " + source + ":7 already",
                        "upload.csv:3  External ID: another user has it",
                        "upload.csv:4  External ID: no source",
                        "upload.csv:5  User ID: the directory has no such user",
                        "upload.csv:6  Action: access is taken by a run",
                        "upload.csv:7  External ID: expected a source and its key",
                        "upload.csv:8  Email: a user has this address already",
                        "upload.csv:9  the directory requires givenName")
                .doesNotContainIgnoringCase("@example.com");
        assertThat(user("7").path("version").asInt()).isEqualTo(1);
        assertThat(users("")).hasSize(3);
        assertThat(refused("External ID,E-mail,User ID\r\n" + source + ":1,x,y\r\n", "UPL-001"))
                .contains("Unknown: E-mail.", "Missing: Email.");
    }

    @Test
    @Acceptance(122)
    void thePeopleOfTheCreatedFileAreThereAtOnceAndTheRunMakesNobodyTwice() {
        Row changed = person("2").with("Last Name", "=1+1");
        String created =
                csv(dryRun(person("1"), changed, person("3")), "created").body();

        JsonNode done = uploaded(lines(created, 1, 2).replace("Given1", "Gigi"));

        assertThat(done.path("created").asInt()).isEqualTo(2);
        assertThat(activeKeys()).containsExactly("1", "2");
        assertThat(user("1").at("/attributes/givenName").asText()).isEqualTo("Gigi");
        assertThat(user("2").at("/attributes/familyName").asText()).isEqualTo("=1+1");
        assertThat(changes().get(0).path("type").asText()).isEqualTo("create");
        assertThat(uploaded(created).path("unchanged").asInt()).isEqualTo(2);
        assertThat(activeKeys()).containsExactly("1", "2", "3");

        JsonNode run = imports(person("1").with("Title", "Head"), changed, person("3"), person("4"));

        assertThat(run.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(activeKeys()).containsExactly("1", "2", "3", "4");
        assertThat(user("1").at("/attributes/givenName").asText()).isEqualTo("Given1");
        assertThat(user("1").at("/attributes/title").asText()).isEqualTo("Head");
        assertThat(imports(person("1"), changed, person("4"))
                        .at("/counts/removed")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Acceptance({36, 53, 122})
    void whoeverIsMadeFromTheFileHasWhatTheDirectoryRequiresAndWhatItGives() {
        String created = csv(importsInto("numbered", true, Row.csv(person("1"))), "created")
                .body();

        Answer refused = upload("numbered", created);

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("detail").asText())
                .contains(
                        "1 lines",
                        "upload.csv:2  the directory requires employeeNumber, which the file does not tell. Take the line"
                                + " out: the source's run makes the user.");
        String users = "/api/directories/placed/users?externalId=" + encoded("placed:1");
        assertThat(upload(
                                "placed",
                                csv(importsInto("placed", true, Row.csv(person("1"))), "created")
                                        .body())
                        .status())
                .isEqualTo(200);
        JsonNode made = get(users).json().path("items").get(0);
        assertThat(made.at("/attributes/preferredLanguage").asText()).isEqualTo("en");
        assertThat(get(users + "&group=Europe").json().path("items")).hasSize(1);
        patch(
                "/api/directories/placed/users/" + made.path("id").asText(),
                "{\"attributes\": {\"preferredLanguage\": \"fr\"}}");
        importsInto("placed", false, Row.csv(person("1").with("Title", "Cook")));
        JsonNode after = get(users).json().path("items").get(0);
        assertThat(after.at("/attributes/title").asText()).isEqualTo("Cook");
        assertThat(after.at("/attributes/preferredLanguage").asText()).isEqualTo("fr");
    }

    @Test
    @Acceptance({28, 122})
    void aPlansFileThatASpreadsheetSavedAsAWorkbookIsTakenToo() {
        String created = csv(dryRun(person("1")), "created").body();
        List<List<String>> rows =
                created.lines().map(line -> List.of(line.split(",", -1))).collect(Collectors.toList());

        Answer answer = upload(source, Workbook.of(rows));

        assertThat(answer.json().path("created").asInt()).as(answer.body()).isEqualTo(1);
    }

    @Test
    @Acceptance(28)
    void aWorkbookIsImportedAsTheSameRowsInAFileWouldBe() {
        Workbook book = new Workbook(Row.COLUMNS)
                .row()
                .number("42")
                .number("7.0")
                .text("Zo\u00eb")
                .shared("O'Neill")
                .text("z@example.com")
                .text("")
                .text("R&D <1>")
                .skip(3)
                .text("A")
                .date("45323")
                .skip(2)
                .number("12.300000000000001");

        JsonNode run = importsInto(source, book.bytes());

        assertThat(run.at("/counts/created").asInt()).as(run.toString()).isEqualTo(1);
        JsonNode attributes = user("42").path("attributes");
        assertThat(attributes.path("employeeNumber").asText()).isEqualTo("7");
        assertThat(attributes.path("givenName").asText()).isEqualTo("Zo\u00eb");
        assertThat(attributes.path("familyName").asText()).isEqualTo("O'Neill");
        assertThat(attributes.path("department").asText()).isEqualTo("R&D <1>");
        assertThat(attributes.path("startDate").asText()).isEqualTo("2024-02-01");
        assertThat(attributes.path("custom.shirt").asText()).isEqualTo("12.3");
    }

    @Test
    @Acceptance(28)
    void aFileSentAsAFormIsRefusedWithWhatToSayInstead() {
        for (String path : List.of("/api/sources/" + source + "/import", "/api/directories/" + source + "/upload")) {
            for (String kind : List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
                Answer form = sendFile(path, kind, Row.csv(person("1")));
                assertThat(form.status()).as(form.body()).isEqualTo(400);
                assertThat(form.json().path("where").asText()).isEqualTo("Content-Type");
                assertThat(form.json().path("detail").asText())
                        .contains(kind.replaceAll(";.*", ""), "Content-Type: text/csv");
            }
        }
        Answer unknown =
                sendFile("/api/sources/" + source + "/import", "application/octet-stream", Row.csv(person("1")));
        assertThat(unknown.status()).as(unknown.body()).isEqualTo(201);
    }
}
