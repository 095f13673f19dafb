package dev.rollcall.api;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.Notices.Kind;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.notice.About;
import dev.rollcall.notice.Cause;
import dev.rollcall.notice.Deliveries;
import dev.rollcall.notice.NoticeBoard;
import dev.rollcall.route.SourceTriggers;
import dev.rollcall.run.SourceLedger;
import dev.rollcall.run.SourceLife;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings notices out every few seconds, and looks every hour for what no run can tell: silence, and what will expire. */
@Component
@ConditionalOnProperty(name = "rollcall.schedules", havingValue = "true", matchIfMissing = true)
class NoticeSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeSchedule.class);
    /** A run may take a while. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Deliveries deliveries;
    private final NoticeBoard board;
    private final Configuration configuration;
    private final Credentials credentials;
    private final SourceTriggers triggers;
    private final SourceLedger ledger;
    private final SourceLife life;
    private final Clock clock;

    NoticeSchedule(
            Deliveries deliveries,
            NoticeBoard board,
            Configuration configuration,
            Credentials credentials,
            SourceTriggers triggers,
            SourceLedger ledger,
            SourceLife life,
            Clock clock) {
        this.deliveries = deliveries;
        this.board = board;
        this.configuration = configuration;
        this.credentials = credentials;
        this.triggers = triggers;
        this.ledger = ledger;
        this.life = life;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${rollcall.notices.every:PT10S}",
            fixedDelayString = "${rollcall.notices.every:PT10S}")
    void deliver() {
        try {
            deliveries.deliverDue();
        } catch (DataAccessException e) {
            LOG.error(
                    "notices could not be delivered ({}); tried again at the next turn",
                    e.getClass().getSimpleName());
        }
    }

    @Scheduled(
            initialDelayString = "${rollcall.notices.look-after:PT1M}",
            fixedDelayString = "${rollcall.notices.look-every:PT1H}")
    void look() {
        try {
            configuration.sources().values().forEach(this::look);
        } catch (DataAccessException e) {
            LOG.error(
                    "the sources could not be looked after ({}); tried again at the next turn",
                    e.getClass().getSimpleName());
        }
    }

    private void look(SourceConfiguration source) {
        About about =
                new About(source.directory(), source.source(), source.title(), null, "/api/sources/" + source.source());
        Instant now = clock.instant();
        Optional<Cause> expiring = credentials
                .warning(source.source())
                .map(warning -> new Cause(0, warning.expired() ? "expired" : "soon", warning.text()));
        tell(about, Kind.CREDENTIALS, expiring, now);
        tell(about, Kind.SOURCE_LATE, late(source, now), now);
    }

    private Optional<Cause> late(SourceConfiguration source, Instant now) {
        @Nullable
        Instant success = ledger.state(source.directory(), source.source()).lastSuccessAt();
        if (success == null || life.stage(source) != SourceLife.Stage.ENABLED) {
            return Optional.empty();
        }
        return triggers.dueAfter(source.source(), success)
                .filter(due -> due.plus(GRACE).isBefore(now))
                .map(due -> new Cause(0, "", ""));
    }

    private void tell(About about, Kind kind, Optional<Cause> cause, Instant now) {
        cause.ifPresentOrElse(there -> board.report(about, kind, there, now), () -> board.gone(about, kind));
    }
}
