package dev.rollcall.mapping;

import dev.rollcall.source.Header;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.XmlOutline;
import java.util.List;

/** A compiled mapping file: immutable, thread-safe, and never throwing because of a record. */
public interface Mapping {
    /** What the record means. */
    MappingResult map(SourceRecord record);

    /** What the mapping reads and the file lacks: any of it fails the whole file (acceptance D17). */
    default List<Problem> checkHeader(Header header) {
        return List.of();
    }

    /** What of an XML or JSON record the mapping looks at. */
    default XmlOutline outline() {
        return XmlOutline.EVERYTHING;
    }

    /** Where each value of the record's employee comes from. Costs a second mapping; {@link #map} pays nothing for it. */
    default List<Trace> explain(SourceRecord record) {
        return List.of();
    }
}
