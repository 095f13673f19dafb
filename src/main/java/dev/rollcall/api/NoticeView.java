package dev.rollcall.api;

import dev.rollcall.notice.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is told; counts, nobody's name.
 *
 * @param id in its directory's list
 * @param key the idempotency key that mail and webhook carry
 * @param users how many users it is about
 * @param link where one sees more
 * @param deliveries how far it has come over each channel it goes by
 */
public record NoticeView(
        long id,
        String key,
        String kind,
        String directory,
        @Nullable String source,
        String title,
        String text,
        long users,
        String link,
        Instant raisedAt,
        @Nullable Instant readAt,
        List<DeliveryView> deliveries) {
    public NoticeView {
        deliveries = List.copyOf(deliveries);
    }

    /** Over a channel, how many have it and how many wait for it. */
    public record DeliveryView(String channel, long delivered, long waiting) {}

    static NoticeView of(Notice notice, String link) {
        return new NoticeView(
                notice.id(),
                notice.key().toString(),
                notice.kind().label(),
                notice.directory(),
                notice.source(),
                notice.title(),
                notice.text(),
                notice.users(),
                link,
                notice.raisedAt(),
                notice.readAt(),
                notice.reach().stream()
                        .filter(reach -> reach.delivered() + reach.waiting() > 0)
                        .map(reach -> new DeliveryView(
                                reach.channel().name().toLowerCase(Locale.ROOT), reach.delivered(), reach.waiting()))
                        .toList());
    }
}
