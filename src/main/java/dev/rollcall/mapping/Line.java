package dev.rollcall.mapping;

import dev.rollcall.employee.Reference;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Key;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one value comes from: one of from, firstOf, join and value, and what is done to it. */
record Line(
        @Nullable
        @Key(
                value = "Column name (csv) or path (json, xml) of the value; a line of text alone means this",
                example = "from: $.first_name",
                shorthand = true)
        String from,

        @Key(value = "Transforms, applied one after the other", example = "then: [trim, lower]")
        List<YamlNode> then,

        @Key(
                value = "Lines tried in their order; the first that is not empty counts",
                example = "firstOf: [$.nick_name, $.first_name]")
        List<Line> firstOf,

        @Nullable
        @Key(value = "Lines whose values are put together", example = "join: { of: [Street, Number], with: \" \" }")
        Join join,

        @Nullable @Key(value = "The same text for everybody", example = "value: Acme")
        String value,

        @Key(value = "Whether a record without this value is rejected", example = "required: true")
        boolean required,

        @Key(
                value = "What a reference to a person names: that person's key, email or employeeNumber",
                example = "by: email")
        Reference.@Nullable By by,

        At at) {
    /** Several lines made into one text; empty ones are left out. */
    record Join(
            @Key(value = "The lines", example = "of: [Street, Number]", required = true)
            List<Line> of,

            @Nullable @Key(value = "What stands between the values; a blank unless written", example = "with: \", \"")
            String with,

            At at) {}
}
