package dev.rollcall.api;

import static dev.rollcall.api.Row.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long a plan can be read, and what stays of it. */
class KeptPlansTest extends RollcallTest {
    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private ClockRunSchedule clock;

    @Test
    @Acceptance(113)
    void theResultsOfADryRunAreGoneAfterADayAndThoseOfARunStay() {
        JsonNode real = importsInto(source, false, Row.csv(person("1")));
        JsonNode old = importsInto(source, true, Row.csv(person("1"), person("2")));
        JsonNode fresh = importsInto(source, true, Row.csv(person("1"), person("2")));
        assertThat(csv(old, "created").status()).isEqualTo(200);
        endedLonger(old, "24 hours");
        endedLonger(fresh, "23 hours");
        endedLonger(real, "89 days");

        isExpired(old);
        assertThat(csv(old, "created").status()).isEqualTo(410);
        assertThat(actions(old)).isEqualTo(1);
        clock.settleDue();

        assertThat(actions(old)).isZero();
        assertThat(actions(fresh)).isEqualTo(1);
        assertThat(actions(real)).isEqualTo(1);
        assertThat(csv(fresh, "created").status()).isEqualTo(200);
        assertThat(ledger(old).at("/counts/created").asInt()).isEqualTo(1);
    }

    @Test
    void thePlanOfARunIsGoneAfterThreeMonthsAndWhatBecameOfItStays() {
        JsonNode first = imports(person("1"), person("2").with("Email", "nobody"));
        String user = user("1").path("id").asText();
        endedLonger(first, "90 days");

        isExpired(first);
        assertThat(get("/api/runs/" + id(first) + "/rejections").status()).isEqualTo(410);
        clock.settleDue();

        assertThat(actions(first)).isZero();
        assertThat(sql.queryForList("SELECT FROM rejection WHERE run = ?", id(first)))
                .isEmpty();
        assertThat(ledger(first).at("/counts/created").asInt()).isEqualTo(1);
        assertThat(ledger(first).at("/counts/rejected").asInt()).isEqualTo(1);
        assertThat(changes())
                .extracting(change -> change.at("/user/id").asText())
                .contains(user);
        assertThat(user("1").path("active").asBoolean()).isTrue();
    }

    @Test
    void aPlanThatSomebodyMayDecideOnStays() {
        imports(company(0, 10));
        JsonNode held = imports(company(0, 2));
        endedLonger(held, "1 year");
        clock.settleDue();

        assertThat(plan(held)).isNotEmpty();
        assertThat(post("/api/runs/" + id(held) + "/reject", "").status()).isEqualTo(200);
        clock.settleDue();

        Answer released = post("/api/runs/" + id(held) + "/release", "");
        assertThat(released.json().path("decided").asInt()).as(released.body()).isEqualTo(8);
        clock.settleDue();
        assertThat(plan(held)).isNotEmpty();

        sql.update("UPDATE run SET decided_at = decided_at - interval '90 days' WHERE id = ?", id(held));
        isExpired(held);
        clock.settleDue();
        assertThat(actions(held)).isZero();
    }

    private void endedLonger(JsonNode run, String ago) {
        sql.update("UPDATE run SET ended_at = ended_at - ?::interval WHERE id = ?", ago, id(run));
    }

    private void isExpired(JsonNode run) {
        Answer gone = get("/api/runs/" + id(run) + "/plan");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.json().path("code").asText()).isEqualTo("LIF-008");
    }

    private JsonNode ledger(JsonNode run) {
        return get("/api/runs/" + id(run)).json();
    }

    private static String id(JsonNode run) {
        return run.path("id").asText();
    }

    private int actions(JsonNode run) {
        return sql.queryForList("SELECT 1 FROM plan_action WHERE run = ?", id(run))
                .size();
    }
}
