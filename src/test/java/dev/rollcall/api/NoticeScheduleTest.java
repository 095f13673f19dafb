package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people are told although no run can tell it. */
class NoticeScheduleTest extends RollcallTest {
    @Autowired
    private NoticeSchedule schedule;

    @Autowired
    private JdbcTemplate sql;

    @AfterEach
    void forget() {
        System.clearProperty(source + ".credentials-expire");
    }

    private JsonNode notices(String directory) {
        return get("/api/directories/" + directory + "/notices").json().path("items");
    }

    private void expire(LocalDate last) {
        System.setProperty(source + ".credentials-expire", last.toString());
        schedule.look();
    }

    @Test
    void credentialsThatWillEndAreToldOnceAndOnceMoreWhenTheyHave() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        expire(today.plusYears(1));
        assertThat(notices(source)).isEmpty();
        expire(today.plusDays(20));
        expire(today.plusDays(19));
        assertThat(notices(source)).hasSize(1);
        assertThat(notices(source).get(0).path("title").asText()).isEqualTo("HRIS credentials expire");
        assertThat(notices(source).get(0).path("text").asText()).contains("hris", "the credentials expire in");
        assertThat(notices(source).get(0).path("link").asText()).endsWith("/api/sources/" + source);

        expire(today.minusDays(1));
        assertThat(notices(source)).hasSize(2);
        expire(today.plusYears(1));
        expire(today.minusDays(1));
        assertThat(notices(source)).hasSize(3);
    }

    @Test
    void silenceOfASourceIsToldAfterTwoTurnsOfItsSchedule() {
        String nightly = "nightly";
        importsInto(nightly, false, Row.csv(company(0, 1)));
        schedule.look();
        assertThat(notices(nightly)).isEmpty();

        sql.update("UPDATE source SET last_success_at = last_success_at - interval '4 days' WHERE name = ?", nightly);
        schedule.look();
        schedule.look();

        assertThat(notices(nightly).findValuesAsText("kind")).isEqualTo(List.of("source-late"));
        importsInto(nightly, false, Row.csv(company(0, 2)));
        schedule.look();
        assertThat(notices(nightly)).hasSize(1);
    }

    @Test
    void healthShowsWhatDoesNotArriveAndStaysUp() {
        imports(company(0, 1));
        Answer health = getFromManagement("/actuator/health/notices");

        assertThat(health.json().path("status").asText()).isEqualTo("UP");
        assertThat(health.json().path("details").has("undelivered")).isTrue();
        long before = health.json().path("details").path("undelivered").asLong();
        sql.update(
                "WITH old AS (INSERT INTO notice (key, directory, kind, title, text, users, path, raised_at)"
                        + " VALUES (gen_random_uuid(), ?, 'LICENSES', '', '', 0, '', now() - interval '2 hours') RETURNING id)"
                        + " INSERT INTO notice_delivery (notice, channel, recipient, next_attempt_at, last_problem)"
                        + " SELECT id, 'MAIL', 'x', now() + interval '1 day', 'the mail server did not take it.' FROM old",
                source);

        JsonNode after = getFromManagement("/actuator/health/notices").json();
        assertThat(after.path("status").asText()).isEqualTo("UP");
        assertThat(after.path("details").path("undelivered").asLong()).isEqualTo(before + 1);
        assertThat(after.path("details").path("lastProblem").asText()).isNotEmpty();
        sql.update("DELETE FROM notice WHERE directory = ?", source);
    }
}
