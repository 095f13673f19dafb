package dev.rollcall.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.source.ContentInMemory;
import dev.rollcall.source.JsonReading;
import dev.rollcall.source.JsonRecords;
import dev.rollcall.source.Outline;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer of a source. What it holds is never printed.
 *
 * @param source for messages
 * @param contentType empty when the answer names none
 * @param headers names in lower case; of a header that came several times a line for each
 * @param content to be read once; of a request that is not streamed it is in memory whole
 */
public record ApiAnswer(
        String source, int status, String contentType, Map<String, String> headers, InputStream content) {
    public ApiAnswer {
        headers = Map.copyOf(headers);
    }

    /** An answer that is in memory whole. */
    public static ApiAnswer whole(
            String source, int status, String contentType, Map<String, String> headers, byte[] content) {
        return new ApiAnswer(source, status, contentType, headers, new ContentInMemory(content));
    }

    /** The same, as messages call it: by its page of the source. */
    public ApiAnswer on(String page) {
        return new ApiAnswer(source + " " + page, status, contentType, headers, content);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether it says to be of this type: {@code json}, {@code xml}. */
    public boolean is(String type) {
        return contentType.toLowerCase(Locale.ROOT).contains(type);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * The answer as JSON.
     *
     * @throws SourceFailure when it is something else, a login page for example
     */
    public JsonNode json() {
        return json(List.of(), Outline.EVERYTHING);
    }

    /**
     * The answer as JSON, its records reduced to an outline.
     *
     * @param place names that lead to the list of records
     * @throws SourceFailure when it is something else, a login page for example
     */
    public JsonNode json(List<String> place, Outline outline) {
        require("json");
        try (InputStream in = content) {
            return JsonReading.read(in, place, outline);
        } catch (IOException malformed) {
            throw notJson();
        }
    }

    /**
     * The records of the answer as JSON, one after the other.
     *
     * @param place names that lead to the list of records
     * @throws SourceFailure when it is something else, a login page for example
     */
    public JsonRecords jsonRecords(List<String> place) {
        require("json");
        try {
            return new JsonRecords(content, place);
        } catch (IOException unreadable) {
            throw notJson();
        }
    }

    /** What is said of an answer that breaks off, or is none. */
    public SourceFailure notJson() {
        return new SourceFailure(
                SourceCode.API_NOT_JSON.at(source, "the answer claims to be JSON and is not. Start the run again."));
    }

    /**
     * Refuses an answer that does not say to be of this type.
     *
     * @throws SourceFailure naming the type found
     */
    public void require(String type) {
        if (!is(type)) {
            throw new SourceFailure(SourceCode.API_NOT_JSON.at(
                    source,
                    "HTTP " + status + " with content of type " + (contentType.isEmpty() ? "unknown" : contentType)
                            + ", expected " + type.toUpperCase(Locale.ROOT)
                            + ". See whether the address is right, and whether something stands in between."));
        }
    }

    @Override
    public String toString() {
        return "ApiAnswer[" + source + " " + status + "]";
    }
}
