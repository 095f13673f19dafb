package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.rollcall.Acceptance;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What people are told of runs, and that it comes by mail. */
@ExtendWith(OutputCaptureExtension.class)
class NoticesTest extends RollcallTest {
    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeEach
    void mailServer() {
        server.start();
        System.setProperty("rollcall.mail.host", "127.0.0.1");
        System.setProperty("rollcall.mail.tls", "none");
        mailGoesTo(server.getSmtp().getPort());
    }

    @AfterEach
    void noMailServer() {
        await().until(() -> list().findValues("waiting").stream().allMatch(count -> count.asInt() == 0));
        System.clearProperty("rollcall.mail.host");
        System.clearProperty("rollcall.mail.port");
        System.clearProperty("rollcall.mail.tls");
        server.stop();
    }

    private static void mailGoesTo(int port) {
        System.setProperty("rollcall.mail.port", Integer.toString(port));
    }

    private String notices() {
        return "/api/directories/" + source + "/notices";
    }

    private JsonNode list() {
        return get(notices()).json().path("items");
    }

    private List<String> titles() {
        return list().findValuesAsText("title");
    }

    private List<MimeMessage> mailTo(String who) {
        return Arrays.stream(server.getReceivedMessagesForDomain(source + ".example.com"))
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).contains(who + "@"))
                .toList();
    }

    private static Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private MimeMessage oneMailTo(String who) {
        await().until(() -> mailTo(who).size() == 1);
        return mailTo(who).getFirst();
    }

    private void takenByHand(int from, int to) {
        for (int i = from; i < to; i++) {
            post(
                    "/api/directories/" + source + "/users",
                    "{\"attributes\":{\"givenName\":\"Ada\",\"familyName\":\"Byron\",\"emails\":[{\"type\":\"work\",\"value\":\"p"
                            + i + "@example.com\"}]}}");
        }
    }

    @Test
    @Acceptance({133, 113})
    void whoeverTestsIsToldWhenTheResultsAreReadyAndWhereTheyAre() throws MessagingException {
        JsonNode run = dryRun(person("1"), person("2"));

        JsonNode notice = list().get(0);
        assertThat(notice.path("title").asText()).isEqualTo("Integration test results ready");
        assertThat(notice.path("kind").asText()).isEqualTo("test-results");
        assertThat(notice.path("text").asText())
                .contains("hris", "2 users would be created", "can be downloaded for 24 hours");
        assertThat(notice.path("link").asText())
                .isEqualTo("https://rollcall.example.com/api/runs/"
                        + run.path("id").asText());
        MimeMessage mail = oneMailTo("admin");
        assertThat(mail.getSubject()).isEqualTo("Integration test results ready");
        assertThat(GreenMailUtil.getAddressList(mail.getFrom())).isEqualTo("rollcall@example.com");
        assertThat(mail.getMessageID()).contains(notice.path("key").asText());
        assertThat(GreenMailUtil.getBody(mail)).contains(notice.path("link").asText());

        // each test somebody makes is told
        dryRun(person("1"));
        assertThat(list()).hasSize(2);
    }

    @Test
    @Acceptance(135)
    void tooManyLeaversAreToldOnceWhileTheyLastAndAgainAfterThat() {
        imports(company(0, 10));
        assertThat(list()).isEmpty();

        JsonNode held = imports(company(0, 4));
        JsonNode notice = list().get(0);
        assertThat(notice.path("title").asText()).isEqualTo("HRIS synchronization error - deletion safeguard");
        assertThat(notice.path("users").asInt()).isEqualTo(6);
        assertThat(notice.path("link").asText())
                .endsWith("/api/runs/" + held.path("id").asText());

        // the plan that takes the place of a held one is no news, a decided one is an end
        JsonNode next = imports(company(0, 4));
        assertThat(get("/api/runs/" + held.path("id").asText())
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("superseded");
        assertThat(list()).hasSize(1);
        post("/api/runs/" + next.path("id").asText() + "/release", "");
        imports(company(0, 1));
        assertThat(titles()).hasSize(2).containsOnly("HRIS synchronization error - deletion safeguard");

        imports(company(0, 4));
        assertThat(list()).hasSize(2);
        imports(company(0, 1));
        assertThat(list()).hasSize(3);
    }

    @Test
    @Acceptance({134, 108})
    void usersBeyondTheLicensesAreToldByTheirNumber() {
        importsInto("licensed", false, Row.csv(company(0, 5)));
        importsInto("licensed", false, Row.csv(company(0, 5)));

        JsonNode told = get("/api/directories/licensed/notices").json().path("items");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).path("title").asText()).isEqualTo("Max user licenses exceeded");
        assertThat(told.get(0).path("text").asText())
                .isEqualTo("The integration for hris failed to add 3 users due to max user licenses exceeded");
        await().until(() -> server.getReceivedMessagesForDomain("licensed.example.com").length == 2);
    }

    @Test
    @Acceptance({136, 109})
    void takenAddressesAreToldWithTheirNumberAndNobodysName(CapturedOutput output) throws MessagingException {
        takenByHand(0, 4);
        imports(person("0"), person("1"), person("x"));

        JsonNode notice = list().get(0);
        assertThat(notice.path("title").asText()).isEqualTo("HRIS synchronization error - user conflicts");
        assertThat(notice.path("text").asText())
                .isEqualTo(
                        "HRIS synchronization for hris failed to add 2 users because their email addresses already exist. Please check the HRIS settings.");
        assertThat(notice.path("source").asText()).isEqualTo(source);
        MimeMessage mail = oneMailTo("admin");
        String everything = notice + mail.getSubject() + GreenMailUtil.getWholeMessage(mail) + output;
        assertThat(everything).doesNotContain("p0@", "p1@", "Given0", "Family1", "Byron");

        imports(person("0"), person("1"), person("2"), person("x"));
        assertThat(list()).as("not half as many again").hasSize(1);
        imports(person("0"), person("1"), person("2"), person("3"), person("x"));
        assertThat(list()).hasSize(2);
        assertThat(list().get(0).path("text").asText()).contains("failed to add 4 users");
    }

    @Test
    @Acceptance(137)
    void administratorsAndSuperusersAreToldAndEachWhatHeWants() {
        dryRun(person("1"));
        oneMailTo("admin");
        imports(company(0, 4));
        imports(company(0, 1));
        oneMailTo("super");
        assertThat(mailTo("super")).as("the file says: no test results").hasSize(1);
        await().until(() -> mailTo("admin").size() == 2);

        prefer("super@" + source + ".example.com", "test-results", true);
        prefer("admin@" + source + ".example.com", "test-results", false);
        dryRun(person("1"));
        await().until(() -> mailTo("super").size() == 2);
        prefer(null, "test-results", false);
        dryRun(person("1"));
        prefer(null, "test-results", null);
        dryRun(person("1"));
        await().until(() -> mailTo("super").size() == 3);

        assertThat(mailTo("admin")).hasSize(2);
        assertThat(list()).as("all are stored").hasSize(5);
        JsonNode preferences = get(notices() + "/preferences").json();
        assertThat(preferences.findValuesAsText("role")).contains("administrator", "superuser");
    }

    private void prefer(@Nullable String who, String kind, @Nullable Boolean wanted) {
        Answer answer = put(
                notices() + "/preferences",
                "{\"recipient\":" + (who == null ? null : "\"" + who + "\"") + ",\"kind\":\"" + kind
                        + "\",\"channel\":\"mail\",\"wanted\":" + wanted + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    @Acceptance(137)
    void aWishForNobodyOrForNoKindOfNoticeIsRefused() {
        Answer nobody = put(
                notices() + "/preferences",
                "{\"recipient\":\"x@example.com\",\"kind\":\"licenses\",\"channel\":\"mail\",\"wanted\":true}");
        Answer nothing = put(notices() + "/preferences", "{\"kind\":\"license\",\"channel\":\"mail\",\"wanted\":true}");

        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.body()).contains("REQ-041").doesNotContain("x@example.com");
        assertThat(nothing.status()).isEqualTo(400);
    }

    @Test
    void nothingIsLostWhileTheMailServerIsDownAndNothingComesTwice() {
        server.stop();
        dryRun(person("1"));
        String first = notices() + "/" + list().get(0).path("id").asText();
        await().untilAsserted(
                        () -> assertThat(get(first).json().path("deliveries").toString())
                                .contains("\"channel\":\"mail\",\"delivered\":0,\"waiting\":1"));

        GreenMail again = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        again.start();
        try {
            mailGoesTo(again.getSmtp().getPort());
            await().untilAsserted(() -> assertThat(
                            get(first).json().path("deliveries").toString())
                    .contains("\"delivered\":1,\"waiting\":0"));
            assertThat(again.getReceivedMessagesForDomain(source + ".example.com"))
                    .hasSize(1);
        } finally {
            again.stop();
        }
    }

    @Test
    void withoutAMailServerNoticesAreStoredOnlyAndCanBeMarkedAsRead() {
        System.clearProperty("rollcall.mail.host");
        dryRun(person("1"));

        JsonNode notice = get(notices() + "?unread=true").json().path("items").get(0);
        assertThat(notice.path("deliveries")).isEmpty();
        Answer read = post(notices() + "/" + notice.path("id").asText() + "/read", "");
        assertThat(read.json().path("readAt").asText()).isNotEmpty();
        assertThat(get(notices() + "?unread=true").json().path("items")).isEmpty();
        assertThat(list()).hasSize(1);
        assertThat(get(notices() + "/999999999").status()).isEqualTo(404);
        assertThat(get("/api/directories/nowhere/notices").status()).isEqualTo(404);
    }

    @Test
    void aFailedRunIsToldOnceUntilOneSucceedsOrItFailsOtherwise() {
        String cut = Row.csv(company(0, 4));
        imports(company(0, 4));
        imports(false, cut.substring(0, cut.length() - 12));
        imports(false, cut.substring(0, cut.length() - 12));

        assertThat(titles()).containsExactly("HRIS synchronization error - run failed");
        assertThat(list().get(0).path("text").asText())
                .isEqualTo("HRIS synchronization for hris failed (CSV-007). No user was changed.");
        imports(List.of());
        assertThat(list()).hasSize(2);
        imports(company(0, 4));
        imports(List.of());
        assertThat(list()).hasSize(3);
    }
}
