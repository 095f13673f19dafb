package dev.rollcall.config;

import dev.rollcall.mapping.MappingLoader;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a folder, and behind them the mappings that ship with the runtime. */
final class MappingFolder implements MappingLoader.Parents {
    private static final List<String> SHIPPED = List.of(
            "bamboohr-default",
            "hibob-default",
            "kombo-default",
            "personio-default",
            "sd-worx-default",
            "sftp-csv-default",
            "successfactors-default",
            "ukg-pro-default",
            "workday-raas-default",
            "workday-rest-default",
            "workday-soap-default");

    private final Path folder;
    private final Problems problems;

    MappingFolder(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** Names of the YAML files, sorted; none, and a problem, when the folder cannot be read. */
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> Objects.toString(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .filter(this::isYaml)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(
                    new At(shown(""), 1),
                    ConfigCode.NO_FOLDER,
                    "there is no such folder, or it cannot be read. Name the folder that holds it with --home.");
            return List.of();
        }
    }

    private boolean isYaml(String name) {
        if (name.endsWith(".yml")) {
            problems.add(
                    new At(shown(name), 1),
                    ConfigCode.WRONG_FILE_NAME,
                    "the file would not be read: mappings end in .yaml. Rename it.");
        }
        return name.endsWith(".yaml");
    }

    /** How messages name a file: with its folder, never with the machine's whole path. */
    private String shown(String name) {
        String own = Objects.toString(folder.getFileName(), "");
        return name.isEmpty() ? own : own + "/" + name;
    }

    Optional<MappingLoader.Written> read(String name) {
        try {
            return Optional.of(new MappingLoader.Written(shown(name), Files.readString(folder.resolve(name))));
        } catch (CharacterCodingException e) {
            problems.add(
                    new At(shown(name), 1), ConfigCode.UNREADABLE_FILE, "the file is not UTF-8. Save it as UTF-8.");
        } catch (IOException e) {
            problems.add(
                    new At(shown(name), 1), ConfigCode.UNREADABLE_FILE, "the file cannot be read. Check its rights.");
        }
        return Optional.empty();
    }

    @Override
    public Optional<MappingLoader.Written> find(String name) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            return Optional.empty();
        }
        if (Files.isRegularFile(folder.resolve(name + ".yaml"))) {
            return read(name + ".yaml");
        }
        return SHIPPED.contains(name) ? Optional.of(shippedMapping(name)) : Optional.empty();
    }

    private static MappingLoader.Written shippedMapping(String name) {
        String resource = "mappings/" + name + ".yaml";
        try (InputStream in = MappingFolder.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the runtime lacks its " + resource);
            }
            return new MappingLoader.Written(
                    "shipped:" + resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> shipped() {
        return SHIPPED;
    }
}
