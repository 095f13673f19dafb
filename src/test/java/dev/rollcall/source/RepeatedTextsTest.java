package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatedTextsTest {
    private final RepeatedTexts texts = new RepeatedTexts(text -> new TextNode("<" + text + ">"));

    private List<JsonNode> read(List<String> values) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        String list = values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(",", "[", "]"));
        try (JsonParser parser = new JsonFactory().createParser(list)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                nodes.add(texts.read(parser));
            }
        }
        return nodes;
    }

    @Test
    void aTextThatCameBeforeIsMadeOnce() throws IOException {
        List<JsonNode> nodes = read(List.of("Sales", "Finance", "Sales"));

        assertThat(nodes.get(2)).isSameAs(nodes.get(0)).isNotSameAs(nodes.get(1));
    }

    @Test
    void howeverManyThereAreEachIsItself() throws IOException {
        List<String> values =
                new ArrayList<>(List.of("", "a", "ab", "ba", "aXb", "aYb", "\u00e9\u00e8", "x".repeat(500)));
        IntStream.range(0, 3_000).forEach(each -> values.add("user-" + each % 700));
        values.addAll(List.of("aYb", "aXb", "ba", "ab", "a", "", "x".repeat(500)));

        assertThat(read(values))
                .extracting(JsonNode::textValue)
                .isEqualTo(values.stream().map(value -> "<" + value + ">").toList());
    }
}
