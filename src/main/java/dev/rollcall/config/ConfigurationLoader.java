package dev.rollcall.config;

import dev.rollcall.mapping.LoadedMapping;
import dev.rollcall.mapping.MappingFile;
import dev.rollcall.mapping.MappingLoader;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.source.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads the folder of mappings and directories. */
public final class ConfigurationLoader {
    private static final String DIRECTORY = ".directory.yaml";
    private static final String MAPPING = ".yaml";

    private final Problems problems = new Problems();
    private final Map<String, DirectoryConfiguration> directories = new LinkedHashMap<>();
    private final Map<String, Notices> notices = new LinkedHashMap<>();
    private final Map<String, LoadedMapping> mappings = new LinkedHashMap<>();

    private ConfigurationLoader() {}

    /**
     * Every mapping and directory in the folder.
     *
     * @throws ConfigurationProblems with all there are
     */
    public static Configuration load(Path mappingsDir) {
        SavedFiles files = SavedFiles.of(mappingsDir, mappingsDir.resolveSibling("routes"));
        ConfigurationLoader loader = new ConfigurationLoader();
        loader.read(mappingsDir);
        if (!loader.problems.isEmpty()) {
            throw new ConfigurationProblems(loader.problems.list());
        }
        return loader.configuration(files);
    }

    /** The same problems, without an exception. */
    static List<Problem> check(Path mappingsDir) {
        ConfigurationLoader loader = new ConfigurationLoader();
        loader.read(mappingsDir);
        return loader.problems.list();
    }

    /** Those mappings that have no problems. */
    static Map<String, LoadedMapping> readable(Path mappingsDir) {
        ConfigurationLoader loader = new ConfigurationLoader();
        loader.read(mappingsDir);
        return Map.copyOf(loader.mappings);
    }

    /** The mappings alone, by source, for what needs them as they are written. */
    static Map<String, LoadedMapping> mappings(Path mappingsDir) {
        ConfigurationLoader loader = new ConfigurationLoader();
        loader.read(mappingsDir);
        if (!loader.problems.isEmpty()) {
            throw new ConfigurationProblems(loader.problems.list());
        }
        return Map.copyOf(loader.mappings);
    }

    private void read(Path folder) {
        MappingFolder files = new MappingFolder(folder, problems);
        List<String> names = files.names();
        names.stream().filter(name -> name.endsWith(DIRECTORY)).forEach(name -> readDirectory(files, name));
        boolean directoriesRead = problems.isEmpty();
        names.stream()
                .filter(name -> name.endsWith(MAPPING) && !name.endsWith(DIRECTORY))
                .forEach(name -> readMapping(files, name));
        if (directoriesRead) {
            mappings.values().forEach(mapping -> new MappingInDirectory(mapping, problems).check(directories));
            directories.values().stream()
                    .filter(directory -> directory.terms().exclusive())
                    .forEach(directory -> checkExclusive(directory.directory()));
        }
    }

    private void checkExclusive(String directory) {
        List<LoadedMapping> enabled = mappings.values().stream()
                .filter(mapping -> directory.equals(mapping.file().directory())
                        && mapping.file().enabled())
                .toList();
        if (enabled.size() > 1) {
            problems.add(
                    enabled.getLast().at("enabled"),
                    ConfigCode.TWO_ENABLED,
                    "enabled: the directory " + directory + " takes one source at a time, and these are enabled: "
                            + enabled.stream()
                                    .map(mapping ->
                                            String.valueOf(mapping.file().source()))
                                    .collect(Collectors.joining(", "))
                            + ". Take `enabled: true` out of all but one.");
        }
    }

    private void readDirectory(MappingFolder files, String name) {
        String expected = name.substring(0, name.length() - DIRECTORY.length());
        files.read(name).ifPresent(written -> {
            DirectoryReader reader = new DirectoryReader(problems);
            DirectoryConfiguration directory = reader.read(written.file(), written.content(), expected);
            if (directory != null) {
                notices.put(directory.directory(), reader.notices());
                directories.put(directory.directory(), directory);
            }
        });
    }

    private void readMapping(MappingFolder files, String name) {
        String expected = name.substring(0, name.length() - MAPPING.length());
        files.read(name).ifPresent(written -> {
            LoadedMapping mapping = new MappingLoader(files, problems).load(written);
            if (mapping != null) {
                MappingInDirectory placed = new MappingInDirectory(mapping, problems);
                placed.checkName(expected, mappings.get(placed.source()));
                mappings.putIfAbsent(placed.source(), mapping);
            }
        });
    }

    /** Sources of the directory whose mappings say so. */
    private Set<String> sources(String directory, Predicate<MappingFile> which) {
        return mappings.entrySet().stream()
                .filter(each -> directory.equals(each.getValue().file().directory()))
                .filter(each -> which.test(each.getValue().file()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Configuration configuration(SavedFiles files) {
        Map<String, SourceConfiguration> sources = new LinkedHashMap<>();
        mappings.forEach((name, mapping) ->
                sources.put(name, new MappingInDirectory(mapping, problems).configuration(directories)));
        directories.replaceAll((name, directory) -> directory.withSources(
                sources(name, file -> Boolean.FALSE.equals(file.statusMayLead())),
                sources(name, file -> file.role() == MappingFile.Role.COMPLEMENT)));
        return new Configuration(sources, directories, notices, files);
    }
}
