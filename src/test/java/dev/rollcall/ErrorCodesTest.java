package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rollcall.source.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of error codes is the one the code makes; {@code -Dschemas.write} writes it anew. */
class ErrorCodesTest {
    private static final Path DOCUMENT = Path.of("src/docs/errors.md");
    private static final String HEAD = """
            # Error codes

            Every problem is printed as *where · code · what was found, what was expected, what to do*. The codes stay what they are; the
            sentences may get better.

            | code | what is wrong |
            |---|---|
            """;

    private final List<Code> codes = codes();

    @Test
    void noCodeMeansTwoThings() {
        assertThat(codes).extracting(Code::id).doesNotHaveDuplicates().hasSizeGreaterThan(80);
    }

    @Test
    void theDocumentListsThemAll() throws IOException {
        String made = HEAD
                + codes.stream()
                        .map(code -> "| `" + code.id() + "` | " + sentence(code.description()) + " |\n")
                        .collect(Collectors.joining());
        if (System.getProperty("schemas.write") != null) {
            Files.writeString(DOCUMENT, made);
        }
        assertThat(DOCUMENT).as("write it anew by -Dschemas.write").hasContent(made);
    }

    private static String sentence(String description) {
        String begun = Character.toUpperCase(description.charAt(0)) + description.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    private static List<Code> codes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.rollcall").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Code.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(Objects.requireNonNull(type.getEnumConstants())))
                        .map(Code.class::cast)
                        .sorted(Comparator.comparing(Code::id))
                        .toList();
    }
}
