package dev.rollcall.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record, opened for reading. */
interface Fields {
    /**
     * The texts found there, in the record's order; blank ones count as absent.
     *
     * @throws Unmappable when something stands there that is no text
     */
    List<String> read(Selector selector);

    /**
     * The one text found there; null when there is none. Two equal ones are one, two different ones are none.
     *
     * @throws Unmappable when something stands there that is no text, or several are found
     */
    default @Nullable String one(Selector selector) {
        return Texts.one(read(selector));
    }
}
