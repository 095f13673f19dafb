package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Pay and birth dates, which a source carries because its mapping asks for them by name. */
@ExtendWith(OutputCaptureExtension.class)
class PayTest extends RollcallTest {
    private static final String PAID = "paid";

    @Autowired
    private JdbcTemplate sql;

    private static Row paid(String pay, String born) {
        return person("1").with("Picture", pay).with("Shirt", born);
    }

    @Test
    @Acceptance(50)
    void whatSomebodyEarnsIsSaidNowhereThoughItsChangeIs(CapturedOutput output) {
        importsInto(PAID, false, Row.csv(paid("73951.37", "1971-06-13"), person("2")));
        JsonNode shown = importsInto(PAID, true, Row.csv(paid("84062.48", "1972-07-14"), person("2")));
        JsonNode changed = importsInto(PAID, false, Row.csv(paid("84062.48", "1972-07-14"), person("2")));
        JsonNode damaged = importsInto(PAID, false, Row.csv(paid("95173,59x", "15/08/73"), person("2")));
        JsonNode user = get("/api/directories/paid/users?externalId=paid:1")
                .json()
                .path("items")
                .get(0);

        assertThat(plan(shown).get(0).path("changes"))
                .extracting(change -> change.path("attribute").asText() + " "
                        + change.path("shown").asBoolean())
                .containsExactlyInAnyOrder("compensation false", "birthDate false");
        assertThat(damaged.at("/counts/rejected").asInt()).isEqualTo(1);
        assertThat(user.toString()).contains("\"compensation\":\"***\"", "\"birthDate\":\"***\"");
        List<String> said = new ArrayList<>(List.of(output.getAll(), user.toString()));
        for (JsonNode run : List.of(shown, changed, damaged)) {
            String id = run.path("id").asText();
            said.add(run.toString());
            for (String of : List.of("", "/plan", "/rejections", "/created.csv", "/updated.csv")) {
                said.add(get("/api/runs/" + id + of).body());
            }
        }
        for (String of : List.of("users", "changes", "events.csv", "notices", "segments")) {
            said.add(get("/api/directories/paid/" + of).body());
        }
        assertThat(said).anyMatch(text -> text.contains("compensation"));
        for (String secret : List.of("73951", "84062", "95173", "1971-06", "1972-07", "15/08/73")) {
            assertThat(said).noneMatch(text -> text.contains(secret));
        }
    }

    @Test
    @Acceptance(50)
    void whoeverCopiesTheDatabaseIsNotToldWhatSomebodyEarns() {
        importsInto(PAID, false, Row.csv(paid("61840.11", "1969-02-03"), person("2")));
        importsInto(PAID, false, Row.csv(paid("62951.22", "1969-02-03"), person("2")));
        importsInto(PAID, true, Row.csv(paid("63062.33", "1969-02-03"), person("2")));
        JsonNode same = importsInto(PAID, false, Row.csv(paid("62951.22", "1969-02-03"), person("2")));

        assertThat(same.at("/counts/unchanged").asInt()).isEqualTo(2);
        List<String> kept = sql.query("""
                SELECT profile FROM employee UNION ALL SELECT profile FROM directory_user
                UNION ALL SELECT profile FROM change UNION ALL SELECT profile FROM plan_action
                UNION ALL SELECT known FROM plan_action""", (row, number) -> {
            byte[] profile = row.getBytes(1);
            return profile == null ? "" : new String(profile, StandardCharsets.UTF_8);
        });
        assertThat(kept).anyMatch(profile -> profile.contains("\"compensation\":{\"sealed\":"));
        for (String secret : List.of("61840", "62951", "63062", "1969-02")) {
            assertThat(kept).noneMatch(profile -> profile.contains(secret));
        }
    }
}
