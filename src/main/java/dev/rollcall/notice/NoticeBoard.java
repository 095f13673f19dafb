package dev.rollcall.notice;

import dev.rollcall.config.Notices.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The notices: stored first, then delivered; each cause told once while it lasts. */
@Service
public class NoticeBoard {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeBoard.class);

    private final NoticeTable notices;
    private final CauseTable causes;
    private final Addressees addressees;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeBoard(
            NoticeTable notices,
            CauseTable causes,
            Addressees addressees,
            TransactionTemplate transaction,
            Clock clock) {
        this.notices = notices;
        this.causes = causes;
        this.addressees = addressees;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A cause is there: told when it is new, or clearly another than what was told. */
    public void report(About about, Kind kind, Cause cause, Instant now) {
        transaction.executeWithoutResult(status -> {
            Optional<Cause> told = causes.told(about, kind);
            if (told.isEmpty() || cause.isNewsAfter(told.get())) {
                causes.write(about, kind, cause);
                tell(about, kind, cause, now);
            } else {
                // what shrank and grows again is news again
                causes.write(about, kind, cause.users() < told.get().users() ? cause : told.get());
            }
        });
    }

    /** A cause is there: told when it is new, whatever it says. */
    public void reportOnce(About about, Kind kind, Cause cause, Instant now) {
        transaction.executeWithoutResult(status -> {
            if (causes.told(about, kind).isEmpty()) {
                causes.write(about, kind, cause);
                tell(about, kind, cause, now);
            }
        });
    }

    /** A cause is not there (any more). */
    public void gone(About about, Kind kind) {
        causes.delete(about, kind);
    }

    /** Tells it, whatever was told before. */
    public void tell(About about, Kind kind, Cause cause, Instant now) {
        Wording wording = Wording.of(kind, about.title(), cause);
        transaction.executeWithoutResult(status -> {
            long id = notices.add(about, kind, wording, cause.users(), UUID.randomUUID(), now);
            addressees.of(about.directory(), kind).forEach(to -> notices.addDelivery(id, to, now));
            LOG.info("notice {}  directory={} source={} kind={}", id, about.directory(), about.source(), kind.label());
        });
    }

    /**
     * Notices of a directory, newest first.
     *
     * @param before an id; only older ones
     */
    public List<Notice> list(String directory, boolean unread, @Nullable Long before, int limit) {
        return notices.list(directory, unread, before, limit);
    }

    public Optional<Notice> find(String directory, long id) {
        return notices.find(directory, id);
    }

    /** Somebody has read it; empty when there is no such notice. */
    public Optional<Notice> markRead(String directory, long id) {
        notices.markRead(directory, id, clock.instant());
        return notices.find(directory, id);
    }
}
