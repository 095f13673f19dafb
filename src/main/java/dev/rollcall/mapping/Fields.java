package dev.rollcall.mapping;

import java.util.List;

/** One record, opened for reading. */
interface Fields {
    /**
     * The texts found there, in the record's order; blank ones count as absent.
     *
     * @throws Unmappable when something stands there that is no text
     */
    List<String> read(Selector selector);
}
