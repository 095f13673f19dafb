package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.At;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mapping file, checked and compiled.
 *
 * @param file as it is written, with what it extends
 * @param keys the place of each top key, inherited ones included
 * @param lines each attribute it carries and the line that says so, inherited ones included
 * @param columns the columns it reads; none for json
 * @param canonical everything that decides what records mean, without comments, order of keys, titles and tests
 */
public record LoadedMapping(
        MappingFile file,
        Mapping mapping,
        Map<String, At> keys,
        Map<String, At> lines,
        List<String> columns,
        String canonical) {
    public LoadedMapping {
        columns = List.copyOf(columns);
        keys = Map.copyOf(keys);
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    /** Where a top key stands; the file's beginning when it is not there. */
    public At at(String key) {
        return keys.getOrDefault(key, file.at());
    }
}
