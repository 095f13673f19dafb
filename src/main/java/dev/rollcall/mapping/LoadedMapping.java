package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.At;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mapping file, checked and compiled.
 *
 * @param file as it is written, with what it extends
 * @param lines each attribute it carries and the line that says so, inherited ones included
 * @param canonical everything that decides what records mean, without comments, order of keys, titles and tests
 */
public record LoadedMapping(MappingFile file, Mapping mapping, Map<String, At> lines, String canonical) {
    public LoadedMapping {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }
}
