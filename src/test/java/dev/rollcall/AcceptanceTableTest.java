package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.run.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/** What is promised, row by row, with the tests that show it; {@code -Dschemas.write} writes the document anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptanceTableTest {
    private static final Path ROWS = Path.of("src/test/resources/acceptance.txt");
    private static final Path DOCUMENT = Path.of("src/docs/acceptance.md");
    /** One line of the list: {@code number|behaviour|letters}. */
    private record Row(int number, String behaviour, String letters) {
        static Row of(String line) {
            String[] parts = line.split("\\|", -1);
            assertThat(parts).as(line).hasSize(3);
            return new Row(Integer.parseInt(parts[0]), parts[1], parts[2]);
        }

        String with(Collection<String> tests) {
            return "| %d | %s | %s | %s |\n"
                    .formatted(
                            number,
                            behaviour,
                            String.join(", ", letters.split("")),
                            tests.isEmpty()
                                    ? "not yet"
                                    : tests.stream()
                                            .map(test -> "`" + test + "`")
                                            .collect(Collectors.joining("<br>")));
        }
    }

    private final List<Row> rows = rows();
    private final SortedMap<Integer, SortedSet<String>> tests = tests();

    @Test
    void theRowsAreNumberedWithoutAGap() {
        assertThat(rows).extracting(Row::number).hasSize(141).isSorted().doesNotHaveDuplicates();
        assertThat(rows.getLast().number()).isEqualTo(rows.size());
    }

    @Test
    void noTestShowsARowThatDoesNotExist() {
        Map<Integer, SortedSet<String>> unknown = new TreeMap<>(tests);
        rows.forEach(row -> unknown.remove(row.number()));

        assertThat(unknown).isEmpty();
    }

    @Test
    void theDocumentNamesTheTestsOfEveryRow() throws IOException {
        long shown =
                rows.stream().filter(row -> tests.containsKey(row.number())).count();
        StringBuilder made = new StringBuilder("""
                # What is promised, and which test shows it

                Each row is one behaviour that at least one of five products promises its customers: **J** JiGSO, **S** SoSafe, **P** PlusPlus,
                **R** Reward Gateway, **E** Eletive. A test that carries a row's number fails when the behaviour is taken out.

                %d of %d rows are shown.

                | # | behaviour | of | shown by |
                |---|---|---|---|
                """.formatted(shown, rows.size()));
        rows.forEach(row -> made.append(row.with(tests.getOrDefault(row.number(), new TreeSet<>()))));
        if (System.getProperty("schemas.write") != null) {
            Files.writeString(DOCUMENT, made);
        }

        assertThat(DOCUMENT)
                .as("write it anew by -Dschemas.write -Dtest=AcceptanceTableTest")
                .hasContent(made.toString());
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        try {
            Files.readAllLines(ROWS).forEach(line -> rows.add(Row.of(line)));
        } catch (IOException e) {
            throw new AssertionError(ROWS.toString(), e);
        }
        return rows;
    }

    /** The tests by row, read from the class files, of which nothing is loaded, and the stories of working lives. */
    private static SortedMap<Integer, SortedSet<String>> tests() {
        SortedMap<Integer, SortedSet<String>> tests = new TreeMap<>();
        MetadataReaderFactory classes = new SimpleMetadataReaderFactory();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:dev/rollcall/**/*.class")) {
                AnnotationMetadata type = classes.getMetadataReader(file).getAnnotationMetadata();
                for (MethodMetadata test : type.getAnnotatedMethods(Acceptance.class.getName())) {
                    int[] shown = test.getAnnotations().get(Acceptance.class).getIntArray("value");
                    Arrays.stream(shown)
                            .forEach(row -> tests.computeIfAbsent(row, none -> new TreeSet<>())
                                    .add(name(test)));
                }
            }
        } catch (IOException e) {
            throw new AssertionError("the class files cannot be read", e);
        }
        Story.all()
                .forEach((file, story) -> story.shows()
                        .forEach(row -> tests.computeIfAbsent(row, none -> new TreeSet<>())
                                .add("stories/lifecycle/" + file)));
        return tests;
    }

    private static String name(MethodMetadata test) {
        return test.getDeclaringClassName().substring("dev.rollcall.".length()).replace('$', '.') + "."
                + test.getMethodName();
    }
}
