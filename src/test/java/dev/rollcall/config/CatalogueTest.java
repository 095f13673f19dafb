package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.mapping.LoadedMapping;
import dev.rollcall.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of HR systems: the 35 of the guide, and what each connector carries. */
class CatalogueTest {
    private static final Path DOCUMENT = Path.of("src/docs/catalogue.md");
    private static final List<String> SYSTEMS = List.of(
            "AFAS Software",
            "AlexisHR",
            "Bamboo HR",
            "BoondManager",
            "Breathe HR",
            "CatalystOne",
            "Cezzane HR",
            "Charlie",
            "Deel",
            "Eurecia",
            "Factorial",
            "Google Workspace",
            "Hailey HR",
            "Heaven HR",
            "Hi Bob",
            "HRworks",
            "Humaans",
            "IRIS Cascade",
            "Kallidus (Sapling)",
            "Kenjo",
            "Lucca",
            "Microsoft Azure AD",
            "Microsoft Entra ID",
            "Nmbrs",
            "Officient",
            "Okta",
            "PeopleHR",
            "Personio",
            "Planday",
            "Remote",
            "Sage HR",
            "SAP SuccessFactors",
            "Sesame HR",
            "Visma Raet - youforce",
            "Workday");

    @Test
    @Acceptance(7)
    void eachOfTheThirtyFiveSystemsIsNamedWithTheWayItIsReached() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT);

        assertThat(SYSTEMS)
                .hasSize(35)
                .allSatisfy(system -> assertThat(rows)
                        .filteredOn(row -> row.startsWith("| " + system + " | "))
                        .singleElement()
                        .asString()
                        .matches("\\| .+ \\| (Kombo|own connector `[a-z-]+-source`) \\| .+ \\|"));
    }

    @Test
    void everyConnectorThatThePageNamesShips() throws IOException {
        String page = Files.readString(DOCUMENT);

        assertThat(page.lines()
                        .flatMap(line -> java.util.regex.Pattern.compile("`([a-z-]+-source)`")
                                .matcher(line)
                                .results()
                                .map(found -> found.group(1))))
                .isNotEmpty()
                .allSatisfy(kamelet -> assertThat(Path.of("src/main/resources/kamelets", kamelet + ".kamelet.yaml"))
                        .exists());
    }

    @Test
    @Acceptance(27)
    void whatEachConnectorCarriesIsPublished() throws IOException {
        StringBuilder table = new StringBuilder("| mapping | carries |\n|---|---|\n");
        Map<String, LoadedMapping> shipped = new TreeMap<>(ConfigurationLoader.mappings(Path.of("mappings")));
        shipped.forEach((source, mapping) -> {
            List<String> carried = mapping.file().capabilities();
            table.append("| `")
                    .append(source)
                    .append("` | ")
                    .append(carried.isEmpty() ? "whatever the file has a column for" : String.join(", ", carried))
                    .append(" |\n");
        });
        String begin = "<!-- table: capabilities -->\n";
        String page = Files.readString(DOCUMENT);
        int from = page.indexOf(begin) + begin.length();
        String made = page.substring(0, from) + table + page.substring(page.indexOf("<!-- end -->", from));
        if (System.getProperty("schemas.write") != null) {
            Files.writeString(DOCUMENT, made);
        }

        assertThat(DOCUMENT).as("write it anew by -Dschemas.write").hasContent(made);
    }

    @Test
    @Acceptance(27)
    void mappingWhatTheConnectorLacksIsWarnedOfWithItsLine(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("mappings"));
        Files.writeString(home.resolve("mappings/people.directory.yaml"), "directory: people\n");
        Files.writeString(home.resolve("mappings/workday-rest.yaml"), """
                extends: workday-rest-default
                source: workday-rest
                directory: people
                employee:
                  manager: { from: $.manager.id, by: key }
                  custom: { shoe: $.shoe }
                """);

        assertThat(Check.run(home)).isEmpty();
        assertThat(Check.warnings(home))
                .extracting(Problem::toString)
                .hasSize(2)
                .anyMatch(warning -> warning.startsWith("mappings/workday-rest.yaml:5  CHK-011  employee.manager"))
                .anyMatch(warning -> warning.contains("custom.shoe"));
        assertThat(Check.warnings(Path.of(""))).isEmpty();
    }
}
