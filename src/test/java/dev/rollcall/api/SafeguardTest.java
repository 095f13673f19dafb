package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.Acceptance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafeguardTest extends RollcallTest {
    @Test
    @Acceptance(107)
    void halfOfTheUsersMayGoAndOneMoreMayNot() {
        imports(company(0, 10));

        JsonNode half = imports(company(0, 5));
        assertThat(half.path("state").asText()).isEqualTo("applied");
        assertThat(half.path("counts").path("removed").asInt()).isEqualTo(5);

        imports(company(0, 10));
        List<Row> next = new ArrayList<>(company(0, 4));
        next.set(0, next.get(0).with("Title", "Updated all the same"));
        JsonNode more = imports(next);

        assertThat(more.path("state").asText()).isEqualTo("held");
        assertThat(more.path("counts").path("held").asInt()).isEqualTo(6);
        assertThat(more.path("messages").toString()).contains("6 of 10", "limit 50");
        assertThat(activeKeys()).hasSize(10);
        assertThat(user("0").path("attributes").path("title").asText()).isEqualTo("Updated all the same");
        assertThat(csv(more, "deleted").body()).contains("held: more users would lose access than the limit allows");
    }

    @Test
    @Acceptance(107)
    void whatIsHeldIsAppliedByAReleaseOnceAndAskedForAgainRefused() {
        imports(company(0, 4));
        JsonNode held = imports(company(0, 1));
        String run = "/api/runs/" + held.path("id").asText();

        Answer released = post(run + "/release", "");

        assertThat(released.json().path("decided").asInt()).isEqualTo(3);
        assertThat(activeKeys()).containsExactly("0");
        Answer again = post(run + "/release", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asText()).isEqualTo("RUN-010");
    }

    @Test
    void aFileCutInTheMiddleOrWithoutAnybodyTakesNobodysAccess() {
        imports(company(0, 4));

        String whole = Row.csv(company(0, 2));
        JsonNode cut = imports(false, whole.substring(0, whole.length() - 12));
        JsonNode empty = imports(List.of());

        assertThat(cut.path("state").asText()).isEqualTo("failed");
        assertThat(cut.path("messages").toString()).contains("CSV-007");
        assertThat(empty.path("state").asText()).isEqualTo("failed");
        assertThat(empty.path("messages").toString()).contains("RUN-006");
        assertThat(activeKeys()).hasSize(4);
    }

    @Test
    void whatIsRefusedIsListedByLineAndField() {
        imports(company(0, 4));
        List<Row> next = new ArrayList<>(company(0, 4));
        next.set(1, next.get(1).with("End", "31/12/2020"));

        JsonNode run = imports(next);

        JsonNode rejections =
                get("/api/runs/" + run.path("id").asText() + "/rejections").json();
        assertThat(rejections).hasSize(1);
        assertThat(rejections.get(0).path("where").asText()).contains("upload.csv:3");
        assertThat(rejections.get(0).path("message").asText())
                .contains("endDate")
                .doesNotContain("2020");
        assertThat(activeKeys()).hasSize(4);
    }
}
