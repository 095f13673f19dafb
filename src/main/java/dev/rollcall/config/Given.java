package dev.rollcall.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.mapping.yaml.YamlNode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.XmlReading;
import dev.rollcall.source.XmlTree;
import java.util.List;

/** The record of a test. */
sealed interface Given {
    /** One XML record, or why it cannot be read. */
    static Given xml(String where, String text) {
        try {
            return new Xml(XmlReading.tree(where, text.strip()));
        } catch (SourceFailure notXml) {
            return new Broken(where + ": no well-formed XML, or not one element alone");
        }
    }

    /** Written in YAML: columns and texts, the shape of the JSON record, or XML as a text; columns not written are empty. */
    record Written(YamlNode node) implements Given {}

    /** A file with a header and one row. */
    record Row(List<String> header, List<String> values) implements Given {}

    /** A file with one JSON record. */
    record Json(JsonNode node) implements Given {}

    /** A file with one XML record. */
    record Xml(XmlTree tree) implements Given {}

    /** A file that cannot be read, and why. */
    record Broken(String why) implements Given {}
}
