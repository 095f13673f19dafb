package dev.rollcall.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One record as the source sent it, before anybody gave it a meaning. None of these prints its content. */
public sealed interface SourceRecord {
    Origin origin();

    /** A row of a file: as many values as the header has names; an empty field is the empty string. */
    record Row(Header header, List<String> values, Origin origin) implements SourceRecord {
        @Override
        public String toString() {
            return "Row[" + origin + "]";
        }
    }

    /** One element of a JSON answer. */
    record Json(JsonNode node, Origin origin) implements SourceRecord {
        @Override
        public String toString() {
            return "Json[" + origin + "]";
        }
    }

    /**
     * An element of a JSON answer of which a part was not sent: what is missing is unknown, not empty (acceptance D17).
     *
     * @param node what was sent; enough to know whose record it is, and perhaps that he left
     */
    record Incomplete(JsonNode node, Problem problem, Origin origin) implements SourceRecord {
        @Override
        public String toString() {
            return "Incomplete[" + origin + "]";
        }
    }

    /** One element of an XML answer. */
    record Xml(XmlTree tree, Origin origin) implements SourceRecord {
        @Override
        public String toString() {
            return "Xml[" + origin + "]";
        }
    }

    /** There is a record, and it cannot be read: a row with too few fields. It may be anybody's (acceptance D19). */
    record Unreadable(Problem problem, Origin origin) implements SourceRecord {}
}
