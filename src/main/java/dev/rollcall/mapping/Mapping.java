package dev.rollcall.mapping;

import dev.rollcall.source.SourceRecord;

/** A compiled mapping file: immutable, thread-safe, and never throwing because of a record. */
public interface Mapping {
    /** What the record means. */
    MappingResult map(SourceRecord record);
}
