package dev.rollcall.config;

import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import dev.rollcall.mapping.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Kamelet's parameters, against its definition. */
final class KameletRules {
    private final Problems problems;

    KameletRules(Problems problems) {
        this.problems = problems;
    }

    void check(Uri uri) {
        if (!uri.scheme().equals("kamelet")) {
            return;
        }
        String kamelet = uri.name().split("/", 2)[0];
        YamlNode.Group definition = definition(kamelet);
        if (definition == null) {
            problems.add(
                    uri.place().at(),
                    CheckCode.NO_SUCH_KAMELET,
                    "kamelet:" + kamelet + " is not among the Kamelets that ship with the runtime.");
            return;
        }
        Set<String> known = definition.get("properties") instanceof YamlNode.Group properties
                ? properties.entries().keySet()
                : Set.of();
        uri.options().forEach((name, entry) -> {
            if (!known.contains(name)) {
                String hint = Nearest.hint(name, known);
                problems.add(
                        entry.at(),
                        CheckCode.NO_SUCH_PARAMETER,
                        kamelet + " has no parameter " + name + "."
                                + (hint.isEmpty() ? " Known: " + String.join(", ", known) + "." : hint));
            }
        });
        if (definition.get("required") instanceof YamlNode.Items required) {
            for (YamlNode item : required.items()) {
                if (item instanceof YamlNode.Scalar name && !uri.options().containsKey(name.text())) {
                    problems.add(
                            uri.place().at(),
                            CheckCode.NO_SUCH_PARAMETER,
                            kamelet + " needs the parameter " + name.text() + ".");
                }
            }
        }
    }

    private static YamlNode.@Nullable Group definition(String kamelet) {
        String resource = "kamelets/" + kamelet + ".kamelet.yaml";
        try (InputStream in = KameletRules.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return null;
            }
            String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            YamlNode.Group file = YamlReader.readGroup(resource, content, new Problems());
            YamlNode spec = file == null ? null : file.get("spec");
            return spec instanceof YamlNode.Group group && group.get("definition") instanceof YamlNode.Group definition
                    ? definition
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
