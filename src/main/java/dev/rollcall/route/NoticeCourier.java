package dev.rollcall.route;

import dev.rollcall.config.Notices;
import dev.rollcall.config.Notices.Channel;
import dev.rollcall.notice.Courier;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** Brings notices by mail and by webhook. */
@Component
final class NoticeCourier implements Courier {
    private final CamelContext context;
    private final NoticeMail mail;
    private final NoticeCalls calls;

    NoticeCourier(CamelContext context, NoticeMail mail, NoticeCalls calls) {
        this.context = context;
        this.mail = mail;
        this.calls = calls;
    }

    @Override
    public boolean isSetUp(Notices notices, Channel channel) {
        return switch (channel) {
            case MAIL -> notices.from() != null && mail.hasServer();
            case WEBHOOK -> {
                Notices.Webhook webhook = notices.webhook();
                yield webhook != null
                        && Placeholders.missing(context, webhook.url() + " " + webhook.secret())
                                .isEmpty();
            }
        };
    }

    @Override
    public void carry(Parcel parcel) {
        switch (parcel) {
            case Parcel.Mail letter -> mail.send(letter);
            case Parcel.Call call -> calls.call(call);
        }
    }
}
