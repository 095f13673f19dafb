package dev.rollcall.config;

import dev.rollcall.correlation.Precedence;
import dev.rollcall.employee.Attribute;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.List;
import java.util.Set;

/** Turns {@code precedence}, {@code ownership} and {@code licenses} of a directory file into rules, or into problems. */
final class UserRulesReader {
    /** Nobody but the sources and the lifecycle decides these (acceptance D14). */
    private static final Set<String> NOBODYS = Set.of(
            "access",
            "active",
            "participation",
            Attribute.EMPLOYMENT_STATUS.label(),
            Attribute.START_DATE.label(),
            Attribute.END_DATE.label());

    private final Problems problems;
    private final DirectoryWords words;

    UserRulesReader(Problems problems) {
        this.problems = problems;
        this.words = new DirectoryWords(problems);
    }

    UserRules read(DirectoryFile written, YamlNode.Group group) {
        written.precedence().forEach((name, sources) -> {
            if (!name.equals(Precedence.ANY)) {
                words.checkAttribute(name, "precedence", group.at("precedence"), List.of());
            }
            if (sources.isEmpty() || Set.copyOf(sources).size() < sources.size()) {
                problems.add(
                        group.at("precedence"),
                        ConfigCode.BAD_PRECEDENCE,
                        "precedence." + name + ": expected sources, each once, the first before the others.");
            }
        });
        written.ownership().keySet().forEach(name -> {
            if (NOBODYS.contains(name)) {
                problems.add(
                        group.at("ownership"),
                        ConfigCode.NOT_TO_BE_OWNED,
                        "ownership." + name
                                + ": who has access follows from the sources and the lifecycle alone. Take it"
                                + " out; an administrator can suspend a user.");
            } else {
                words.checkAttribute(name, "ownership", group.at("ownership"), List.of());
            }
        });
        if (written.licenses() != null && written.licenses() < 0) {
            problems.add(
                    group.at("licenses"),
                    ConfigCode.BAD_SHARE,
                    "licenses: found " + written.licenses() + ", expected 0 or more.");
        }
        return new UserRules(new Precedence(written.precedence()), written.ownership(), written.licenses(), Set.of());
    }
}
