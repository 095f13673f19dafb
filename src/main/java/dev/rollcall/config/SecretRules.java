package dev.rollcall.config;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Secrets come from the environment, never out of a file; and a server proves who it is before it gets one. */
final class SecretRules {
    private static final List<String> SECRET =
            List.of("password", "passphrase", "apikey", "secret", "token", "privatekey", "accesskey", "authorization");

    /** Names that hold the place of a secret, or how one is used. */
    private static final List<String> NO_SECRET =
            List.of("file", "uri", "url", "endpoint", "name", "header", "type", "lifetime");

    private static final Pattern PLACEHOLDER = Pattern.compile("(RAW\\()?(Bearer )?\\{\\{[^{}:?]+:?}}\\)?");
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/@\\s]*:(?!\\{\\{)[^/@\\s]+@");

    private final Problems problems;

    SecretRules(Problems problems) {
        this.problems = problems;
    }

    void check(YamlNode node) {
        switch (node) {
            case YamlNode.Scalar scalar -> text(scalar);
            case YamlNode.Items items -> items.items().forEach(this::check);
            case YamlNode.Group group ->
                group.entries().forEach((key, entry) -> {
                    if (entry.value() instanceof YamlNode.Scalar scalar) {
                        option(key, scalar.text(), entry.at());
                        if (key.equals("headers")) {
                            headers(scalar.text(), entry.at());
                        }
                    }
                    check(entry.value());
                });
        }
    }

    private void text(YamlNode.Scalar scalar) {
        String text = scalar.text();
        if (IN_ADDRESS.matcher(text).find()) {
            problems.add(
                    scalar.at(), CheckCode.PLAIN_SECRET, "an address holds a password. Give it as a {{placeholder}}.");
        }
        int query = text.indexOf('?');
        if (query > 0 && text.indexOf(' ') < 0) {
            for (String option : text.substring(query + 1).split("&", -1)) {
                String[] pair = option.split("=", 2);
                option(pair[0], pair.length == 2 ? pair[1] : "", scalar.at());
            }
        }
    }

    private void option(String name, String value, At at) {
        if (name.equals("strictHostKeyChecking") && !value.equals("yes") && !value.equals("true")) {
            problems.add(
                    at,
                    CheckCode.HOST_KEYS_OFF,
                    "strictHostKeyChecking: found " + value
                            + ", expected yes. Put the server's key into the known hosts file.");
        }
        if (isSecret(name) && !value.isEmpty() && !PLACEHOLDER.matcher(value).matches()) {
            problems.add(
                    at,
                    CheckCode.PLAIN_SECRET,
                    name
                            + " stands here in the open (not shown). Write a placeholder without a default, for example \"{{acme."
                            + name.toLowerCase(Locale.ROOT) + "}}\", and give it by the environment.");
        }
    }

    /** {@code Name: value}, several with a bar between. */
    private void headers(String text, At at) {
        for (String header : text.split("\\|", -1)) {
            String[] pair = header.split(":", 2);
            String name = pair[0].strip();
            if (pair.length == 2
                    && isSecret(name)
                    && !PLACEHOLDER.matcher(pair[1].strip()).matches()) {
                problems.add(
                        at,
                        CheckCode.PLAIN_SECRET,
                        "headers: " + name + " stands here in the open (not shown). Write `apiKeyHeader: " + name
                                + "`, and `apiKey` with a placeholder without a default.");
            }
        }
    }

    private static boolean isSecret(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        return SECRET.stream().anyMatch(plain::contains) && NO_SECRET.stream().noneMatch(plain::endsWith);
    }
}
