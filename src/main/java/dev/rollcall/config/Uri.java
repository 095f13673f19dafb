package dev.rollcall.config;

import dev.rollcall.mapping.yaml.YamlNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of a route: its scheme, what stands behind the colon, and its options however they are written.
 *
 * @param options by name, those of the query string included
 */
record Uri(String scheme, String name, Map<String, YamlNode.Entry> options, YamlNode.Entry place) {

    /** Reads {@code to: uri} and {@code to: { uri, parameters }}; null for anything else. */
    static @Nullable Uri of(YamlNode.Entry entry) {
        YamlNode node = entry.value();
        YamlNode uri = node instanceof YamlNode.Group group ? group.get("uri") : node;
        if (!(uri instanceof YamlNode.Scalar scalar)) {
            return null;
        }
        String[] halves = scalar.text().split("\\?", 2);
        int colon = halves[0].indexOf(':');
        String scheme = colon < 0 ? halves[0] : halves[0].substring(0, colon);
        String name = colon < 0 ? "" : halves[0].substring(colon + 1).replaceFirst("^//", "");
        Map<String, YamlNode.Entry> options = new LinkedHashMap<>();
        if (halves.length == 2) {
            for (String option : halves[1].split("&", -1)) {
                String[] pair = option.split("=", 2);
                String value = pair.length == 2 ? pair[1] : "";
                options.put(
                        pair[0],
                        new YamlNode.Entry(scalar.at(), new YamlNode.Scalar(decoded(value), false, scalar.at())));
            }
        }
        if (node instanceof YamlNode.Group group && group.get("parameters") instanceof YamlNode.Group parameters) {
            options.putAll(parameters.entries());
        }
        return new Uri(scheme, name, options, entry);
    }

    private static String decoded(String value) {
        try {
            return value.startsWith("RAW(") ? value : URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    @Nullable
    String option(String option) {
        YamlNode.Entry entry = options.get(option);
        return entry != null && entry.value() instanceof YamlNode.Scalar scalar ? scalar.text() : null;
    }

    /** Whether a run begins here. */
    boolean isSource() {
        return scheme.equals("run") || (scheme.equals("kamelet") && name.endsWith("-source"));
    }
}
