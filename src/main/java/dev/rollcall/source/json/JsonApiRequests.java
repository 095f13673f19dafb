package dev.rollcall.source.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.ApiRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the requests of one fetch: the same but for the page. */
final class JsonApiRequests {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final JsonApi api;
    private final URI bare;
    private final Map<String, JsonNode> asked = new LinkedHashMap<>();
    private final ObjectNode body;

    JsonApiRequests(String source, JsonApi api, @Nullable String changedSince) {
        this.api = api;
        this.bare = withQuery(api.url(), "");
        this.body = body(source, api.body());
        if (!api.post()) {
            parameters(api.url()).forEach((name, value) -> asked.put(name, TextNode.valueOf(value)));
        }
        JsonApi.PageForm page = api.page();
        if (!page.sizeParameter().isEmpty() && page.size() > 0) {
            asked.put(page.sizeParameter(), IntNode.valueOf(page.size()));
        }
        if (!api.fields().isEmpty() && !api.fieldsParameter().isEmpty()) {
            asked.put(api.fieldsParameter(), fields());
        }
        if (changedSince != null) {
            api.changedSince().ifPresent(since -> asked.put(since.parameter(), TextNode.valueOf(changedSince)));
        }
    }

    private static ObjectNode body(String source, String text) {
        try {
            if (text.isBlank()) {
                return JsonNodeFactory.instance.objectNode();
            }
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException malformed) {
            throw notAnObject(source);
        }
        throw notAnObject(source);
    }

    private static SourceFailure notAnObject(String source) {
        return new SourceFailure(SourceCode.API_OPTIONS.at(
                source, "body: expected a JSON object. Write { } with names and values between."));
    }

    private JsonNode fields() {
        if (!api.post()) {
            return TextNode.valueOf(String.join(",", api.fields()));
        }
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        api.fields().forEach(names::add);
        return names;
    }

    /** A page that the API gave the whole address of. */
    ApiRequest at(URI address) {
        return request(address, Map.of());
    }

    /** A page that is asked for by parameters; none: the first. */
    ApiRequest with(Map<String, JsonNode> page) {
        Map<String, JsonNode> all = new LinkedHashMap<>(asked);
        all.putAll(page);
        if (api.post()) {
            return request(api.url(), all);
        }
        String query = all.entrySet().stream()
                .map(each ->
                        encode(each.getKey()) + "=" + encode(each.getValue().asText()))
                .collect(Collectors.joining("&"));
        return request(withQuery(bare, query), Map.of());
    }

    private ApiRequest request(URI address, Map<String, JsonNode> inBody) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", "application/json");
        headers.putAll(api.headers());
        headers.putAll(Signature.headers(api.signatures()));
        if (!api.post()) {
            return ApiRequest.get(address, headers);
        }
        headers.put("Content-Type", "application/json");
        ObjectNode whole = body.deepCopy();
        inBody.forEach((name, value) -> JsonPlace.of(name).set(whole, value));
        return ApiRequest.post(address, headers, whole.toString());
    }

    private static Map<String, String> parameters(URI url) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = url.getRawQuery();
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static URI withQuery(URI url, String query) {
        String text = url.toString();
        int mark = text.indexOf('?');
        String base = mark < 0 ? text : text.substring(0, mark);
        return URI.create(query.isEmpty() ? base : base + "?" + query);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
