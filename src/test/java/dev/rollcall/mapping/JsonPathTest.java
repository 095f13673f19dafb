package dev.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {
    private static final String DOCUMENT = """
            {"a": {"b c": 1, "d": null}, "l": [{"t": "X", "n": 1}, {"t": "Y", "n": 2, "on": true}, {"n": 2.0}], "it's": 5}
            """;

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.a['b c'] | [1]",
                "$.a[\"b c\"] | [1]",
                "$['it\\'s'] | [5]",
                "$.a.d | [null]",
                "$.a.x.y | []",
                "$.l[0].t | [\"X\"]",
                "$.l[-1].n | [2.0]",
                "$.l[9] | []",
                "$.l[*].t | [\"X\", \"Y\"]",
                "$.a.* | [1, null]",
                "$.l[?(@.t == 'Y')].n | [2]",
                "$.l[?@.t != 'Y'].n | [1, 2.0]",
                "$.l[?(@.n == 2)].n | [2, 2.0]",
                "$.l[?(@.on == true)].t | [\"Y\"]",
                "$.l[?(@.on)].t | [\"Y\"]",
                "$.a[0] | []",
            })
    void findsWhatTheStandardSays(String path, String expected) throws Exception {
        JsonNode root = new ObjectMapper().readTree(DOCUMENT);

        assertThat(JsonPath.compile(path).select(root).toString()).isEqualTo(expected);
        assertThat(JsonPath.compile(path).locate(root))
                .hasSameSizeAs(JsonPath.compile(path).select(root));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name | a path begins with $",
                "$..name | searching at any depth (..) is not supported",
                "$.a-b | expected . or [",
                "$.a[1:2] | several indexes are not supported",
                "$.a[?(@.x == 'y' && @.z)] | only one comparison is supported",
                "$.a[?(@.x == y)] | expected a text in quotes",
                "$.a['b | expected '",
                "$.a[b] | expected a name in quotes, a number, * or ?",
                "$.a[99999999999] | expected a small whole number",
                "$. | expected a name",
            })
    void saysWhatIsWrongWithAPath(String path, String expected) {
        assertThatThrownBy(() -> JsonPath.compile(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected)
                .hasMessageContaining("at sign ");
    }

    @Test
    void whatItLooksAtIsKeptOfARecord() {
        assertThat(JsonPath.compile("$.groups[?(@.kind.code == 'TEAM')].name").outline())
                .containsExactlyInAnyOrder("groups/*/kind/code/.", "groups/*/name/.");
        assertThat(JsonPath.compile("$.teams[0]").outline()).containsExactly("teams/*/.");
        assertThat(JsonPath.compile("$.a['b/c'].d").outline()).containsExactly("a/**");
    }
}
