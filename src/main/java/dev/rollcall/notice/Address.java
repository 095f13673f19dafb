package dev.rollcall.notice;

import dev.rollcall.config.Notices.Channel;

/**
 * Where a notice goes.
 *
 * @param recipient the address mail goes to; empty for a webhook
 */
record Address(Channel channel, String recipient) {
    @Override
    public String toString() {
        return "Address[" + channel + "]";
    }
}
