package dev.rollcall.config;

import dev.rollcall.config.Notices.Channel;
import dev.rollcall.config.Notices.Kind;
import dev.rollcall.config.Notices.Recipient;
import dev.rollcall.config.Notices.Switch;
import dev.rollcall.config.Notices.Webhook;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.Words;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks who is told what. */
final class NoticesReader {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    /** The signature proves who calls, not what is listened to: that is TLS. */
    private static final Pattern PLACE = Pattern.compile("\\{\\{[^{}]+}}|https://[^\\s]+");

    private final Problems problems;

    NoticesReader(Problems problems) {
        this.problems = problems;
    }

    Notices read(@Nullable NoticesFile written, @Nullable YamlNode node) {
        if (written == null || node == null) {
            return Notices.NONE;
        }
        new SecretRules(problems).check(node);
        checkAddress(written.from(), "notices.from", written.at());
        if (!written.recipients().isEmpty() && written.from() == null) {
            problems.add(
                    written.at(),
                    ConfigCode.NO_SENDER,
                    "notices.from is missing: mail needs an address it comes from. Example: from: rollcall@example.com");
        }
        List<Recipient> recipients = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (NoticesFile.To to : written.recipients()) {
            checkAddress(to.email(), "notices.recipients.email", to.at());
            if (to.email() != null && to.role() != null) {
                if (!seen.add(to.email())) {
                    problems.add(
                            to.at(),
                            ConfigCode.BAD_ADDRESS,
                            "notices.recipients.email: the address stands here twice.");
                }
                recipients.add(new Recipient(
                        to.name(), to.email(), to.role(), switches(to.off(), "notices.recipients.off", to.at())));
            }
        }
        return new Notices(
                written.from(), recipients, switches(written.off(), "notices.off", written.at()), webhook(written));
    }

    private void checkAddress(@Nullable String address, String where, At at) {
        if (address != null && !ADDRESS.matcher(address).matches()) {
            problems.add(
                    at,
                    ConfigCode.BAD_ADDRESS,
                    where + ": expected an e-mail address alone (not shown). Example: hr@example.com");
        }
    }

    private @Nullable Webhook webhook(NoticesFile written) {
        NoticesFile.Hook hook = written.webhook();
        if (hook == null || hook.url() == null || hook.secret() == null) {
            return null;
        }
        if (!PLACE.matcher(hook.url()).matches()) {
            problems.add(
                    hook.at(),
                    ConfigCode.BAD_ADDRESS,
                    "notices.webhook.url: expected https://… or a setting such as \"{{acme.notices-url}}\".");
        }
        return new Webhook(hook.url(), hook.secret());
    }

    private Set<Switch> switches(List<String> words, String where, At at) {
        Set<Switch> switches = new HashSet<>();
        for (String word : words) {
            int colon = word.indexOf(':');
            List<Channel> channels = Arrays.stream(Channel.values())
                    .filter(channel -> colon < 0 || Words.of(channel).equals(word.substring(0, colon)))
                    .toList();
            List<Kind> kinds = Arrays.stream(Kind.values())
                    .filter(kind -> kind.label().equals(word.substring(colon + 1)))
                    .toList();
            if (channels.isEmpty() || kinds.isEmpty()) {
                List<String> known =
                        Arrays.stream(Kind.values()).map(Kind::label).toList();
                problems.add(
                        at,
                        ConfigCode.NO_SUCH_NOTICE,
                        where + ": found \"" + word + "\", expected " + String.join(", ", known)
                                + ", alone or after mail: or webhook:." + Nearest.hint(word, known));
            }
            kinds.forEach(kind -> channels.forEach(channel -> switches.add(new Switch(kind, channel))));
        }
        return switches;
    }
}
