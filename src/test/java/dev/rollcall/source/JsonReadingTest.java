package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadingTest {
    private static final String ANSWER = """
            {"status": "success", "data": {"next": null, "results": [
              {"id": "1", "ssn": "078-05-1120", "name": {"first": "An", "last": "Claes"}, "age": 1.50,
               "groups": [{"type": "TEAM", "name": "Blue"}], "bank": [{"iban": "BE71"}]},
              {"id": "2", "name": null}]}}""";

    @Test
    void ofARecordOnlyWhatSomebodyLooksAtIsKept() throws IOException {
        JsonNode read = read(ANSWER, Outline.of(Set.of("id", "name/first", "groups/**", "age")));

        assertThat(read.at("/data/results/0")).isEqualTo(new ObjectMapper().readTree("""
                        {"id": "1", "name": {"first": "An"}, "age": 1.50, "groups": [{"type": "TEAM", "name": "Blue"}]}"""));
        assertThat(read.at("/data/results/1")).isEqualTo(new ObjectMapper().readTree("""
                        {"id": "2", "name": null}"""));
        assertThat(read.path("status").asText()).isEqualTo("success");
        assertThat(read.at("/data/next").isNull()).isTrue();
    }

    @Test
    void ofAListsElementsOnlyWhatSomebodyLooksAtIsKeptAndOfAnObjectInItsPlaceAll() throws IOException {
        Outline outline = Outline.of(Set.of("groups/*/name", "name/*/first", "bank/*/."));

        assertThat(read(ANSWER, outline).at("/data/results/0")).isEqualTo(new ObjectMapper().readTree("""
                        {"groups": [{"name": "Blue"}], "name": {"first": "An", "last": "Claes"}, "bank": [{}]}"""));
    }

    @Test
    void withoutAnOutlineItIsTheTreeThatJacksonReads() throws IOException {
        assertThat(read(ANSWER, Outline.EVERYTHING)).isEqualTo(new ObjectMapper().readTree(ANSWER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\": {\"results\": [{\"id\": \"1\"", "{\"data\": {}", "{} {}", "<html>"})
    void whatIsNotJsonToItsEndIsRefused(String content) {
        assertThatThrownBy(() -> read(content, Outline.of(Set.of("id")))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "{\"data\": []}", "{\"data\": {\"results\": \"none\"}}"})
    void anotherFormIsReadAsItIs(String content) throws IOException {
        assertThat(read(content, Outline.of(Set.of("id")))).isEqualTo(new ObjectMapper().readTree(content));
    }

    private static JsonNode read(String content, Outline outline) throws IOException {
        return JsonReading.read(
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                List.of("data", "results"),
                outline);
    }
}
