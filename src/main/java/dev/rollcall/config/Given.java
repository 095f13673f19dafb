package dev.rollcall.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.List;

/** The record of a test. */
sealed interface Given {
    /** Written in YAML: columns and texts, or the shape of the JSON record; columns not written are empty. */
    record Written(YamlNode node) implements Given {}

    /** A file with a header and one row. */
    record Row(List<String> header, List<String> values) implements Given {}

    /** A file with one JSON record. */
    record Json(JsonNode node) implements Given {}

    /** A file that cannot be read, and why. */
    record Broken(String why) implements Given {}
}
