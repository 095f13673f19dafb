package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ObjectFormTest {
    private static final ObjectForm NAME = ObjectForm.of("first", "middle", "last");

    @Test
    void anObjectOfAFormIsAsAnyOtherWithWhatItHolds() throws Exception {
        ObjectNode name = NAME.node().put("last", "Claes").put("first", "An");

        JsonNode plain = new ObjectMapper().readTree("{\"first\": \"An\", \"last\": \"Claes\"}");
        assertThat(name).isEqualTo(plain).hasSameHashCodeAs(plain).hasToString(plain.toString());
        assertThat(name.size()).isEqualTo(2);
        assertThat(name.has("middle")).isFalse();
        assertThat(name.path("middle").isMissingNode()).isTrue();
    }

    @Test
    void aNameIsFoundByItsLettersAlso() {
        ObjectNode name = NAME.node().put("first", "An");

        assertThat(name.path(new String("first".toCharArray())).asText()).isEqualTo("An");
        assertThat(name.put(new String("first".toCharArray()), "Jo").size()).isEqualTo(1);
    }

    @Test
    void aNameThatTheFormHasNotIsTheObjectsOwn() {
        ObjectNode titled = NAME.node().put("title", "Dr.");

        assertThat(titled.path("title").asText()).isEqualTo("Dr.");
        assertThat(NAME.node().has("title")).isFalse();
        assertThat(NAME.place("title")).isNegative();
    }

    @Test
    void whatIsTakenOutIsGone() {
        ObjectNode name = NAME.node().put("first", "An").put("last", "Claes");
        name.putArray("middle").add("B");

        name.removeIf(JsonNode::isArray);
        name.remove("first");

        assertThat(name).hasToString("{\"last\":\"Claes\"}");
    }

    @Test
    void objectsOfOneFormShareNoValues() {
        ObjectNode first = NAME.node().put("first", "An");

        assertThat(NAME.node().put("first", "Jo")).isNotEqualTo(first);
        assertThat(first.deepCopy()).isEqualTo(first);
    }
}
