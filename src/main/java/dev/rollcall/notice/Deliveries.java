package dev.rollcall.notice;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.config.Configuration;
import dev.rollcall.config.Notices;
import dev.rollcall.config.Notices.Channel;
import dev.rollcall.config.Notices.Recipient;
import dev.rollcall.config.Notices.Webhook;
import dev.rollcall.notice.Courier.Parcel;
import dev.rollcall.notice.Courier.Undelivered;
import dev.rollcall.notice.DeliveryTable.Due;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Brings stored notices to people and servers: at least once, tried again with growing pauses until it works. */
@Service
public class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DeliveryTable deliveries;
    private final NoticeTable notices;
    private final Configuration configuration;
    private final Courier courier;
    private final Links links;
    private final Clock clock;
    private final Duration firstPause;
    private final Duration longestPause;

    Deliveries(
            DeliveryTable deliveries,
            NoticeTable notices,
            Configuration configuration,
            Courier courier,
            Links links,
            Clock clock,
            // longer than a try can take, or two processes would deliver the same
            @Value("${rollcall.notices.first-pause:PT1M}") Duration firstPause,
            @Value("${rollcall.notices.longest-pause:PT1H}") Duration longestPause) {
        this.deliveries = deliveries;
        this.notices = notices;
        this.configuration = configuration;
        this.courier = courier;
        this.links = links;
        this.clock = clock;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    /**
     * What could not be delivered.
     *
     * @param since when the oldest of it was raised; null when there is none
     */
    public record Waiting(
            long count, @Nullable Instant since, @Nullable String lastProblem) {}

    /** What waits for longer than this. */
    public Waiting waitingFor(Duration time) {
        return deliveries.waitingSince(clock.instant().minus(time));
    }

    /** Tries everything that is due; a channel that fails is left alone until the next turn. */
    public void deliverDue() {
        Set<Channel> channels = EnumSet.allOf(Channel.class);
        while (!channels.isEmpty()) {
            Optional<Due> due = deliveries.take(channels, firstPause, longestPause, clock.instant());
            if (due.isEmpty()) {
                return;
            }
            if (!deliver(due.get())) {
                channels.remove(due.get().to().channel());
            }
        }
    }

    private boolean deliver(Due due) {
        Optional<Parcel> parcel = notices.find(due.directory(), due.notice()).flatMap(notice -> parcel(due, notice));
        if (parcel.isEmpty()) {
            deliveries.withdraw(due, clock.instant());
            return true;
        }
        try {
            courier.carry(parcel.get());
            deliveries.delivered(due, clock.instant());
            return true;
        } catch (Undelivered e) {
            deliveries.failed(due, e.getMessage());
            LOG.warn(
                    "notice {} not delivered by {} at try {}: {} It is tried again.",
                    due.notice(),
                    due.to().channel(),
                    due.attempts(),
                    e.getMessage());
            return false;
        }
    }

    /** Empty when the file names the recipient no more. */
    private Optional<Parcel> parcel(Due due, Notice notice) {
        Notices configured = configuration.notices(due.directory());
        return switch (due.to().channel()) {
            case MAIL ->
                configured.recipients().stream()
                        .filter(recipient -> recipient.email().equals(due.to().recipient()))
                        .findFirst()
                        .flatMap(recipient -> mail(configured, recipient, notice));
            case WEBHOOK -> Optional.ofNullable(configured.webhook()).map(webhook -> call(webhook, notice));
        };
    }

    private Optional<Parcel> mail(Notices configured, Recipient recipient, Notice notice) {
        String text = notice.text() + "\n\n" + links.of(notice) + "\n";
        return Optional.ofNullable(configured.from())
                .map(from -> new Parcel.Mail(from, recipient, notice.key(), notice.title(), text));
    }

    private Parcel call(Webhook webhook, Notice notice) {
        ObjectNode body = JSON.createObjectNode();
        body.put("id", notice.key().toString());
        body.put("kind", notice.kind().label());
        body.put("directory", notice.directory());
        body.put("source", notice.source());
        body.put("title", notice.title());
        body.put("text", notice.text());
        body.put("users", notice.users());
        body.put("link", links.of(notice));
        body.put("raisedAt", notice.raisedAt().toString());
        return new Parcel.Call(
                webhook, notice.key(), clock.instant(), body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
