package dev.rollcall.api;

import dev.rollcall.run.ClockRuns;
import dev.rollcall.run.KeptPlans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the calendar have its way every few minutes; does nothing while nobody is due. Old plans go with it. */
@Component
@ConditionalOnProperty(name = "rollcall.schedules", havingValue = "true", matchIfMissing = true)
class ClockRunSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(ClockRunSchedule.class);

    private final ClockRuns runs;
    private final KeptPlans plans;

    ClockRunSchedule(ClockRuns runs, KeptPlans plans) {
        this.runs = runs;
        this.plans = plans;
    }

    @Scheduled(
            initialDelayString = "${rollcall.clock-runs.every:PT5M}",
            fixedDelayString = "${rollcall.clock-runs.every:PT5M}")
    void settleDue() {
        try {
            runs.settleDue();
            plans.deleteExpired();
        } catch (DataAccessException e) {
            // Spring would log the database's message, which can hold a row
            LOG.error(
                    "the calendar's changes could not be settled ({}); tried again at the next turn",
                    e.getClass().getSimpleName());
        }
    }
}
