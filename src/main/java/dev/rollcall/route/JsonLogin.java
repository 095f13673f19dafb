package dev.rollcall.route;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rollcall.source.api.ApiRequest;
import dev.rollcall.source.api.Secret;
import java.net.URI;
import java.util.Map;

/**
 * A login older than OAuth: id and secret as JSON.
 *
 * @param tokenName where the answer holds the token, names with dots between
 */
record JsonLogin(String source, URI tokenUrl, String clientId, Secret clientSecret, String tokenName)
        implements TokenGrant {
    private record Holder(String source, URI tokenUrl, String clientId) {}

    @Override
    public Object holder() {
        return new Holder(source, tokenUrl, clientId);
    }

    @Override
    public ApiRequest request() {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("client_id", clientId)
                .put("client_secret", clientSecret.value())
                .toString();
        return ApiRequest.post(
                tokenUrl, Map.of("Accept", "application/json", "Content-Type", "application/json"), body);
    }

    @Override
    public boolean refused() {
        return clientSecret.refused();
    }

    @Override
    public String toString() {
        return "JsonLogin[" + source + "]";
    }
}
