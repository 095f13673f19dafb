package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of the reference are those the code makes; {@code -Dschemas.write} writes them anew. */
class MappingReferenceTest {
    private static final Path DOCUMENT = Path.of("src/docs/mapping.md");

    @Test
    void theTablesOfTheReferenceAreUpToDate() throws IOException, ClassNotFoundException {
        String document = Files.readString(DOCUMENT);
        String made = document;
        for (Map.Entry<String, String> table : MappingReference.tables().entrySet()) {
            String begin = "<!-- table: " + table.getKey() + " -->\n";
            String end = "<!-- end -->";
            int from = made.indexOf(begin);
            assertThat(from).as("the place of the table %s", table.getKey()).isNotNegative();
            int to = made.indexOf(end, from);
            made = made.substring(0, from + begin.length()) + table.getValue() + made.substring(to);
        }
        if (System.getProperty("schemas.write") != null) {
            Files.writeString(DOCUMENT, made);
            document = made;
        }
        assertThat(document).as("write it anew by -Dschemas.write").isEqualTo(made);
    }
}
