package dev.rollcall.notice;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.Notices;
import dev.rollcall.config.Notices.Channel;
import dev.rollcall.config.Notices.Kind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** To whom a notice goes: to everybody in the file who wants its kind, over every channel that is set up. */
@Component
class Addressees {
    private final Configuration configuration;
    private final Preferences preferences;
    private final Courier courier;

    Addressees(Configuration configuration, Preferences preferences, Courier courier) {
        this.configuration = configuration;
        this.preferences = preferences;
        this.courier = courier;
    }

    List<Address> of(String directory, Kind kind) {
        Notices notices = configuration.notices(directory);
        Preferences.Wishes wishes = preferences.of(directory);
        List<Address> addresses = new ArrayList<>();
        if (courier.isSetUp(notices, Channel.MAIL)) {
            notices.recipients().stream()
                    .filter(recipient -> wishes.wants(recipient, kind, Channel.MAIL))
                    .forEach(recipient -> addresses.add(new Address(Channel.MAIL, recipient.email())));
        }
        if (courier.isSetUp(notices, Channel.WEBHOOK) && wishes.wants(kind, Channel.WEBHOOK)) {
            addresses.add(new Address(Channel.WEBHOOK, ""));
        }
        return addresses;
    }
}
