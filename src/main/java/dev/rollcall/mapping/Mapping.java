package dev.rollcall.mapping;

import dev.rollcall.source.Header;
import dev.rollcall.source.Outline;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceRecord;
import java.util.List;
import java.util.Set;

/** A compiled mapping file: immutable, thread-safe, and never throwing because of a record. */
public interface Mapping {
    /** What the record means. */
    MappingResult map(SourceRecord record);

    /** What the mapping reads and the file lacks: any of it fails the whole file (acceptance D17). */
    default List<Problem> checkHeader(Header header) {
        return List.of();
    }

    /** What of an XML or JSON record the mapping looks at. */
    default Outline outline() {
        return Outline.EVERYTHING;
    }

    /** The form of the records. */
    default MappingFile.Format format() {
        return MappingFile.Format.CSV;
    }

    /** Where a whole answer has its records, as it is written; empty: the answer is the record. */
    default String records() {
        return "";
    }

    /** Columns, paths or elements the mapping looks at, without positions and conditions: {@code $.groups[*].name}. */
    default Set<String> reads() {
        return Set.of();
    }

    /** Where each value of the record's employee comes from. Costs a second mapping; {@link #map} pays nothing for it. */
    default List<Trace> explain(SourceRecord record) {
        return List.of();
    }

    /** The sensitive attributes that its employees carry. */
    default Set<String> sensitive() {
        return Set.of();
    }
}
