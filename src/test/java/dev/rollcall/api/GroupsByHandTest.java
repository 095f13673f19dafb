package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups, tenure and segments are of everybody in the directory, whoever wrote them down. */
class GroupsByHandTest extends RollcallTest {
    private final LocalDate lately = LocalDate.now(ZoneId.of("Europe/Brussels")).minusMonths(3);

    private String made(String directory, String email, String more) {
        Answer made = post("/api/directories/" + directory + "/users", """
            {"attributes": {"givenName": "An", "familyName": "Hand", %s,
                            "emails": [{"type": "work", "value": "%s"}]}}""".formatted(more, email));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.location();
    }

    private List<String> found(String directory, String filter) {
        return get("/api/directories/" + directory + "/users?" + filter)
                .json()
                .path("items")
                .findValues("email")
                .stream()
                .map(email -> email.asText())
                .sorted()
                .toList();
    }

    private List<String> segments(String directory) {
        return get("/api/directories/" + directory + "/segments")
                .json()
                .valueStream()
                .map(segment -> segment.path("attribute").asText() + "="
                        + segment.path("value").asText())
                .toList();
    }

    @Test
    @Acceptance({61, 62, 67})
    void whoeverIsMadeOrMovedByHandIsFoundByDepartmentAndTenureToo() {
        imports(person("1").with("Department", "Sales").with("Start", lately.toString()));
        String user =
                made(source, "an@example.com", "\"department\": \"Operations\", \"startDate\": \"" + lately + "\"");
        assertThat(found(source, "group=Operations&tenureBelow=P1Y")).containsExactly("an@example.com");
        assertThat(segments(source)).containsExactly("department=Operations", "department=Sales");

        patch(user, "{\"attributes\": {\"department\": \"Sales\"}}");
        assertThat(found(source, "group=Operations")).isEmpty();
        assertThat(found(source, "group=Sales&tenureBelow=P1Y")).containsExactly("an@example.com", "p1@example.com");
        patch(user, "{\"attributes\": {\"department\": \"Legal\", \"startDate\": \"2020-01-01\"}}");
        assertThat(found(source, "group=Legal")).containsExactly("an@example.com");
        assertThat(found(source, "tenureBelow=P1Y")).containsExactly("p1@example.com");
        assertThat(segments(source)).containsExactly("department=Legal", "department=Operations", "department=Sales");

        patch(user, "{\"attributes\": {\"department\": null, \"startDate\": null}}");
        assertThat(found(source, "group=Legal")).isEmpty();
    }

    @Test
    @Acceptance({61, 62})
    void theyAreGroupedByWhatTheDirectorySays() {
        String user = made("divided", "an@example.com", "\"department\": \"Sales\", \"division\": \"North\"");

        assertThat(found("divided", "group=North")).containsExactly("an@example.com");
        assertThat(found("divided", "group=Sales")).isEmpty();
        patch(user, "{\"attributes\": {\"division\": \"South\"}}");
        assertThat(found("divided", "group=South")).containsExactly("an@example.com");
        assertThat(segments("divided")).containsExactly("division=North", "division=South");
    }
}
