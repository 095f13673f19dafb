package dev.rollcall.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import dev.rollcall.RollcallAmongTests;
import dev.rollcall.RunningRollcall;
import dev.rollcall.api.command.Shell.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands beside a server that runs: it does what they ask. */
class RunningServerTest extends RunningRollcall {
    private final String source = freshDirectory();
    private final Shell shell = new Shell(RollcallAmongTests.class, HOME, List.of());

    @TempDir
    Path temp;

    private Path file(int from, int to) throws IOException {
        StringBuilder csv =
                new StringBuilder("ID,Employee ID,First Name,Last Name,Email,Title,Department,Location,Teams,"
                        + "Manager,Status,Start,End,Picture,Shirt\n");
        for (int i = from; i < to; i++) {
            csv.append(i).append(",,Given,Family,q").append(i).append("@example.com,,,,,,A,,,,\n");
        }
        return Files.writeString(temp.resolve("people.csv"), csv);
    }

    @Test
    void fileIsImportedHeldReleasedAndRejectedOverTheServer() throws IOException {
        Outcome first = shell.call("import", file(0, 4).toString(), "--mapping", source);
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).contains("applied 4 creates");

        Outcome held = shell.call("import", file(0, 1).toString(), "--mapping", source);
        assertThat(held.status()).isEqualTo(ExitStatus.HELD);
        String run = held.out().replaceAll("(?s).*rollcall release (\\S+)`.*", "$1");
        Outcome rejected = shell.call("reject", run);
        assertThat(rejected.out()).contains("3 actions will not be applied");
        Outcome released = shell.call("release", run);
        assertThat(released.status()).as(released.err()).isZero();
        assertThat(released.out()).contains("3 actions applied");
    }

    @Test
    void planIsWrittenAsTheFilesThatHaveALine() throws IOException {
        shell.call("import", file(0, 3).toString(), "--mapping", source);
        Path out = temp.resolve("out");

        Outcome plan = shell.call("plan", source, "--file", file(1, 4).toString(), "--out", out.toString());

        assertThat(plan.status()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("would apply 1 creates, 0 updates, 1 losses of access", "created.csv");
        assertThat(out.resolve("created.csv")).content().contains(source + ":3");
        assertThat(out.resolve("deleted.csv")).content().contains(source + ":0");
        assertThat(out.resolve("updated.csv")).doesNotExist();
    }

    @Test
    void sourceRunsAndItsEndIsWaitedFor() {
        handedOver.next("ID\n1\n").countDown();

        Outcome failed = shell.call("run", "slow");

        assertThat(failed.status()).isEqualTo(ExitStatus.PROBLEMS);
        assertThat(failed.out()).contains("run failed  source=slow", "MAP-112", "no column Employee ID");
        Outcome unknown = shell.call("run", "nobody");
        assertThat(unknown.err()).contains("REQ-002");
        assertThat(shell.call("enable", source).out()).contains("enabled  source=" + source);
    }

    @Test
    @Acceptance({122, 127})
    void plansFileIsUploadedAndSourcePausedAndDisconnectedOverTheServer() throws IOException {
        Path out = temp.resolve("out");
        shell.call("plan", source, "--file", file(0, 3).toString(), "--out", out.toString());

        Outcome unnamed = shell.call("import", out.resolve("created.csv").toString(), "--plan");
        Outcome uploaded = shell.call("import", out.resolve("created.csv").toString(), "--plan", "--directory", source);
        Outcome paused = shell.call("pause", source);
        Outcome refused = shell.call("import", file(0, 3).toString(), "--mapping", source);
        Outcome sources = shell.call("sources");
        Outcome resumed = shell.call("resume", source);
        Outcome unsaid = shell.call("disconnect", source);
        Outcome disconnected = shell.call("disconnect", source, "--keep-users");

        assertThat(unnamed.err()).contains("REQ-007", "--directory");
        assertThat(uploaded.status()).as(uploaded.err()).isZero();
        assertThat(uploaded.out()).contains("0 users linked, 3 created");
        assertThat(paused.out()).contains("paused  source=" + source);
        assertThat(refused.err()).contains("LIF-004");
        assertThat(sources.out()).containsPattern(source + " +paused").contains("rollcall resume " + source);
        assertThat(resumed.out()).contains("resumed");
        assertThat(unsaid.status()).isEqualTo(ExitStatus.WRONG_CALL);
        assertThat(disconnected.status()).as(disconnected.err()).isZero();
        assertThat(disconnected.out()).contains("3 users have no external id any more");
    }

    @Test
    @Acceptance(126)
    void fileSavedWhileTheServerRunsIsSaidNotToBeInForceAndIsNot() throws IOException {
        Path people = Files.writeString(
                temp.resolve("saved.csv"),
                Files.readString(file(0, 3)).replace("@example.com,,,", "@example.com,Baker,Bread,"));
        Path mapping = HOME.resolve("mappings/" + source + ".yaml");
        String before = Files.readString(mapping);
        Files.writeString(mapping, before.replace("title: Title", "title: Department"));
        try {
            Outcome plan = shell.call("plan", source, "--file", people.toString());
            Outcome sources = shell.call("sources");
            shell.call("import", people.toString(), "--mapping", source);
            Outcome user = shell.call("user", "show", source, source + ":1");

            assertThat(plan.status()).as(plan.err()).isZero();
            assertThat(plan.out()).contains("mappings/" + source + ".yaml  CFG-103  saved after the server started");
            assertThat(sources.out()).contains("CFG-103").containsPattern(source + " +enabled");
            assertThat(user.out()).contains("Baker");
            assertThat(health()).contains("CFG-103");
        } finally {
            Files.writeString(mapping, before);
        }
        assertThat(shell.call("plan", source, "--file", file(0, 3).toString()).out())
                .doesNotContain("CFG-103");
    }

    private String health() throws IOException {
        URL address = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health")
                .toURL();
        HttpURLConnection answer = (HttpURLConnection) address.openConnection();
        try (InputStream body = answer.getResponseCode() < 400 ? answer.getInputStream() : answer.getErrorStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @Acceptance(72)
    void userIsMadeShownChangedAndDeactivatedByHand() throws IOException {
        shell.call("import", file(0, 3).toString(), "--mapping", source);

        Outcome made = shell.call(
                "user",
                "create",
                source,
                "givenName=Guest",
                "familyName=Here",
                "emails=work:guest@example.com",
                "emails=home@example.com",
                "teams=A",
                "teams=B",
                "isManager=true");
        Outcome shown = shell.call("user", "show", source, "guest@example.com", "--format", "json");
        Outcome edited = shell.call("user", "edit", source, source + ":0", "title=Boss", "department=");
        Outcome off = shell.call("user", "deactivate", source, source + ":0");
        Outcome on = shell.call("user", "activate", source, source + ":0");
        Outcome nobody = shell.call("user", "show", source, "nobody@example.com");
        Outcome wrong = shell.call("user", "edit", source, source + ":0", "titel=Boss");

        assertThat(made.status()).as(made.err()).isZero();
        assertThat(made.out()).contains("of no source: active", "teams: [\"A\",\"B\"]", "isManager: true");
        JsonNode guest = Output.JSON.readTree(shown.out());
        assertThat(guest.at("/attributes/emails/1/value").asText()).isEqualTo("home@example.com");
        assertThat(guest.path("active").asBoolean()).isTrue();
        assertThat(edited.status()).as(edited.err()).isZero();
        assertThat(edited.out()).contains("externalId=" + source + ":0: active; the next run", "title: Boss");
        assertThat(off.out()).contains("externalId=" + source + ":0: deactivated");
        assertThat(on.out()).contains("externalId=" + source + ":0: active");
        assertThat(nobody.status()).isEqualTo(ExitStatus.PROBLEMS);
        assertThat(nobody.err()).contains("REQ-003").doesNotContain("nobody@example.com");
        assertThat(wrong.status()).isEqualTo(ExitStatus.PROBLEMS);
        assertThat(wrong.err()).contains("REQ-005", "titel");
        assertThat(shell.call("user").status()).isEqualTo(ExitStatus.WRONG_CALL);
        assertThat(shell.call("user", "edit", source, source + ":0").status()).isEqualTo(ExitStatus.WRONG_CALL);
        assertThat(shell.call("user", "edit", source, source + ":0", "title").err())
                .contains("REQ-007", "NAME=VALUE");
        assertThat(shell.call("user", "create", "--help").out()).contains("NAME=VALUE", "Exit status:");
    }

    @Test
    @Acceptance(72)
    void userIsSuspendedAndStaysOutUntilHeIsLetInAgain() throws IOException {
        shell.call("import", file(0, 3).toString(), "--mapping", source);

        Outcome unnamed = shell.call("suspend", source + ":1");
        Outcome out = shell.call("suspend", "q1@example.com", "--directory", source, "--because", "lost badge");
        shell.call("import", file(0, 3).toString(), "--mapping", source);
        Outcome shown = shell.call("user", "show", source, source + ":1", "--format", "json");
        Outcome in = shell.call("suspend", source + ":1", "--directory", source, "--end");
        Outcome nobody = shell.call("suspend", source + ":9", "--directory", source);

        assertThat(unnamed.status()).isEqualTo(ExitStatus.WRONG_CALL);
        assertThat(out.status()).as(out.err()).isZero();
        assertThat(out.out()).contains("suspended  user=", "has no access.");
        JsonNode user = Output.JSON.readTree(shown.out());
        assertThat(user.path("active").asBoolean()).isFalse();
        assertThat(user.at("/suspension/because").asText()).isEqualTo("lost badge");
        assertThat(in.out()).contains("let in again  user=" + user.path("id").asText(), "has access.");
        assertThat(nobody.status()).isEqualTo(ExitStatus.PROBLEMS);
        assertThat(nobody.err()).contains("REQ-003");
    }

    @Test
    @Acceptance({123, 124})
    void sourceIsEnabledOnceTheUsersThereAreAlreadyAreLinked() throws IOException {
        Path out = temp.resolve("out");
        shell.call("user", "create", "adoptable", "givenName=Old", "familyName=Hand", "emails=work:q1@example.com");
        shell.call("plan", "adoptable", "--file", file(0, 3).toString(), "--out", out.toString());

        Outcome early = shell.call("enable", "adoptable");
        Outcome sources = shell.call("sources");
        Outcome linked =
                shell.call("import", out.resolve("updated.csv").toString(), "--plan", "--directory", "adoptable");
        Outcome enabled = shell.call("enable", "adoptable");

        assertThat(early.status()).isEqualTo(ExitStatus.PROBLEMS);
        assertThat(early.err()).contains("LIF-010", "1 user", "rollcall import updated.csv --plan", "--unadopted");
        assertThat(sources.out()).containsPattern("adoptable +tested").contains("rollcall import updated.csv --plan");
        assertThat(linked.out()).contains("1 user linked");
        assertThat(enabled.out()).contains("enabled  source=adoptable");

        // connected anew, with people taken as they are
        shell.call("disconnect", "adoptable", "--keep-users");
        shell.call("user", "create", "adoptable", "givenName=Other", "familyName=Hand", "emails=work:q2@example.com");
        shell.call("plan", "adoptable", "--file", file(0, 3).toString());
        assertThat(shell.call("enable", "adoptable").err()).contains("LIF-010");

        assertThat(shell.call("enable", "adoptable", "--unadopted").out()).contains("enabled  source=adoptable");
    }

    @Test
    void serverThatIsNotThereIsNamed() {
        Outcome outcome = shell.call("enable", source, "--server", "http://127.0.0.1:1");

        assertThat(outcome.status()).isEqualTo(ExitStatus.PROBLEMS);
        assertThat(outcome.err()).contains("REQ-008", "does not answer");
        assertThat(shell.call("enable", source, "--server", "http://127.0.0.1:" + port)
                        .err())
                .contains("REQ-010");
    }
}
