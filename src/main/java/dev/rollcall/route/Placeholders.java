package dev.rollcall.route;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;

/** The settings a route names, and which of them have no value. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");

    private Placeholders() {}

    /** In the order the text names them; one with a default, or marked optional, is never missing. */
    static List<String> missing(CamelContext context, String route) {
        return PLACEHOLDER
                .matcher(COMMENT.matcher(route).replaceAll(""))
                .results()
                .map(match -> match.group(1).strip())
                .distinct()
                .filter(name -> !name.startsWith("?") && isMissing(context, name))
                .toList();
    }

    private static boolean isMissing(CamelContext context, String name) {
        try {
            return context.resolvePropertyPlaceholders("{{" + name + "}}").isBlank() && !name.contains(":");
        } catch (IllegalArgumentException unresolved) {
            return true;
        }
    }
}
