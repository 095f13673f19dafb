package dev.rollcall.source.successfactors;

import static dev.rollcall.source.successfactors.Answers.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.simulator.successfactors.PerPerson;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Which employment, which row of its job, and which end count. Today is 22 November 2026. */
class EmploymentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate LONG_AGO = LocalDate.of(2019, 4, 1);

    private static PerPerson ann() {
        return PerPerson.of("1007", "Ann", "Maes").active(1);
    }

    /** The employment chosen, whatever the order of the answer. */
    private static JsonNode chosen(Supplier<PerPerson> person) {
        JsonNode asSent = record(person.get());
        PerPerson turned = person.get();
        ArrayNode results = (ArrayNode) ((ObjectNode) turned.json().get("employmentNav")).get("results");
        results.insert(0, results.remove(results.size() - 1));
        assertThat(record(turned)).isEqualTo(asSent);
        return asSent;
    }

    @Test
    void aRehireIsThePersonsActiveEmploymentNotTheFirstInTheAnswer() {
        JsonNode record = chosen(() -> ann().employment("old", "ST", LONG_AGO, TODAY.minusYears(1))
                .row(LONG_AGO, 1, "A", "Clerk", "Sales")
                .row(TODAY.minusYears(1).plusDays(1), 1, "T", "Clerk", "Sales")
                .person()
                .employment("new", "ST", TODAY.minusDays(10), null)
                .row(TODAY.minusDays(10), 1, "A", "Manager", "Finance")
                .person());

        assertThat(record.at("/employment/userId").asText()).isEqualTo("new");
        assertThat(record.at("/job/jobTitle").asText()).isEqualTo("Manager");
        assertThat(record.at("/status").asText()).isEqualTo("A");
        assertThat(record.at("/startDate").asText()).isEqualTo("2026-11-12");
        assertThat(record.at("/endDate").isNull()).isTrue();
    }

    @Test
    void somebodyRehiredForLaterIsAwaitedAndNotALeaver() {
        JsonNode record = chosen(() -> ann().employment("old", "ST", LONG_AGO, TODAY.minusYears(1))
                .row(TODAY.minusYears(1).plusDays(1), 1, "T", "Clerk", "Sales")
                .person()
                .employment("new", "ST", TODAY.plusDays(9), null)
                .row(TODAY.plusDays(9), 1, "A", "Manager", "Finance")
                .person());

        assertThat(record.at("/employment/userId").asText()).isEqualTo("new");
        assertThat(record.at("/startDate").asText()).isEqualTo("2026-12-01");
    }

    @Test
    void theActiveStandardAssignmentOutranksAnActiveGlobalOne() {
        JsonNode record = chosen(() -> ann().employment("abroad", "GA", TODAY.minusYears(1), TODAY.plusYears(1))
                .row(TODAY.minusYears(1), 1, "A", "Expat", "Sales")
                .person()
                .employment("home", "ST", LONG_AGO, null)
                .row(LONG_AGO, 1, "A", "Clerk", "Finance")
                .person());

        assertThat(record.at("/employment/userId").asText()).isEqualTo("home");
    }

    @Test
    void whileTheHomeAssignmentIsDormantTheGlobalOneCountsAndItsEndIsNotThePersons() {
        JsonNode record = chosen(() -> ann().employment("abroad", "GA", TODAY.minusYears(1), TODAY.plusYears(1))
                .row(TODAY.minusYears(1), 1, "A", "Expat", "Sales")
                .person()
                .employment("home", "ST", LONG_AGO, null)
                .row(LONG_AGO, 1, "D", "Clerk", "Finance")
                .person());

        assertThat(record.at("/employment/userId").asText()).isEqualTo("abroad");
        assertThat(record.at("/status").asText()).isEqualTo("A");
        assertThat(record.at("/endDate").isNull()).isTrue();
    }

    @Test
    void ofConcurrentEmploymentsTheLongestCountsAndStaysTheOne() {
        JsonNode record = chosen(() -> ann().employment("second", "ST", TODAY.minusYears(1), null)
                .row(TODAY.minusYears(1), 1, "A", "Teacher", "Sales")
                .person()
                .employment("first", "ST", LONG_AGO, null)
                .row(LONG_AGO, 1, "A", "Clerk", "Finance")
                .person());

        assertThat(record.at("/employment/userId").asText()).isEqualTo("first");
    }

    @Test
    void aConversionWithoutADayBetweenTakesNobodysAccess() {
        JsonNode record = chosen(() -> ann().employment("agency", "ST", LONG_AGO, TODAY.plusDays(8))
                .row(LONG_AGO, 1, "A", "Clerk", "Sales")
                .person()
                .employment("own", "ST", TODAY.plusDays(9), null)
                .row(TODAY.plusDays(9), 1, "A", "Clerk", "Sales")
                .person());

        assertThat(record.at("/employment/userId").asText()).isEqualTo("agency");
        assertThat(record.at("/endDate").isNull()).isTrue();
    }

    @Test
    void aDayBetweenTwoEmploymentsIsAnEnd() {
        JsonNode record = chosen(() -> ann().employment("agency", "ST", LONG_AGO, TODAY.plusDays(7))
                .row(LONG_AGO, 1, "A", "Clerk", "Sales")
                .person()
                .employment("own", "ST", TODAY.plusDays(9), null)
                .row(TODAY.plusDays(9), 1, "A", "Clerk", "Sales")
                .person());

        assertThat(record.at("/endDate").asText()).isEqualTo("2026-11-29");
    }

    @Test
    void whoeverLeftOfAllEmploymentsLeftWithTheLast() {
        JsonNode record = chosen(() -> ann().employment("old", "ST", LONG_AGO, LocalDate.of(2021, 3, 31))
                .row(LocalDate.of(2021, 4, 1), 1, "T", "Clerk", "Sales")
                .person()
                .employment("new", "ST", LocalDate.of(2023, 1, 1), LocalDate.of(2026, 10, 31))
                .row(LocalDate.of(2026, 11, 1), 1, "T", "Manager", "Finance")
                .person());

        assertThat(record.at("/status").asText()).isEqualTo("T");
        assertThat(record.at("/endDate").asText()).isEqualTo("2026-10-31");
    }

    @Test
    void ofSeveralRowsOfOneDayTheHighestSequenceHoldsAsANumberAndAFutureRowDoesNotYet() {
        JsonNode record = record(ann().employment("u", "ST", LONG_AGO, null)
                .row(TODAY.plusDays(1), 1, "A", "Tomorrow", "Sales")
                .row(TODAY, 9, "A", "Nine", "Sales")
                .row(TODAY, 10, "A", "Ten", "Sales")
                .row(LONG_AGO, 11, "A", "Before", "Sales")
                .person());

        assertThat(record.at("/job/jobTitle").asText()).isEqualTo("Ten");
    }

    @Test
    void aFutureHiresJobIsTheFirstThatWillBe() {
        JsonNode record = record(ann().employment("u", "ST", TODAY.plusDays(9), null)
                .row(TODAY.plusDays(40), 1, "A", "Promoted", "Sales")
                .row(TODAY.plusDays(9), 1, "A", "Begins", "Sales")
                .person());

        assertThat(record.at("/job/jobTitle").asText()).isEqualTo("Begins");
        assertThat(record.at("/status").asText()).isEqualTo("A");
    }

    @Test
    void beforeTheHireAnEmploymentWithoutAJobIsPendingAndAfterItTheStatusIsUnknown() {
        assertThat(record(ann().employment("u", "ST", TODAY.plusDays(9), null).person())
                        .at("/status")
                        .asText())
                .isEqualTo("pending");
        assertThat(record(ann().employment("u", "ST", LONG_AGO, null).person())
                        .at("/status")
                        .isNull())
                .isTrue();
    }

    @Test
    void theManagersUserIsResolvedToThePersonAndTheTopHasNone() {
        assertThat(record(ann().employment("u", "ST", LONG_AGO, null)
                                .row(LONG_AGO, 1, "A", "Clerk", "Sales")
                                .manager("user-9", "1001")
                                .person())
                        .at("/manager")
                        .asText())
                .isEqualTo("1001");
        assertThat(record(ann().employment("u", "ST", LONG_AGO, null)
                                .row(LONG_AGO, 1, "A", "Chief", "Board")
                                .person())
                        .at("/manager")
                        .isNull())
                .isTrue();
    }

    @Test
    void aManagerWhoCannotBeLookedUpIsNobodysKeySoThatTheKnownOneStays() {
        assertThat(record(ann().employment("u", "ST", LONG_AGO, null)
                                .row(LONG_AGO, 1, "A", "Clerk", "Sales")
                                .manager("1001", null)
                                .person())
                        .at("/manager")
                        .asText())
                .isEqualTo("userId=1001");
    }
}
