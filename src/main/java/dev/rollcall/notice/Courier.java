package dev.rollcall.notice;

import dev.rollcall.config.Notices;
import dev.rollcall.config.Notices.Channel;
import dev.rollcall.config.Notices.Recipient;
import dev.rollcall.config.Notices.Webhook;
import java.time.Instant;
import java.util.UUID;

/** Takes notices out of the house; what did not arrive is brought again. */
public interface Courier {
    /** Whether the channel has all its settings; notices of one that has not are stored only. */
    boolean isSetUp(Notices notices, Channel channel);

    /**
     * Hands it over.
     *
     * @throws Undelivered when nobody took it
     */
    void carry(Parcel parcel);

    /** One try of one delivery. */
    sealed interface Parcel {
        /** A mail to one person. */
        record Mail(String from, Recipient to, UUID key, String subject, String text) implements Parcel {
            @Override
            public String toString() {
                return "Mail[" + key + "]";
            }
        }

        /** A call of a server; the body is signed as it stands. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Call(Webhook webhook, UUID key, Instant at, byte[] body) implements Parcel {
            @Override
            public String toString() {
                return "Call[" + key + "]";
            }
        }
    }

    /** Nobody took it. The message names neither recipient nor secret. */
    final class Undelivered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Undelivered(String why) {
            super(why);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
