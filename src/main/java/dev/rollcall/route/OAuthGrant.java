package dev.rollcall.route;

import dev.rollcall.source.api.ApiRequest;
import dev.rollcall.source.api.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an access token is asked for with: a client, and a refresh token where the client alone is not enough.
 *
 * @param source whose share of requests it counts against
 * @param scope empty: none is asked for
 * @param refreshToken null: the client's own credentials are the grant
 */
record OAuthGrant(
        String source,
        URI tokenUrl,
        String clientId,
        Secret clientSecret,
        String scope,
        @Nullable Secret refreshToken) implements TokenGrant {
    /** Whose token it is. */
    record Holder(String source, URI tokenUrl, String clientId, String scope) {}

    @Override
    public Holder holder() {
        return new Holder(source, tokenUrl, clientId, scope);
    }

    /** RFC 6749 §2.3.1: the client in the header, §6 or §4.4: the grant in the form. */
    @Override
    public ApiRequest request() {
        Map<String, String> form = new LinkedHashMap<>();
        if (refreshToken == null) {
            form.put("grant_type", "client_credentials");
        } else {
            form.put("grant_type", "refresh_token");
            form.put("refresh_token", refreshToken.value());
        }
        if (!scope.isEmpty()) {
            form.put("scope", scope);
        }
        String client = encode(clientId) + ":" + encode(clientSecret.value());
        String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        return ApiRequest.post(
                tokenUrl,
                Map.of(
                        "Accept",
                        "application/json",
                        "Authorization",
                        "Basic " + basic,
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                form.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encode(each.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public boolean refused() {
        boolean another = clientSecret.refused();
        return refreshToken == null ? another : refreshToken.refused() || another;
    }

    @Override
    public String toString() {
        return "OAuthGrant[" + source + "]";
    }
}
