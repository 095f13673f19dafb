package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Binder;
import dev.rollcall.mapping.yaml.Canonical;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import dev.rollcall.mapping.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the text of a mapping file into a compiled mapping, or into problems. */
public final class MappingLoader {
    /** What changes no record's meaning. */
    private static final Set<String> NO_MEANING = Set.of("title", "enabled", "tests", "extends", "capabilities");

    private final Parents parents;
    private final Problems problems;

    public MappingLoader(Parents parents, Problems problems) {
        this.parents = parents;
        this.problems = problems;
    }

    /** Finds what {@code extends} names. */
    public interface Parents {
        Optional<Written> find(String name);

        /** Names of the shipped mappings. */
        List<String> shipped();
    }

    /** A file's name, as messages show it, and its text. */
    public record Written(String file, String content) {}

    /** The mapping; null when there are problems with it, which are then in the collection. */
    public @Nullable LoadedMapping load(Written written) {
        int before = problems.size();
        YamlNode.Group own = YamlReader.readGroup(written.file(), written.content(), problems);
        YamlNode.Group whole = own == null ? null : new Inheritance(parents, problems).complete(own);
        if (whole == null) {
            return null;
        }
        Inheritance.demand(whole, "source", "source: acme", problems);
        Inheritance.demand(whole, "directory", "directory: people", problems);
        Inheritance.demand(whole, "format", "format: csv", problems);
        Inheritance.demand(whole, "key", "key: Employee ID", problems);
        MappingFile file = new Binder(problems).bind(whole, MappingFile.class, "");
        if (file == null) {
            return null;
        }
        MappingCompiler compiler = new MappingCompiler(file, whole, problems);
        Mapping mapping = compiler.compile();
        return mapping == null || problems.size() > before
                ? null
                : new LoadedMapping(
                        file,
                        mapping,
                        keys(whole),
                        compiler.lines(),
                        compiler.columns(),
                        Canonical.text(whole, NO_MEANING));
    }

    private static Map<String, At> keys(YamlNode.Group whole) {
        return whole.entries().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, each -> each.getValue().at()));
    }
}
