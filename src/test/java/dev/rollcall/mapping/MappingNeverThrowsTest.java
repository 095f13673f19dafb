package dev.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.source.Header;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a record, mapping answers: an employee or a rejection, and never a defect. */
class MappingNeverThrowsTest {
    private static final String LINES = """
            givenName: %1$s
            emails: [{ type: work, value: %2$s }]
            employmentStatus: { from: %3$s, then: [{ lookup: { A: active } }] }
            startDate: %1$s
            endDate: { from: %2$s, then: [{ date: [iso, dd/MM/yyyy] }] }
            isManager: { from: %3$s, then: [boolean] }
            grade: { from: %1$s, then: [digits] }
            location: { from: %2$s, then: [{ split: ";" }, sort, first] }
            costCenter: { from: %3$s, then: [{ number: "," }] }
            manager: { from: %1$s, by: email }
            teams: %2$s
            """;

    private static final String[] TEXTS = {
        "", " ", "A", "Ann", "ann@example.com", "2026-02-30", "2026-03-31", "31/03/2026", "\0", "\ud800", "😀",
                "1e999999",
        "9999999999999999999", "-", "[", "(((((", "\n", "’", "null", "true", "NaN", "2026-03-31T", "٣", "1.2.3"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 2026})
    void aRowIsMappedOrRejected(long seed) {
        Random random = new Random(seed);
        Mapping mapping = Sample.csv(LINES.formatted("a", "b", "c"));
        for (int i = 0; i < 3_000; i++) {
            List<String> names = new ArrayList<>(List.of("id", "a", "b", "c"));
            names.subList(random.nextInt(4) + 1, 4).clear();
            List<String> values = new ArrayList<>();
            for (int field = random.nextInt(6); field > 0; field--) {
                values.add(TEXTS[random.nextInt(TEXTS.length)]);
            }
            check(mapping, new SourceRecord.Row(new Header(names), values, new Origin("f", i)), seed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 2026})
    void aJsonRecordIsMappedOrRejected(long seed) {
        Random random = new Random(seed);
        Mapping mapping = Sample.json(LINES.formatted("$.a", "\"$.b[*].x\"", "\"$.b[?(@.x == 'A')]['y']\""));
        for (int i = 0; i < 3_000; i++) {
            check(mapping, new SourceRecord.Json(node(random, 4), new Origin("f", i)), seed);
        }
    }

    private static void check(Mapping mapping, SourceRecord record, long seed) {
        MappingResult result = mapping.map(record);
        mapping.explain(record);
        if (result instanceof MappingResult.Rejected rejected) {
            assertThat(rejected.problems())
                    .as("seed %d, %s", seed, record.origin())
                    .isNotEmpty();
            assertThat(rejected.problems())
                    .extracting(Problem::code)
                    .as("seed %d, %s", seed, record.origin())
                    .doesNotContain("MAP-199");
        }
    }

    private static JsonNode node(Random random, int depth) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        int kind = random.nextInt(depth > 0 ? 10 : 6);
        if (kind < 3) {
            return json.textNode(TEXTS[random.nextInt(TEXTS.length)]);
        }
        if (kind < 6) {
            return List.<JsonNode>of(
                            json.nullNode(),
                            json.booleanNode(true),
                            json.numberNode(random.nextLong()),
                            json.numberNode(Double.NaN),
                            json.numberNode(1e300),
                            json.numberNode(new BigDecimal("1e-99999")))
                    .get(random.nextInt(6));
        }
        if (kind == 6) {
            ArrayNode array = json.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                array.add(node(random, depth - 1));
            }
            return array;
        }
        ObjectNode object = json.objectNode();
        for (String name : List.of("id", "gone", "a", "b", "x", "y")) {
            if (random.nextBoolean()) {
                object.set(name, node(random, depth - 1));
            }
        }
        return object;
    }
}
