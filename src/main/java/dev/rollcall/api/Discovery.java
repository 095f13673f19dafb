package dev.rollcall.api;

import dev.rollcall.mapping.FieldCensus.Field;
import dev.rollcall.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields a source really delivers, without a value of anybody (acceptance row 65).
 *
 * @param records how many records were looked at
 * @param problem why not all were read, or why a run would fail; null when it would not
 */
public record Discovery(
        String source,
        long records,
        List<Field> fields,
        @Nullable Problem problem) {
    public Discovery {
        fields = List.copyOf(fields);
    }
}
