package dev.rollcall.mapping.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a YAML file that knows its line. */
public sealed interface YamlNode {
    At at();

    /** What an integrator calls this form. */
    String form();

    /** A text as it is written; {@code plain} when it stands without quotes and may mean a number or true. */
    record Scalar(String text, boolean plain, At at) implements YamlNode {
        /** {@code ~}, {@code null} or nothing: the integrator takes something away. */
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String form() {
            return isNull() ? "nothing" : "a text";
        }
    }

    record Items(List<YamlNode> items, At at) implements YamlNode {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String form() {
            return "a list";
        }
    }

    /** Keys in the order of the file. */
    record Group(Map<String, Entry> entries, At at) implements YamlNode {
        public Group {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public @Nullable YamlNode get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** Where the key stands; the group's own place when it does not. */
        public At at(String key) {
            Entry entry = entries.get(key);
            return entry == null ? at : entry.at();
        }

        /** The text under the key; null when there is none, or something else. */
        public @Nullable String text(String key) {
            return get(key) instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : null;
        }

        @Override
        public String form() {
            return "a group of keys";
        }
    }

    /** A value and the place of its key. */
    record Entry(At at, YamlNode value) {}
}
