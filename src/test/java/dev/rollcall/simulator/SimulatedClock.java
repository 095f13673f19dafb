package dev.rollcall.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The time of the simulated HR systems: the real one, until somebody lets days pass. */
public final class SimulatedClock extends Clock {
    /** One for all systems, and for the runtime beside them. */
    public static final SimulatedClock CLOCK = new SimulatedClock();

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    private SimulatedClock() {}

    public static void passDays(int days) {
        AHEAD.updateAndGet(ahead -> ahead.plusDays(days));
    }

    public static LocalDate today() {
        return LocalDate.now(CLOCK);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(AHEAD.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : Clock.offset(Clock.system(zone), AHEAD.get());
    }
}
