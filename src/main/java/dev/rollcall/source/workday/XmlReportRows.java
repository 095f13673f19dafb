package dev.rollcall.source.workday;

import dev.rollcall.source.Origin;
import dev.rollcall.source.Outline;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.XmlReading;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** {@code <Report_Data><Report_Entry>…}; the namespace holds the report's name and does not count. */
final class XmlReportRows implements ReportRows {
    private final XmlReading xml;
    private final Outline outline;

    XmlReportRows(String source, InputStream content, Outline outline) {
        this.xml = new XmlReading(source, content);
        this.outline = outline;
        if (!xml.name().equals("Report_Data")) {
            throw ReportRows.noReport(source);
        }
    }

    @Override
    public @Nullable SourceRecord next(String page, int position) {
        while (xml.nextElement()) {
            if (xml.name().equals("Report_Entry")) {
                return new SourceRecord.Xml(xml.tree(outline), new Origin(page, position));
            }
            xml.skip();
        }
        xml.finish();
        return null;
    }
}
