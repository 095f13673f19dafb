package dev.rollcall.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param positions where the header has the column of each slot; -1 where it has none
 */
record RowFields(List<String> values, List<Integer> positions) implements Fields {
    @Override
    public List<String> read(Selector selector) {
        String text = one(selector);
        return text == null ? List.of() : List.of(text);
    }

    @Override
    public @Nullable String one(Selector selector) {
        if (!(selector instanceof Selector.Column column)) {
            throw new Unmappable(MappingCode.UNREADABLE, "a path cannot be read in a row.");
        }
        int position = positions.get(column.slot());
        if (position < 0) {
            throw new Unmappable(MappingCode.NO_SUCH_COLUMN, "the file has no such column.");
        }
        if (position >= values.size()) {
            throw new Unmappable(
                    MappingCode.SHORT_ROW, "the row has " + values.size() + " fields, and this column is later.");
        }
        String text = values.get(position);
        return Texts.isEmpty(text) ? null : text;
    }
}
