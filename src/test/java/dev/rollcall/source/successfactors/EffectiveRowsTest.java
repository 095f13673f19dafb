package dev.rollcall.source.successfactors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveRowsTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2026-02-28,2026-02-28",
                "2026-02-28T10:00:00Z,2026-02-28",
                "2026-02-30,none",
                "2026-13-01,none",
                "2026-1x-01,none",
                "2x26-11-01,none",
                "-026-11-01,none",
                "20261122,none",
                "/Date(soon)/,none",
                "'',none"
            })
    void aDayIsACalendarDateOrNone(String text, LocalDate day) {
        var row = JsonNodeFactory.instance.objectNode().put("startDate", text);

        assertThat(EffectiveRows.day(row, "startDate")).isEqualTo(day);
        assertThat(EffectiveRows.day(row, "endDate")).isNull();
    }
}
