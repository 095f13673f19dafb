package dev.rollcall.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What Kombo's own OpenAPI description says of {@code GET /hris/employees}: of its parameters, answers and errors. */
public final class KomboDescription {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode WHOLE = read();
    private static final JsonSchema QUERY = part("query");
    private static final JsonSchema ANSWER = part("answer");
    private static final JsonSchema ERROR = part("error");

    private KomboDescription() {}

    private static JsonNode read() {
        try (InputStream file = KomboDescription.class.getResourceAsStream("/kombo/get-hris-employees.schema.json")) {
            return JSON.readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema part(String name) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        SchemaLocation.of("https://kombo.example/" + name),
                        WHOLE.path("$defs").path(name),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    /** What is wrong with a request's parameters. */
    public static List<String> complaints(Map<String, String> query) {
        ObjectNode node = JSON.createObjectNode();
        query.forEach((name, value) -> {
            if (name.equals("page_size") && value.matches("\\d{1,9}")) {
                node.put(name, Integer.parseInt(value));
            } else {
                node.put(name, value);
            }
        });
        return QUERY.validate(node).stream().map(ValidationMessage::getMessage).toList();
    }

    /** What is wrong with an answer. */
    public static List<String> complaints(int status, JsonNode answer) {
        return (status == 200 ? ANSWER : ERROR)
                .validate(answer).stream().map(ValidationMessage::getMessage).toList();
    }
}
