package dev.rollcall.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rollcall.mapping.JsonPath;
import dev.rollcall.mapping.Mapping;
import dev.rollcall.source.CsvFile;
import dev.rollcall.source.CsvOptions;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Page;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.Spreadsheet;
import dev.rollcall.source.XmlReading;
import dev.rollcall.source.api.ReadPages;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A file with the records of a mapping, in the mapping's own form: what a source sent, saved. */
final class RecordFile {
    private static final int PAGE = 500;

    private final RunId run;
    private final String name;
    private final Snapshot whole;
    private final ReadPages pages;
    private final Consumer<Page> sink;
    private List<SourceRecord> next = new ArrayList<>();
    private long records;

    private RecordFile(RunId run, String name, Snapshot whole, Consumer<Page> sink) {
        this.run = run;
        this.name = name;
        this.whole = whole;
        this.sink = sink;
        this.pages = new ReadPages(run);
    }

    /**
     * Hands over the file page by page, then tells its end. The stream stays open.
     *
     * @throws SourceFailure when it is of another form than the mapping's
     */
    static SnapshotEnd read(
            Mapping mapping, RunId run, String name, InputStream in, Snapshot whole, Consumer<Page> sink) {
        RecordFile file = new RecordFile(run, name, whole, sink);
        return switch (mapping.format()) {
            case CSV -> file.rows(in);
            case JSON -> file.json(mapping, in);
            case XML -> file.xml(mapping, in);
        };
    }

    /**
     * The rows of a file no mapping is about.
     *
     * @throws SourceFailure when it cannot be read to its end
     */
    static List<SourceRecord> rows(String name, InputStream in) {
        List<SourceRecord> rows = new ArrayList<>();
        RecordFile file = new RecordFile(
                new RunId("upload"), name, new Snapshot.Unproven("uploaded"), page -> rows.addAll(page.records()));
        if (file.rows(in).snapshot() instanceof Snapshot.Broken broken) {
            throw new SourceFailure(broken.problem());
        }
        return rows;
    }

    private SnapshotEnd rows(InputStream in) {
        BufferedInputStream content = new BufferedInputStream(in);
        if (!Spreadsheet.isOne(content)) {
            return CsvFile.read(run, name, content, CsvOptions.DEFAULT, whole, sink);
        }
        Spreadsheet.read(name, content, this::add);
        return end();
    }

    private SnapshotEnd json(Mapping mapping, InputStream in) {
        JsonNode content;
        try {
            content = JsonMapper.builder().build().readTree(in);
        } catch (IOException malformed) {
            throw new SourceFailure(SourceCode.API_NOT_JSON.at(name, "the file is not JSON, or breaks off."));
        }
        String path = mapping.records().isEmpty() ? "$" : mapping.records();
        for (JsonNode record : JsonPath.compile(path).select(content)) {
            add(new SourceRecord.Json(record, new Origin(name, records + 1)));
        }
        return end();
    }

    private SnapshotEnd xml(Mapping mapping, InputStream in) {
        XmlReading reading = new XmlReading(name, in);
        String outermost = reading.name();
        List<String> names = Stream.of(mapping.records().split("/", -1))
                .map(step -> step.substring(step.indexOf(':') + 1))
                .toList();
        boolean outer = names.size() > 1 && outermost.equals(names.getFirst());
        boolean found = xml(mapping, reading, names.subList(outer ? 1 : 0, names.size()));
        reading.finish();
        if (!found) {
            throw new SourceFailure(SourceCode.API_UNEXPECTED.at(
                    name,
                    "the file's outermost element is " + outermost + "; expected one in which `records:` of the mapping"
                            + " (" + mapping.records() + ") leads to a list. Give what the source sends, or correct"
                            + " `records:`."));
        }
        return end();
    }

    /** Whether the place was found in which records stand; nobody may stand there. */
    private boolean xml(Mapping mapping, XmlReading reading, List<String> names) {
        boolean found = names.size() == 1 && !names.getFirst().isEmpty();
        while (reading.nextElement()) {
            if (!reading.name().equals(names.getFirst())) {
                reading.skip();
            } else if (names.size() == 1) {
                add(new SourceRecord.Xml(reading.tree(mapping.outline()), new Origin(name, records + 1)));
            } else {
                found |= xml(mapping, reading, names.subList(1, names.size()));
            }
        }
        return found;
    }

    private void add(SourceRecord record) {
        records++;
        next.add(record);
        if (next.size() == PAGE) {
            flush();
        }
    }

    private void flush() {
        sink.accept(pages.page(next));
        next = new ArrayList<>();
    }

    private SnapshotEnd end() {
        if (!next.isEmpty()) {
            flush();
        }
        return pages.end(whole, null);
    }

    @Override
    public String toString() {
        return "RecordFile[" + run + "]";
    }
}
