package dev.rollcall.route;

import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiRefusal;
import dev.rollcall.source.api.ApiRequest;
import java.util.function.Function;

/**
 * What {@code direct:rollcall-http} is to fetch, as its body; the answer comes back as the body.
 *
 * @param source whose share of requests it counts against
 * @param explain what an answer without success means
 */
public record HttpCall(String source, ApiRequest request, Function<ApiAnswer, ApiRefusal> explain) {
    @Override
    public String toString() {
        return "HttpCall[" + source + " " + request + "]";
    }
}
