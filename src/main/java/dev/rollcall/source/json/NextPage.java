package dev.rollcall.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiRequest;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the next page is, by what the pages so far said. */
final class NextPage {
    private static final Pattern LINK = Pattern.compile("<([^>]+)>([^,]*)");

    private final String source;
    private final JsonApi api;
    private final JsonApiRequests requests;
    private final Set<String> followed = new HashSet<>();
    private Map<String, JsonNode> page;
    private @Nullable URI address;
    private boolean last;
    private boolean toldLast;
    private int pages;
    private long records;

    NextPage(String source, JsonApi api, JsonApiRequests requests) {
        this.source = source;
        this.api = api;
        this.requests = requests;
        this.page = first(api.page().paging());
    }

    private static Map<String, JsonNode> first(Paging paging) {
        return switch (paging) {
            case Paging.Numbered number -> Map.of(number.parameter(), LongNode.valueOf(number.first()));
            case Paging.Offset offset -> Map.of(offset.parameter(), LongNode.valueOf(0));
            case Paging.None none -> Map.of();
            case Paging.Cursor cursor -> Map.of();
            case Paging.Link link -> Map.of();
        };
    }

    boolean isLast() {
        return last;
    }

    /** Whether the API said itself that nothing follows, in the way that its pages are found by. */
    boolean isToldLast() {
        return toldLast;
    }

    /** The request; signed anew each time. */
    ApiRequest request() {
        URI led = address;
        return led == null ? requests.with(page) : requests.at(led);
    }

    /**
     * Reads where to go on.
     *
     * @param found how many records the page holds
     * @param total how many there are altogether, where the API says so
     */
    void after(ApiAnswer answer, JsonNode content, int found, Optional<Long> total) {
        pages++;
        records += found;
        JsonNode more = api.records().more().isEmpty()
                ? null
                : JsonPlace.of(api.records().more()).in(content);
        if (more != null && !more.isBoolean()) {
            throw failure(
                    SourceCode.API_UNEXPECTED,
                    "the answer has no true or false at " + api.records().more() + ". See whether `more` is right.");
        }
        boolean toldMore = more == null || more.booleanValue();
        switch (api.page().paging()) {
            case Paging.None none -> last = true;
            case Paging.Cursor cursor -> cursor(cursor, toldMore, new Said(cursor.path()).in(answer, content));
            case Paging.Link link -> link(link(link, answer, content), toldMore);
            case Paging.Numbered number -> number(number, answer, content, found, total, toldMore);
            case Paging.Offset offset -> {
                last = !toldMore || found == 0 || (total.isPresent() && records >= total.get());
                toldLast = more != null && !toldMore;
                page = Map.of(offset.parameter(), LongNode.valueOf(records));
            }
        }
        if (more != null && toldMore && last && !(api.page().paging() instanceof Paging.None)) {
            throw failure(
                    SourceCode.API_UNEXPECTED,
                    "the answer says that another page follows, and not where. Start the run again.");
        }
    }

    private void cursor(Paging.Cursor cursor, boolean toldMore, JsonNode value) {
        last = !toldMore
                || value.isMissingNode()
                || value.isNull()
                || value.asText().isBlank();
        toldLast = last && (!value.isMissingNode() || !followed.isEmpty() || !toldMore);
        if (!last) {
            follow(value.asText());
            page = Map.of(cursor.parameter(), value.isNumber() ? value : TextNode.valueOf(value.asText()));
        }
    }

    private void number(
            Paging.Numbered number,
            ApiAnswer answer,
            JsonNode content,
            int found,
            Optional<Long> total,
            boolean toldMore) {
        long pagesThere = -1;
        if (!number.totalPages().isEmpty()) {
            JsonNode there = new Said(number.totalPages()).in(answer, content);
            if (!there.canConvertToLong() && !there.asText().matches("\\d{1,9}")) {
                throw failure(
                        SourceCode.API_UNEXPECTED,
                        "the answer has no number of pages at " + number.totalPages()
                                + ". See whether `totalPages` is right.");
            }
            pagesThere = there.asLong();
        }
        boolean all = pagesThere >= 0 ? pages >= pagesThere : total.isPresent() && records >= total.get();
        last = !toldMore || found == 0 || all;
        page = Map.of(number.parameter(), LongNode.valueOf((long) number.first() + pages));
    }

    private static String link(Paging.Link link, ApiAnswer answer, JsonNode content) {
        if (!link.path().isEmpty()) {
            JsonNode value = new Said(link.path()).in(answer, content);
            return value.isTextual() ? value.asText() : "";
        }
        Matcher links = LINK.matcher(answer.header("link").orElse(""));
        while (links.find()) {
            String relation =
                    links.group(2).toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
            if ((relation + ";").contains(";rel=next;")) {
                return links.group(1);
            }
        }
        return "";
    }

    private void link(String address, boolean toldMore) {
        last = !toldMore || address.isBlank();
        toldLast = last && (!followed.isEmpty() || !toldMore);
        if (!last) {
            follow(address);
            this.address = sameServer(address);
        }
    }

    /** Path and query are the API's to choose; whom the secrets go to is not. */
    private URI sameServer(String address) {
        URI own = api.url();
        URI led;
        try {
            led = own.resolve(address);
        } catch (IllegalArgumentException malformed) {
            throw failure(SourceCode.API_UNEXPECTED, "the next page's address is none. Start the run again.");
        }
        if (!own.getHost().equalsIgnoreCase(led.getHost())) {
            throw failure(
                    SourceCode.API_UNEXPECTED,
                    "the next page is said to be on another server than " + own.getHost()
                            + ". It is not followed: the secrets are for that server alone.");
        }
        String query = led.getRawQuery();
        return URI.create(own.getScheme() + "://" + own.getRawAuthority() + led.getRawPath()
                + (query == null ? "" : "?" + query));
    }

    private void follow(String mark) {
        if (!followed.add(mark)) {
            throw failure(
                    SourceCode.API_REPEATED,
                    "the way to the next page was given before; following it would never end. Start the run again.");
        }
    }

    private SourceFailure failure(SourceCode code, String message) {
        return new SourceFailure(code.at(source + " page " + (pages == 0 ? 1 : pages), message));
    }
}
