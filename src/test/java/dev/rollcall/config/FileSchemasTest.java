package dev.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.rollcall.mapping.MappingFile;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import dev.rollcall.mapping.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed schemas are those the records make; {@code -Dschemas.write} writes them anew. */
class FileSchemasTest {
    private static final Path FOLDER = Path.of("src/main/resources/schema");

    @Test
    void theSchemaOfMappingsIsUpToDate() throws IOException {
        upToDate("mapping.schema.json", new FileSchemas().of(MappingFile.class, "Mapping of a source"));
    }

    @Test
    void theSchemaOfDirectoriesIsUpToDate() throws IOException {
        upToDate("directory.schema.json", new FileSchemas().of(DirectoryFile.class, "Directory"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mappings/kombo.yaml",
                "mappings/sftp-csv.yaml",
                "mappings/successfactors.yaml",
                "src/main/resources/mappings/successfactors-default.yaml",
                "mappings/workday-raas.yaml",
                "mappings/workday-soap.yaml",
                "src/main/resources/mappings/kombo-default.yaml",
                "src/main/resources/mappings/sftp-csv-default.yaml",
                "src/main/resources/mappings/workday-raas-default.yaml",
                "src/main/resources/mappings/workday-soap-default.yaml"
            })
    void theShippedMappingsFollowTheSchema(String file) throws IOException {
        assertThat(validate("mapping.schema.json", Files.readString(Path.of(file))))
                .isEmpty();
    }

    @Test
    void theShippedDirectoryFollowsTheSchema() throws IOException {
        assertThat(validate("directory.schema.json", Files.readString(Path.of("mappings/people.directory.yaml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tittle: Acme",
                "employee: { departmnt: Dept }",
                "employee: { title: { from: Title, then: [trimm] } }",
                "employee: { title: { form: Title } }",
                "employee: { emails: [{ type: private, value: Mail }] }",
                "format: jsn"
            })
    void theSchemaRefusesWhatTheLoaderRefuses(String line) throws IOException {
        assertThat(validate("mapping.schema.json", line)).isNotEmpty();
    }

    private static void upToDate(String name, String made) throws IOException {
        Path file = FOLDER.resolve(name);
        if (System.getProperty("schemas.write") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, made);
        }
        assertThat(Files.readString(file))
                .as("write it anew by -Dschemas.write")
                .isEqualTo(made);
    }

    private static Set<ValidationMessage> validate(String schema, String yaml) throws IOException {
        YamlNode node = Objects.requireNonNull(YamlReader.read("file.yaml", yaml, new Problems()));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(FOLDER.resolve(schema)))
                .validate(YamlJson.node(node));
    }
}
