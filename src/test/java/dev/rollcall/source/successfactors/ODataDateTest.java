package dev.rollcall.source.successfactors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ODataDateTest {
    @ParameterizedTest
    @CsvSource({
        "/Date(1451606400000)/, 2016-01-01",
        "/Date(-248572800000)/, 1962-02-15",
        "/Date(1451606400000+0000)/, 2016-01-01T00:00:00Z",
        "/Date(1618796144000+0000)/, 2021-04-19T01:35:44Z",
        "/Date(1451606400000+0120)/, 2016-01-01T00:00:00Z",
        "/Date(253402214400000)/,",
        "/Date(253402300799000)/,",
        "/Date(soon)/, /Date(soon)/",
        "/Date(999999999999999999)/, /Date(999999999999999999)/"
    })
    void ticksAreCalendarDatesWhateverTheZoneOfThisMachine(String ticks, String date) {
        assertThat(ODataDate.read(ticks)).isEqualTo(date);
    }
}
