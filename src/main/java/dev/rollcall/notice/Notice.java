package dev.rollcall.notice;

import dev.rollcall.config.Notices.Channel;
import dev.rollcall.config.Notices.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something people are told: a count and where to look, nothing personal.
 *
 * @param key by which a receiver knows that it has this notice already
 * @param source null where no single source is meant
 * @param users how many users it is about
 * @param path below the address of the server
 * @param reach how far it has come
 */
public record Notice(
        long id,
        UUID key,
        String directory,
        @Nullable String source,
        Kind kind,
        String title,
        String text,
        long users,
        String path,
        Instant raisedAt,
        @Nullable Instant readAt,
        List<Reach> reach) {
    public Notice {
        reach = List.copyOf(reach);
    }

    /** To how many a notice has come over a channel, and for how many it waits. */
    public record Reach(Channel channel, long delivered, long waiting) {}
}
