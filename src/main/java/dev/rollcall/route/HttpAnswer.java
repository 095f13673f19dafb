package dev.rollcall.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import java.io.IOException;
import java.util.Locale;

/** A whole answer. What it holds is never printed. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares answers
public record HttpAnswer(String source, int status, String contentType, byte[] content) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /**
     * The answer as JSON.
     *
     * @throws SourceFailure when it is something else, a login page for example
     */
    public JsonNode json() {
        if (!contentType.toLowerCase(Locale.ROOT).contains("json")) {
            throw new SourceFailure(SourceCode.API_NOT_JSON.at(
                    source,
                    "HTTP " + status + " with content of type " + (contentType.isEmpty() ? "unknown" : contentType)
                            + ", expected JSON. See whether the address is right, and whether something stands in"
                            + " between."));
        }
        try {
            return JSON.readTree(content);
        } catch (IOException malformed) {
            throw new SourceFailure(SourceCode.API_NOT_JSON.at(
                    source,
                    "the answer claims to be JSON and is not (" + content.length + " bytes). Start the run again."));
        }
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return "HttpAnswer[" + source + " " + status + ", " + content.length + " bytes]";
    }
}
