package dev.rollcall.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.plan.Action;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an action changes about one attribute.
 *
 * @param before null where there was nothing, and for values that are not shown
 * @param after null where there will be nothing, and for values that are not shown
 * @param shown false for sensitive values, and for references to people, which are kept as HMACs
 */
public record Difference(
        String attribute,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        boolean shown) {
    static List<Difference> between(Profile known, Profile wanted, List<String> changed) {
        JsonNode before = ProfileCodec.tree(known);
        JsonNode after = ProfileCodec.tree(wanted);
        List<Difference> differences = new ArrayList<>(changed.size());
        for (String name : changed) {
            if (!name.equals(Action.PARTICIPATION)) {
                differences.add(
                        isShown(name)
                                ? new Difference(name, before.get(name), after.get(name), true)
                                : new Difference(name, null, null, false));
            }
        }
        return differences;
    }

    private static boolean isShown(String name) {
        return !Attribute.isSensitive(name)
                && !name.equals(Attribute.MANAGER.label())
                && !name.equals(Attribute.ADDITIONAL_MANAGERS.label());
    }
}
