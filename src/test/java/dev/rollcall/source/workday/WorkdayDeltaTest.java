package dev.rollcall.source.workday;

import static dev.rollcall.source.workday.SoapAnswers.active;
import static dev.rollcall.source.workday.SoapAnswers.left;
import static dev.rollcall.source.workday.SoapAnswers.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.simulator.workday.WorkersAnswer;
import dev.rollcall.source.Snapshot;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkdayDeltaTest {
    private static final Instant SINCE = SoapAnswers.NOW.minus(Duration.ofDays(1));

    @Test
    void whatWasEnteredAndWhatBecameEffectiveSinceTheWatermarkAreTwoQuestions() {
        SoapAnswers workday = SoapAnswers.delta(SINCE)
                .answer(page(1, 1, active("1", "a")))
                .answer(page(2, 1, active("1", "a"), active("2", "b")));

        assertThat(workday.records()).containsExactly("1 a", "2 b");
        assertThat(workday.requests.get(0))
                .contains("<wd:Updated_From>2026-11-21T02:00:00Z</", "<wd:Updated_Through>2026-11-22T02:00:00Z</");
        assertThat(workday.requests.get(1))
                .contains("<wd:Effective_From>2026-11-20T02:00:00Z</", "<wd:Effective_Through>2026-11-22T02:00:00Z</");
        assertThat(workday.requests)
                .allSatisfy(
                        request -> assertThat(WorkersAnswer.complaint(request)).isNull());
        assertThat(workday.snapshot()).isEqualTo(new Snapshot.Delta());
        assertThat(workday.fetch.end().watermark()).isEqualTo(SoapAnswers.NOW);
    }

    @Test
    void anOldProfileThatChangedTakesNoAccessWhileAnotherIsActive() {
        SoapAnswers workday = SoapAnswers.delta(SINCE)
                .answer(page(1, 1, left("1", "old", "2026-01-31")))
                .answer(page(0, 0))
                .answer(page(2, 1, left("1", "old", "2026-01-31"), active("1", "new")));

        assertThat(workday.records()).containsExactly("1 new");
        assertThat(workday.requests.getLast())
                .contains(
                        "<wd:ID wd:type=\"Employee_ID\">1</wd:ID>",
                        "<wd:ID wd:type=\"Contingent_Worker_ID\">1</wd:ID>");
        assertThat(WorkersAnswer.complaint(workday.requests.getLast())).isNull();
    }

    @Test
    void aLeaverIsHandedOnWhenNoProfileIsActive() {
        SoapAnswers workday = SoapAnswers.delta(SINCE)
                .answer(page(1, 1, left("1", "a", "2026-11-20")))
                .answer(page(0, 0))
                .answer(page(1, 1, left("1", "a", "2026-11-20")));

        assertThat(workday.records()).containsExactly("1 a inactive");
    }

    @Test
    void aTerminationEnteredLongAgoIsSeenAheadOfItsDay() {
        SoapAnswers workday = SoapAnswers.of(24, SINCE)
                .answer(page(1, 1, left("1", "a", "2026-11-22")))
                .answer(page(0, 0))
                .answer(page(0, 0))
                .answer(page(1, 1, active("1", "a")));

        assertThat(workday.trees())
                .singleElement()
                .satisfies(tree -> assertThat(Worker.of(tree).endsOn()).isEqualTo("2026-11-22"));
    }

    @Test
    void aChangeThatDidNotComeWouldNeverComeAgainSoTheRunFails() {
        SoapAnswers workday =
                SoapAnswers.delta(SINCE).answer(page(2, 1, active("1", "a"))).answer(page(0, 0));

        assertThat(workday.records()).hasSize(1);
        assertThat(workday.snapshot()).isInstanceOf(Snapshot.Broken.class);
    }
}
