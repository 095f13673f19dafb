package dev.rollcall.source.workday;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rollcall.source.Origin;
import dev.rollcall.source.SourceRecord;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** {@code {"Report_Entry":[{…}, …]}}; a report without rows may lack the list. */
final class JsonReportRows implements ReportRows {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final String source;
    private final JsonParser parser;
    private boolean inList;

    JsonReportRows(String source, InputStream content) {
        this.source = source;
        try {
            parser = JSON.createParser(content);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ReportRows.noReport(source);
            }
        } catch (IOException broken) {
            throw ReportRows.broken(source);
        }
    }

    @Override
    public @Nullable SourceRecord next(String page, int position) {
        try {
            while (true) {
                JsonToken token = parser.nextToken();
                if (inList) {
                    if (token == JsonToken.START_OBJECT) {
                        return new SourceRecord.Json(parser.<JsonNode>readValueAsTree(), new Origin(page, position));
                    }
                    if (token != JsonToken.END_ARRAY) {
                        throw ReportRows.noReport(source);
                    }
                    inList = false;
                } else if (token == JsonToken.END_OBJECT) {
                    if (parser.nextToken() != null) {
                        throw ReportRows.broken(source);
                    }
                    return null;
                } else if (token == JsonToken.FIELD_NAME) {
                    field();
                } else {
                    throw ReportRows.broken(source);
                }
            }
        } catch (IOException broken) {
            throw ReportRows.broken(source);
        }
    }

    private void field() throws IOException {
        boolean rows = parser.currentName().equals("Report_Entry");
        JsonToken value = parser.nextToken();
        if (rows && value == JsonToken.START_ARRAY) {
            inList = true;
        } else if (rows && value != JsonToken.VALUE_NULL) {
            throw ReportRows.noReport(source);
        } else {
            parser.skipChildren();
        }
    }
}
