package dev.rollcall.route;

import dev.rollcall.source.Problem;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/**
 * What a Kamelet wants {@code direct:rollcall-http} to fetch, as its body.
 *
 * @param explain what an answer without success means
 */
public record HttpCall(String source, URI uri, Map<String, String> headers, Function<HttpAnswer, Problem> explain) {
    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** Scheme, host and port: what the connection is made to. */
    public String server() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** Headers hold secrets, the query may hold a cursor. */
    @Override
    public String toString() {
        return "HttpCall[" + server() + uri.getPath() + "]";
    }
}
