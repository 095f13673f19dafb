package dev.rollcall.config;

import dev.rollcall.employee.Attribute;
import dev.rollcall.mapping.LoadedMapping;
import dev.rollcall.mapping.MappingLoader;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import dev.rollcall.mapping.yaml.YamlReader;
import dev.rollcall.source.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything that can be known to be wrong with a home without starting it. */
public final class Check {
    private static final String ROUTE = ".camel.yaml";
    private static final String DIRECTORY = ".directory.yaml";

    private Check() {}

    /** The problems of mappings, directories and routes, in the order of files and lines; none when it can start. */
    public static List<Problem> run(Path home) {
        Path mappings = home.resolve("mappings");
        List<Problem> found = new ArrayList<>(ConfigurationLoader.check(mappings));
        Path routes = home.resolve("routes");
        if (Files.isDirectory(routes)) {
            found.addAll(routes(routes, known(mappings)));
        }
        return List.copyOf(found);
    }

    /** What a mapping reads although its connector cannot carry it: nothing breaks, and it stays empty (acceptance row 27). */
    public static List<Problem> warnings(Path home) {
        List<Problem> warnings = new ArrayList<>();
        new TreeMap<>(ConfigurationLoader.readable(home.resolve("mappings"))).forEach((source, mapping) -> {
            List<String> carried = mapping.file().capabilities();
            mapping.lines().forEach((attribute, at) -> {
                String wanted = attribute.startsWith(Attribute.CUSTOM) ? "custom" : attribute;
                if (!carried.isEmpty() && !carried.contains(wanted)) {
                    warnings.add(
                            new Problem(
                                    at.toString(),
                                    CheckCode.NOT_CARRIED.id(),
                                    "employee." + attribute + ": the connector of " + source + " does not carry "
                                            + wanted
                                            + ", so it may stay empty for everybody. If yours does, write capabilities: anew."));
                }
            });
        });
        return List.copyOf(warnings);
    }

    /** The problems as they are printed, with their count. */
    public static String text(List<Problem> problems) {
        String count = problems.isEmpty()
                ? "No problems."
                : problems.size() + (problems.size() == 1 ? " problem." : " problems.");
        return ConfigurationProblems.block(problems) + count;
    }

    private static KnownNames known(Path mappings) {
        List<String> files = new MappingFolder(mappings, new Problems()).names();
        Map<String, LoadedMapping> loaded = ConfigurationLoader.readable(mappings);
        return new KnownNames(
                files.stream()
                        .filter(name -> !name.endsWith(DIRECTORY))
                        .map(name -> name.replaceFirst("\\.yaml$", ""))
                        .collect(Collectors.toUnmodifiableSet()),
                files.stream()
                        .filter(name -> name.endsWith(DIRECTORY))
                        .map(name -> name.substring(0, name.length() - DIRECTORY.length()))
                        .collect(Collectors.toUnmodifiableSet()),
                loaded.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                each -> Optional.ofNullable(
                                                each.getValue().file().directory())
                                        .orElse(""))));
    }

    private static List<Problem> routes(Path folder, KnownNames known) {
        Problems problems = new Problems();
        MappingFolder files = new MappingFolder(folder, problems);
        RouteSchema schema = new RouteSchema(problems);
        for (String name : files.names()) {
            if (name.endsWith(ROUTE)) {
                Optional<MappingLoader.Written> written = files.read(name);
                if (written.isPresent()) {
                    YamlNode node =
                            YamlReader.read(written.get().file(), written.get().content(), problems);
                    if (node != null) {
                        schema.check(node);
                        new RouteRules(name.substring(0, name.length() - ROUTE.length()), known, problems).check(node);
                    }
                }
            }
        }
        return problems.list();
    }
}
