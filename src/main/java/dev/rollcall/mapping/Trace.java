package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.source.Origin;
import java.util.List;

/**
 * Where one value comes from; never the value itself.
 *
 * @param attribute {@code key}, {@code gone}, or an attribute's name
 * @param origin the record
 * @param places the columns, or the paths that lead to each value alone ({@code $.groups[2].name}); empty for a value
 *     that the mapping itself says, and for nothing
 * @param line the line of the mapping
 */
public record Trace(String attribute, Origin origin, List<String> places, At line) {
    public Trace {
        places = List.copyOf(places);
    }

    @Override
    public String toString() {
        return attribute + " = " + origin + " " + String.join(" + ", places) + "  by " + line;
    }
}
