package dev.rollcall.source.successfactors;

import dev.rollcall.source.api.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How a request says who asks.
 *
 * @param scheme of the Authorization header; empty where the connection's certificate says it
 */
public record Credentials(String scheme, Secret secret) {
    /** A token of the OAuth client. */
    public static Credentials token(Secret token) {
        return new Credentials("Bearer", token);
    }

    /** None in the request: the TLS connection carries a client certificate. */
    public static Credentials certificate() {
        return new Credentials("", Secret.fixed(""));
    }

    /** A password, which SAP retired for the APIs on 20 November 2026. */
    public static Credentials password(String userAtCompany, Secret password) {
        return new Credentials("Basic", new Secret() {
            @Override
            public String value() {
                return Base64.getEncoder()
                        .encodeToString((userAtCompany + ":" + password.value()).getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public boolean refused() {
                return password.refused();
            }

            @Override
            public String toString() {
                return "***";
            }
        });
    }
}
