package dev.rollcall.source.json;

import dev.rollcall.source.api.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A header that says who asks. None of these prints its secret. */
public sealed interface Signature {
    String header();

    /** The header's value now. */
    String value();

    List<Secret> secrets();

    /** User and password; some APIs take their key as the user. */
    record Basic(Secret user, Secret password) implements Signature {
        @Override
        public String header() {
            return "Authorization";
        }

        @Override
        public String value() {
            byte[] both = (user.value() + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(both);
        }

        @Override
        public List<Secret> secrets() {
            return List.of(password, user);
        }
    }

    /** A token. */
    record Bearer(Secret token) implements Signature {
        @Override
        public String header() {
            return "Authorization";
        }

        @Override
        public String value() {
            return "Bearer " + token.value();
        }

        @Override
        public List<Secret> secrets() {
            return List.of(token);
        }
    }

    /** A key in a header of its own. */
    record Key(String header, Secret key) implements Signature {
        @Override
        public String value() {
            return key.value();
        }

        @Override
        public List<Secret> secrets() {
            return List.of(key);
        }
    }

    /** Several at once, as headers. */
    static Map<String, String> headers(List<Signature> signatures) {
        return signatures.stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(Signature::header, Signature::value));
    }

    /** All their secrets as one: refused, each that has another value takes it. */
    static Secret together(List<Signature> signatures) {
        List<Secret> all =
                signatures.stream().flatMap(each -> each.secrets().stream()).toList();
        return new Secret() {
            @Override
            public String value() {
                return all.isEmpty() ? "" : all.getFirst().value();
            }

            @Override
            public boolean refused() {
                boolean another = false;
                for (Secret each : all) {
                    another |= each.refused();
                }
                return another;
            }

            @Override
            public String toString() {
                return "***";
            }
        };
    }
}
