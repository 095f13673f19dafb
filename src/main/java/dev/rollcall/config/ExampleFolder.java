package dev.rollcall.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import dev.rollcall.mapping.yaml.YamlReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The examples of one source: each a folder with {@code given.json}, {@code given.xml} or {@code given.csv}, and {@code expect.yaml}. */
final class ExampleFolder {
    private final Path folder;
    private final String source;

    ExampleFolder(Path folder, String source) {
        this.folder = folder;
        this.source = source;
    }

    record Example(String name, Given given, YamlNode expected) {}

    List<Example> examples() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> cases = Files.list(folder)) {
            return cases.filter(Files::isDirectory).sorted().map(this::example).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Example example(Path folderOfCase) {
        String name = "mappings/examples/" + source + "/" + Objects.requireNonNull(folderOfCase.getFileName());
        Path expect = folderOfCase.resolve("expect.yaml");
        Problems problems = new Problems();
        YamlNode expected = null;
        try {
            expected = YamlReader.read(name + "/expect.yaml", Files.readString(expect), problems);
        } catch (IOException e) {
            return new Example(name, new Given.Broken("there is no expect.yaml, or it is not UTF-8"), nothing(name));
        }
        return expected == null
                ? new Example(name, new Given.Broken(problems.list().toString()), nothing(name))
                : new Example(name, given(folderOfCase), expected);
    }

    private static YamlNode nothing(String name) {
        return new YamlNode.Group(Map.of(), new At(name, 1));
    }

    private static Given given(Path folderOfCase) {
        try {
            Path json = folderOfCase.resolve("given.json");
            if (Files.isRegularFile(json)) {
                return new Given.Json(new ObjectMapper().readTree(Files.readString(json)));
            }
            Path xml = folderOfCase.resolve("given.xml");
            if (Files.isRegularFile(xml)) {
                return Given.xml("given.xml", Files.readString(xml));
            }
            return row(Files.readString(folderOfCase.resolve("given.csv")));
        } catch (IOException e) {
            return new Given.Broken("there is no given.json, given.xml or given.csv, or it cannot be read");
        }
    }

    private static Given row(String content) throws IOException {
        String text = content.startsWith("\ufeff") ? content.substring(1) : content;
        List<CSVRecord> rows = CSVFormat.RFC4180.parse(new StringReader(text)).getRecords();
        if (rows.size() != 2) {
            return new Given.Broken("given.csv holds " + rows.size() + " rows, expected a header and one row");
        }
        return new Given.Row(rows.get(0).toList(), rows.get(1).toList());
    }
}
