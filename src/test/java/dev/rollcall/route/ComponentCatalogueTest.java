package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors know of the components is what the components know. */
class ComponentCatalogueTest {
    @ParameterizedTest
    @ValueSource(classes = {RunEndpoint.class, MapperEndpoint.class, AggregatorEndpoint.class, ChangesEndpoint.class})
    void everyOptionIsInTheCatalogue(Class<? extends Endpoint> endpoint) throws IOException {
        String scheme = endpoint.getAnnotation(UriEndpoint.class).scheme();
        JsonNode catalogue = new ObjectMapper().readTree(resource("/META-INF/dev/rollcall/route/" + scheme + ".json"));
        Set<String> options = new TreeSet<>();
        Arrays.stream(endpoint.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(UriParam.class) || field.isAnnotationPresent(UriPath.class))
                .forEach(field -> options.add(field.getName()));
        Set<String> known = new HashSet<>();
        catalogue.path("properties").fieldNames().forEachRemaining(known::add);

        assertThat(known).containsAll(options);
        assertThat(new String(
                        resource("/META-INF/services/org/apache/camel/component/" + scheme)
                                .readAllBytes(),
                        StandardCharsets.UTF_8))
                .contains(catalogue.path("component").path("javaType").asText());
    }

    @Test
    void everyShippedRouteIsValidForTheEditorsThatDrawIt() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(new ObjectMapper().readTree(resource("/schema/camelYamlDsl.json")));
        Set<String> wrong = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                for (ValidationMessage message : schema.validate(new YAMLMapper().readTree(file.toFile()))) {
                    wrong.add(file.getFileName() + ": " + message.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ComponentCatalogueTest.class.getResourceAsStream(name), name);
    }
}
