package dev.rollcall.config;

import dev.rollcall.employee.Attribute;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words that stand in several places of a directory file: names of attributes, and zones. */
final class DirectoryWords {
    private final Problems problems;

    DirectoryWords(Problems problems) {
        this.problems = problems;
    }

    /**
     * Whether a name is an attribute's.
     *
     * @param key the key it stands under
     * @param also what else may stand there
     */
    void checkAttribute(String name, String key, At at, List<String> also) {
        if (!also.contains(name) && !Attribute.isValidName(name)) {
            List<String> known = Stream.concat(Arrays.stream(Attribute.values()).map(Attribute::label), also.stream())
                    .toList();
            problems.add(
                    at,
                    ConfigCode.BAD_REQUIREMENT,
                    key + ": " + name + " is not an employee attribute." + Nearest.hint(name, known));
        }
    }

    /**
     * The zone of this name; null when there is none.
     *
     * @param path how messages name the place
     */
    @Nullable
    ZoneId zone(String zone, String path, At at) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            problems.add(
                    at,
                    ConfigCode.BAD_ZONE,
                    path + ": found \"" + zone + "\", expected a zone such as Europe/Brussels."
                            + Nearest.hint(zone, ZoneId.getAvailableZoneIds()));
            return null;
        }
    }
}
