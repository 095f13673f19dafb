package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.rollcall.source.FieldOrder.Field;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldOrderTest {
    private final FieldOrder fields = new FieldOrder(ObjectForm.of("id", "name", "town"));

    /** The fields of each object of a list, with their places in the form, as they were read. */
    private String read(String list) throws IOException {
        StringBuilder read = new StringBuilder();
        try (JsonParser parser = new JsonFactory().createParser(list)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                for (Field field = fields.first(parser); field != null; field = fields.after(field, parser)) {
                    parser.nextToken();
                    assertThat(parser.currentName()).isEqualTo(field.name());
                    read.append(field.name()).append(field.place()).append('=').append(parser.getText());
                    parser.skipChildren();
                    read.append(' ');
                }
                read.append("| ");
            }
        }
        return read.toString();
    }

    @Test
    void fieldsAreFoundWhereverTheyComeAndHoweverOften() throws IOException {
        assertThat(read("""
                        [{"id":1,"name":"a"},{"id":2,"name":"b"},{"name":"c","id":3},{"town":"x"},{"id":4,"town":"y","name":"d"},{}]"""))
                .isEqualTo("id0=1 name1=a | id0=2 name1=b | name1=c id0=3 | town2=x | id0=4 town2=y name1=d | | ");
    }

    @Test
    void aNameThatIsNotOfTheFormHasNoPlaceAndWhatItHoldsIsPassed() throws IOException {
        assertThat(read("""
                        [{"ids":{"id":9},"id":1},{"ids":{"id":9},"id":2},{"id":3,"i":[{"id":9}],"idx":0}]""")).isEqualTo("ids-1={ id0=1 | ids-1={ id0=2 | id0=3 i-1=[ idx-1=0 | ");
    }

    @Test
    void aNameIsKnownHoweverItIsWritten() throws IOException {
        assertThat(read("[{\"id\":1},{ \"\\u0069d\" : 2 },\n{\"id\"\n:3}]")).isEqualTo("id0=1 | id0=2 | id0=3 | ");
    }

    @Test
    void moreNamesThanAreRememberedAreReadAllTheSame() throws IOException {
        String names = IntStream.range(0, 2_000)
                .mapToObj(each -> "{\"n" + each + "\":0,\"id\":1}")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(read(names)).contains("n1999-1=0 id0=1 | ").doesNotContain("id-1");
        assertThat(read(names)).contains("n1999-1=0 id0=1 | ").doesNotContain("id-1");
    }
}
