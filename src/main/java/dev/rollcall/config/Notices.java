package dev.rollcall.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what in one directory, checked.
 *
 * @param from null where nobody gets mail
 * @param off what nobody gets
 */
public record Notices(
        @Nullable String from,
        List<Recipient> recipients,
        Set<Switch> off,
        @Nullable Webhook webhook) {
    /** A directory in which notices are stored only. */
    public static final Notices NONE = new Notices(null, List.of(), Set.of(), null);

    public Notices {
        recipients = List.copyOf(recipients);
        off = Set.copyOf(off);
    }

    /** What somebody can be told. */
    public enum Kind {
        TEST_RESULTS,
        LICENSES,
        DELETION_SAFEGUARD,
        USER_CONFLICTS,
        PLAN_HELD,
        WITHHELD,
        RUN_FAILED,
        SOURCE_LATE,
        CREDENTIALS;

        /** As files and addresses name it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How a notice leaves the house. */
    public enum Channel {
        MAIL,
        WEBHOOK
    }

    /** Who is told at all (acceptance row 137). */
    public enum Role {
        ADMINISTRATOR,
        SUPERUSER
    }

    /** A kind over a channel. */
    public record Switch(Kind kind, Channel channel) {}

    /**
     * Somebody who gets mail.
     *
     * @param off what this person does not want
     */
    public record Recipient(@Nullable String name, String email, Role role, Set<Switch> off) {
        public Recipient {
            off = Set.copyOf(off);
        }

        @Override
        public String toString() {
            return "Recipient[" + role + "]";
        }
    }

    /** A server that is called; both are settings' names in double braces, or the address itself. */
    public record Webhook(String url, String secret) {
        @Override
        public String toString() {
            return "Webhook[]";
        }
    }
}
