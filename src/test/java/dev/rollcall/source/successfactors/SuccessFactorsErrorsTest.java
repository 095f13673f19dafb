package dev.rollcall.source.successfactors;

import static dev.rollcall.source.successfactors.Answers.answer;
import static dev.rollcall.source.successfactors.Answers.fetch;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both envelopes, and the XML of a refused login. */
class SuccessFactorsErrorsTest {
    @Test
    void aRefusedLoginIsXmlAlthoughJsonWasAskedFor() {
        var refusal = fetch(null).explain(answer(401, "application/xml", """
                                <error xmlns="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
                                <code></code><message xml:lang="en-US">[LGN0015]Authentication failed! (status code = 4)</message>
                                </error>""", Map.of()));

        assertThat(refusal.cure().name()).isEqualTo("SECRET");
        assertThat(refusal.problem().toString()).contains("API-001", "401", "LGN0015");
    }

    @Test
    void aPropertyThatIsNotThereIsNamed() {
        var refusal = fetch(null).explain(answer(400, "application/json", """
                {"error":{"code":"COE_PROPERTY_NOT_FOUND","message":{"lang":"en-US",
                "value":"[COE0021]Invalid property names: EmpJob/customString1, EmpJob/division."}}}""", Map.of()));

        assertThat(refusal.cure().name()).isEqualTo("NONE");
        assertThat(refusal.problem().message()).contains("EmpJob/customString1, EmpJob/division,", "withoutFields");
    }

    @ParameterizedTest
    @CsvSource({
        "500, COE_GENERAL_SERVER_FAILURE, [COE0019]Exception while approving Ann Maes, LATER, COE0019",
        "429, , too many, LATER, 429",
        "503, , , LATER, 503",
        "403, COE_NO_PERMISSION, [COE0020]no, NONE, COE0020",
        "404, 005056A509B11EE1B9A8FEC11C21D78E, Resource not found for the segment 'Ann Maes', NONE, 005056A509B1"
    })
    void bothEnvelopesOfErrorsAreReadAndNoMessageIsRepeated(
            int status, String code, String message, String cure, String said) {
        String body =
                "{\"error\":{\"code\":\"%s\",\"message\":{\"lang\":\"en\",\"value\":\"%s\"},\"innererror\":{\"errordetails\":[]}}}"
                        .formatted(code == null ? "" : code, message);

        var refusal = fetch(null).explain(answer(status, "application/json", body, Map.of()));

        assertThat(refusal.cure().name()).isEqualTo(cure);
        assertThat(refusal.problem().message()).contains(said).doesNotContain("Ann");
    }
}
