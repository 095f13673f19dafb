package dev.rollcall.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Route files against the schema that ships with Camel's YAML reader. */
final class RouteSchema {
    private static final String SCHEMA = "schema/camelYamlDsl.json";

    private final Problems problems;

    RouteSchema(Problems problems) {
        this.problems = problems;
    }

    void check(YamlNode file) {
        Set<At> told = new HashSet<>();
        for (ValidationMessage message : Loaded.SCHEMA_OF_CAMEL.validate(YamlJson.node(file))) {
            At at = place(file, message.getInstanceLocation());
            if (told.add(at)) {
                String where = message.getInstanceLocation().toString();
                String text = message.getMessage().replaceFirst("^" + Pattern.quote(where) + ":? ?", "");
                problems.add(at, CheckCode.NOT_CAMEL, where + ": " + text + ", says Camel's schema.");
            }
        }
    }

    /** Read once, at the first use: it is large. */
    private static final class Loaded {
        static final JsonSchema SCHEMA_OF_CAMEL = load();

        private static JsonSchema load() {
            try (InputStream in = RouteSchema.class.getClassLoader().getResourceAsStream(SCHEMA)) {
                if (in == null) {
                    throw new IllegalStateException("the class path lacks " + SCHEMA);
                }
                SchemaValidatorsConfig english =
                        SchemaValidatorsConfig.builder().locale(Locale.ENGLISH).build();
                return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                        .getSchema(new ObjectMapper().readTree(in), english);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static At place(YamlNode file, JsonNodePath path) {
        YamlNode node = file;
        At at = file.at();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            if (node instanceof YamlNode.Items items
                    && element instanceof Integer index
                    && index < items.items().size()) {
                node = items.items().get(index);
                at = node.at();
            } else if (node instanceof YamlNode.Group group && group.entries().containsKey(element.toString())) {
                YamlNode.Entry entry = Objects.requireNonNull(group.entries().get(element.toString()));
                node = entry.value();
                at = entry.at();
            } else {
                return at;
            }
        }
        return at;
    }
}
