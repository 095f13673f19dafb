package dev.rollcall.config;

import dev.rollcall.employee.Profile;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.source.Header;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A directory file and a CSV mapping with the columns of its lines, read as the runtime reads them. */
public final class FilesOfAHome {
    private static final String MAPPING = """
            source: SOURCE
            directory: DIRECTORY
            format: csv
            enabled: true
            key: ID
            """;

    private final Path folder;
    private final String directory;

    /** A home with a directory of this name. */
    public FilesOfAHome(Path folder, String directory) {
        this.folder = folder;
        this.directory = directory;
        directory("");
    }

    /** The directory file, with these lines after its name. */
    public FilesOfAHome directory(String yaml) {
        write(directory + ".directory.yaml", "directory: " + directory + "\n" + yaml);
        return this;
    }

    /** A mapping whose key is in the column ID, with these lines after that. */
    public FilesOfAHome mapping(String source, String yaml) {
        write(source + ".yaml", MAPPING.replace("SOURCE", source).replace("DIRECTORY", directory) + yaml);
        return this;
    }

    /** Another file of the folder. */
    public FilesOfAHome write(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Configuration load() {
        return ConfigurationLoader.load(folder);
    }

    List<String> problems() {
        return ConfigurationLoader.check(folder).stream().map(Problem::toString).toList();
    }

    /** One row: column, value, column, value. */
    public static SourceRecord row(String... cells) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return new SourceRecord.Row(
                new Header(List.copyOf(row.keySet())), List.copyOf(row.values()), new Origin("people.csv", 2));
    }

    static Profile profile(SourceConfiguration source, String... cells) {
        if (source.mapping().map(row(cells)) instanceof MappingResult.Mapped mapped) {
            return mapped.employee().profile();
        }
        throw new AssertionError("rejected");
    }
}
