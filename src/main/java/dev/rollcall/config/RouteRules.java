package dev.rollcall.config;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The house rules of one route file: what Camel allows and a source route must not do. */
final class RouteRules {
    /** Each of these could lose, double, reorder or defer a page between the source and its aggregator. */
    private static final Set<String> FORBIDDEN = Set.of(
            "filter",
            "split",
            "aggregate",
            "multicast",
            "loop",
            "threads",
            "resequence",
            "sample",
            "recipientList",
            "routingSlip",
            "dynamicRouter",
            "wireTap",
            "stop");

    private static final Set<String> DEFERRING = Set.of("seda", "disruptor", "vm");

    private final String file;
    private final KnownNames known;
    private final Problems problems;
    private final SecretRules secrets;

    RouteRules(String file, KnownNames known, Problems problems) {
        this.file = file;
        this.known = known;
        this.problems = problems;
        this.secrets = new SecretRules(problems);
    }

    void check(YamlNode node) {
        secrets.check(node);
        int sources = 0;
        for (YamlNode item : node instanceof YamlNode.Items items ? items.items() : List.of(node)) {
            YamlNode.Group route = route(item);
            YamlNode.Entry from = route == null ? null : route.entries().get("from");
            Uri uri = from == null ? null : Uri.of(from);
            if (route == null || from == null || uri == null) {
                continue;
            }
            new KameletRules(problems).check(uri);
            if (uri.isSource()) {
                sources++;
                if (sources > 1) {
                    problems.add(
                            from.at(),
                            CheckCode.SEVERAL_SOURCES,
                            "this is the second source route of the file. Put each into a file of its own.");
                }
                source(route, uri);
            } else if (uri.scheme().equals("changes")) {
                directory(uri.name(), from.at(), "changes");
            }
        }
    }

    private static YamlNode.@Nullable Group route(YamlNode item) {
        if (!(item instanceof YamlNode.Group group)) {
            return null;
        }
        return group.get("route") instanceof YamlNode.Group route ? route : group;
    }

    private void source(YamlNode.Group route, Uri from) {
        same("the route's id", route.text("id"), route.at("id"));
        String source = from.scheme().equals("run") ? from.name() : from.option("source");
        YamlNode.Entry option = from.options().get("source");
        same("source", source, option == null ? from.place().at() : option.at());
        if (!"source".equals(route.text("routeConfigurationId"))) {
            problems.add(
                    route.at("routeConfigurationId"),
                    CheckCode.NOT_WHOLE,
                    "routeConfigurationId: found " + found(route.text("routeConfigurationId"))
                            + ", expected source: it makes every failure end the run.");
        }
        List<Uri> before = new ArrayList<>();
        Uri aggregator = steps(from.place().value(), before);
        Uri mapper = before.stream()
                .filter(uri -> uri.scheme().equals("mapper"))
                .findFirst()
                .orElse(null);
        if (mapper == null) {
            problems.add(
                    from.place().at(),
                    CheckCode.NOT_WHOLE,
                    "no step is to: mapper:" + file + ", so no record gets a meaning.");
        } else {
            same("mapper", mapper.name(), mapper.place().at());
            if (mapper.name().equals(file) && !known.mappings().contains(file)) {
                problems.add(
                        mapper.place().at(),
                        CheckCode.NO_SUCH_MAPPING,
                        "mapper: there is no mappings/" + file + ".yaml." + Nearest.hint(file, known.mappings()));
            }
        }
        if (aggregator == null) {
            problems.add(
                    from.place().at(),
                    CheckCode.NOT_WHOLE,
                    "no step is to: aggregator:<directory>, so nothing reaches a user.");
        } else {
            directory(aggregator.name(), aggregator.place().at(), "aggregator");
            String wanted = known.directoryOf().get(file);
            if (wanted != null
                    && known.directories().contains(aggregator.name())
                    && !wanted.equals(aggregator.name())) {
                problems.add(
                        aggregator.place().at(),
                        CheckCode.NO_SUCH_MAPPING,
                        "aggregator: found " + aggregator.name() + ", and mappings/" + file + ".yaml says directory: "
                                + wanted + ". Make them the same.");
            }
        }
    }

    private static String found(@Nullable String text) {
        return text == null ? "nothing" : text;
    }

    private void same(String what, @Nullable String name, At at) {
        if (!file.equals(name)) {
            problems.add(
                    at,
                    CheckCode.WRONG_NAME,
                    what + ": found " + found(name) + ", expected " + file + " as the file is named.");
        }
    }

    private void directory(String name, At at, String what) {
        if (!known.directories().contains(name)) {
            problems.add(
                    at,
                    CheckCode.NO_SUCH_MAPPING,
                    what + ": there is no mappings/" + name + ".directory.yaml."
                            + Nearest.hint(name, known.directories()));
        }
    }

    /** Walks the steps down to the aggregator, which is the answer; collects the endpoints before it. */
    private @Nullable Uri steps(YamlNode node, List<Uri> before) {
        if (node instanceof YamlNode.Group group && group.get("steps") instanceof YamlNode.Items steps) {
            for (YamlNode step : steps.items()) {
                Uri aggregator = step(step, before);
                if (aggregator != null) {
                    return aggregator;
                }
            }
        }
        return null;
    }

    private @Nullable Uri step(YamlNode step, List<Uri> before) {
        if (!(step instanceof YamlNode.Group group)) {
            return null;
        }
        for (var named : group.entries().entrySet()) {
            String kind = named.getKey();
            YamlNode.Entry entry = named.getValue();
            Uri uri = kind.equals("to") || kind.equals("toD") ? Uri.of(entry) : null;
            if (uri != null && uri.scheme().equals("aggregator")) {
                return uri;
            }
            if (uri != null) {
                before.add(uri);
            }
            if (FORBIDDEN.contains(kind) || (uri != null && DEFERRING.contains(uri.scheme()))) {
                problems.add(
                        entry.at(),
                        CheckCode.FORBIDDEN_STEP,
                        (uri == null ? kind : uri.scheme())
                                + " between the source and aggregator: could lose, double or reorder"
                                + " pages. Filters stand in the mapping; put the rest behind the change feed.");
            }
            Uri nested = nested(entry.value(), before);
            if (nested != null) {
                return nested;
            }
        }
        return null;
    }

    private @Nullable Uri nested(YamlNode node, List<Uri> before) {
        Uri found = steps(node, before);
        if (found != null) {
            return found;
        }
        if (node instanceof YamlNode.Group group) {
            for (String branch : List.of("when", "otherwise", "doCatch", "doFinally")) {
                YamlNode value = group.get(branch);
                for (YamlNode each : value instanceof YamlNode.Items items
                        ? items.items()
                        : value == null ? List.<YamlNode>of() : List.of(value)) {
                    Uri inBranch = steps(each, before);
                    if (inBranch != null) {
                        return inBranch;
                    }
                }
            }
        }
        return null;
    }
}
