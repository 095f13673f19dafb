package dev.rollcall.api;

import dev.rollcall.notice.Deliveries;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** What could not be delivered for an hour: shown, and never a reason to be down, since it is stored and tried again. */
@Component("notices")
class NoticesHealth implements HealthIndicator {
    private static final Duration LONG = Duration.ofHours(1);

    private final Deliveries deliveries;

    NoticesHealth(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Health health() {
        Deliveries.Waiting waiting = deliveries.waitingFor(LONG);
        Health.Builder health = Health.up().withDetail("undelivered", waiting.count());
        if (waiting.since() != null) {
            health.withDetail("since", waiting.since().toString());
        }
        if (waiting.lastProblem() != null) {
            health.withDetail("lastProblem", waiting.lastProblem());
        }
        return health.build();
    }
}
