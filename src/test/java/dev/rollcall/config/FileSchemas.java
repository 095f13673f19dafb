package dev.rollcall.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.rollcall.employee.Attribute;
import dev.rollcall.mapping.TransformName;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Key;
import dev.rollcall.mapping.yaml.Words;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON Schemas of mapping and directory files, out of the records that read them. Editors complete by them. */
final class FileSchemas {
    private final SchemaGenerator generator;

    FileSchemas() {
        SchemaGeneratorConfigBuilder builder =
                new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON);
        builder.with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES, Option.DEFINITIONS_FOR_ALL_OBJECTS);
        builder.forFields()
                .withIgnoreCheck(field -> field.getType().getErasedType() == At.class || key(field) == null)
                .withPropertyNameOverrideResolver(FileSchemas::name)
                .withDescriptionResolver(FileSchemas::description)
                .withRequiredCheck(FileSchemas::required)
                .withCustomDefinitionProvider(FileSchemas::field);
        builder.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            Class<?> plain = type.getErasedType();
            if (plain.isEnum()) {
                return inline(words(context, Words.of(plain)));
            }
            if (plain == String.class) {
                return inline(types(context, "string", "number", "boolean"));
            }
            return plain == YamlNode.class ? inline(context.getGeneratorConfig().createObjectNode()) : null;
        });
        generator = new SchemaGenerator(builder.build());
    }

    String of(Class<?> file, String title) {
        ObjectNode schema = generator.generateSchema(file);
        schema.put("title", title).put("additionalProperties", false);
        schema.path("definitions").forEach(definition -> ((ObjectNode) definition).put("additionalProperties", false));
        return schema.toPrettyString() + "\n";
    }

    private static @Nullable Key key(FieldScope field) {
        return field.getAnnotation(Key.class);
    }

    private static boolean required(FieldScope field) {
        Key key = key(field);
        return key != null && key.required();
    }

    private static @Nullable String name(FieldScope field) {
        Key key = key(field);
        return key == null || key.name().isEmpty() ? null : key.name();
    }

    private static @Nullable String description(FieldScope field) {
        Key key = key(field);
        return key == null ? null : key.value() + (key.example().isEmpty() ? "" : ". Example: " + key.example());
    }

    private static CustomDefinition inline(ObjectNode node) {
        return new CustomDefinition(
                node, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }

    private static @Nullable CustomPropertyDefinition field(FieldScope field, SchemaGenerationContext context) {
        Class<?> type = field.getType().getErasedType();
        if (field.isFakeContainerItemScope()) {
            return field.getName().equals("then")
                    ? new CustomPropertyDefinition(transform(context))
                    : lineItem(field, context);
        }
        if (field.getName().equals("employee")) {
            return new CustomPropertyDefinition(employee(context));
        }
        if (type == Map.class) {
            // keys are names somebody gives; the reader judges what stands under them
            return new CustomPropertyDefinition(types(context, "object"));
        }
        return type.getSimpleName().equals("Line") ? new CustomPropertyDefinition(line(context)) : null;
    }

    private static @Nullable CustomPropertyDefinition lineItem(FieldScope field, SchemaGenerationContext context) {
        return field.getType().getErasedType().getSimpleName().equals("Line")
                ? new CustomPropertyDefinition(line(context))
                : null;
    }

    private static ObjectNode reference(SchemaGenerationContext context, String name) {
        try {
            Class<?> type = Class.forName("dev.rollcall.mapping." + name);
            return context.createDefinitionReference(context.getTypeContext().resolve(type));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text alone is a line too, and so is nothing: it takes an inherited line away. */
    private static ObjectNode line(SchemaGenerationContext context) {
        ObjectNode line = context.getGeneratorConfig().createObjectNode();
        line.putArray("anyOf").add(types(context, "string", "number", "null")).add(reference(context, "Line"));
        return line;
    }

    private static ObjectNode several(SchemaGenerationContext context, ObjectNode item, boolean alone) {
        ObjectNode list = context.getGeneratorConfig().createObjectNode();
        list.put("type", "array").set("items", item);
        ObjectNode several = context.getGeneratorConfig().createObjectNode();
        ArrayNode forms = several.putArray("anyOf").add(list).add(types(context, "null"));
        if (alone) {
            forms.add(item);
        }
        return several;
    }

    private static ObjectNode employee(SchemaGenerationContext context) {
        ObjectNode employee = context.getGeneratorConfig().createObjectNode();
        employee.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = employee.putObject("properties");
        for (Attribute attribute : Attribute.values()) {
            ObjectNode form = switch (attribute.kind()) {
                case TEXT, DATE, FLAG, STATUS, REFERENCE -> line(context);
                case TEXTS, REFERENCES -> several(context, line(context), true);
                case EMAILS -> several(context, reference(context, "Typed$EmailLine"), false);
                case PHONES -> several(context, reference(context, "Typed$PhoneLine"), false);
                case ADDRESS -> reference(context, "Typed$AddressLines");
                case COMPENSATION -> reference(context, "Typed$CompensationLines");
            };
            properties.set(attribute.label(), form);
            if (form.has("anyOf")) {
                form.put("description", attribute.description());
            }
        }
        ObjectNode custom = properties.putObject("custom");
        custom.put("type", "object").put("description", "Attributes of your own, a letter first");
        custom.set("additionalProperties", line(context));
        return employee;
    }

    private static ObjectNode transform(SchemaGenerationContext context) {
        ObjectNode transform = context.getGeneratorConfig().createObjectNode();
        List<String> labels = new ArrayList<>();
        ObjectNode object = context.getGeneratorConfig().createObjectNode();
        object.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = object.putObject("properties");
        for (TransformName name : TransformName.values()) {
            labels.add(name.label());
            properties.putObject(name.label()).put("description", name.description() + " Example: " + name.example());
        }
        properties.putObject("else").put("description", "What a lookup gives a text without an entry");
        transform.putArray("anyOf").add(words(context, labels)).add(object);
        return transform;
    }

    private static ObjectNode words(SchemaGenerationContext context, List<String> words) {
        ObjectNode node = context.getGeneratorConfig().createObjectNode();
        words.forEach(node.putArray("enum")::add);
        return node;
    }

    private static ObjectNode types(SchemaGenerationContext context, String... types) {
        ObjectNode node = context.getGeneratorConfig().createObjectNode();
        ArrayNode array = node.putArray("type");
        for (String type : types) {
            array.add(type);
        }
        return node;
    }
}
