package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordsTest {
    private static JsonRecords records(String content, List<String> into) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        JsonRecords records = new JsonRecords(new ByteArrayInputStream(bytes), List.of("d", "results"));
        while (records.next()) {
            into.add(JsonReading.whole(records.parser()).toString());
        }
        return records;
    }

    @Test
    void recordsComeOneByOneAndWhatStandsAroundThemAtTheEnd() throws IOException {
        List<String> read = new ArrayList<>();

        JsonRecords records = records("""
                        {"a": [1, {"d": 2}], "results": [0], "d": {"results": [{"id": 1, "results": [3]}, 2, [4]],
                         "n": {"results": [5]}, "d": {"results": [6]}}, "z": 7}""", read);

        assertThat(read).containsExactly("{\"id\":1,\"results\":[3]}", "2", "[4]");
        assertThat(records.answer()).hasToString("""
                        {"a":[1,{"d":2}],"results":[0],"d":{"results":[],"n":{"results":[5]},"d":{"results":[6]}},"z":7}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1] | [1]",
                "null | null",
                "{} | {}",
                "{\"d\":[1]} | {\"d\":[1]}",
                "{\"d\":{\"results\":\"none\"}} | {\"d\":{\"results\":\"none\"}}",
                "{\"d\":{\"results\":[]}} | {\"d\":{\"results\":[]}}"
            })
    void anotherFormIsReadAsItIs(String content, String answer) throws IOException {
        List<String> read = new ArrayList<>();

        assertThat(records(content, read).answer()).hasToString(answer);
        assertThat(read).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"d\":{\"results\":[{\"id\":1}",
                "{\"d\":{\"results\":[1]}",
                "{\"d\":{\"results\":[1]}} {}",
                "[1",
                "<html>"
            })
    void whatIsNotJsonToItsEndIsRefused(String content) {
        assertThatThrownBy(() -> records(content, new ArrayList<>())).isInstanceOf(IOException.class);
    }
}
