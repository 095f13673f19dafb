package dev.rollcall.mapping.yaml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;

/** One text for all files that say the same: without comments, quotes and the order of keys. */
public final class Canonical {
    private Canonical() {}

    /** The text of a file without some of its top keys. */
    public static String text(YamlNode.Group file, Set<String> without) {
        StringBuilder text = new StringBuilder();
        TreeMap<String, YamlNode.Entry> entries = new TreeMap<>(file.entries());
        entries.keySet().removeAll(without);
        entries.forEach((key, entry) -> append(key, entry.value(), text));
        return text.toString();
    }

    private static void append(YamlNode node, StringBuilder text) {
        switch (node) {
            case YamlNode.Scalar scalar -> text.append(scalar.isNull() ? "~" : quoted(scalar.text()));
            case YamlNode.Items items -> {
                text.append('[');
                items.items().forEach(item -> append(item, text.append(' ')));
                text.append(']');
            }
            case YamlNode.Group group -> {
                text.append('{');
                new TreeMap<>(group.entries()).forEach((key, entry) -> append(key, entry.value(), text));
                text.append('}');
            }
        }
    }

    private static void append(String key, YamlNode value, StringBuilder text) {
        append(value, text.append(quoted(key)).append(':'));
        text.append('\n');
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** SHA-256 in hexadecimal digits. */
    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
