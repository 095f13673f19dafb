package dev.rollcall.source.api;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request to a source.
 *
 * @param headers all that go out; secrets among them
 * @param body null for a GET
 * @param streamed the answer is read while it arrives, for reports larger than memory; a broken connection then fails
 *     the run instead of being tried again
 */
public record ApiRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body,
        boolean streamed) {
    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    public static ApiRequest get(URI uri, Map<String, String> headers) {
        return new ApiRequest("GET", uri, headers, null, false);
    }

    /** A POST; its type belongs to the headers. */
    public static ApiRequest post(URI uri, Map<String, String> headers, String body) {
        return new ApiRequest("POST", uri, headers, body, false);
    }

    /** The same request, its answer read while it arrives. */
    public ApiRequest asStream() {
        return new ApiRequest(method, uri, headers, body, true);
    }

    /** Scheme, host and port: what the connection is made to. */
    public String server() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** Headers and body hold secrets, the query may hold a cursor. */
    @Override
    public String toString() {
        return "ApiRequest[" + method + " " + server() + uri.getPath() + "]";
    }
}
