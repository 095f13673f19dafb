package dev.rollcall.api;

import dev.rollcall.run.ClockRuns;
import dev.rollcall.run.DryRunResults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the calendar have its way every few minutes; does nothing while nobody is due. Old results go with it. */
@Component
@ConditionalOnProperty(name = "rollcall.schedules", havingValue = "true", matchIfMissing = true)
class ClockRunSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(ClockRunSchedule.class);

    private final ClockRuns runs;
    private final DryRunResults results;

    ClockRunSchedule(ClockRuns runs, DryRunResults results) {
        this.runs = runs;
        this.results = results;
    }

    @Scheduled(
            initialDelayString = "${rollcall.clock-runs.every:PT5M}",
            fixedDelayString = "${rollcall.clock-runs.every:PT5M}")
    void settleDue() {
        try {
            runs.settleDue();
            results.deleteExpired();
        } catch (DataAccessException e) {
            // Spring would log the database's message, which can hold a row
            LOG.error(
                    "the calendar's changes could not be settled ({}); tried again at the next turn",
                    e.getClass().getSimpleName());
        }
    }
}
