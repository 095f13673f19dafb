package dev.rollcall.mapping.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML text with the line of everything in it. No type is ever constructed out of a tag. */
public final class YamlReader {
    private static final int DEEPEST = 50;

    private final String file;
    private final Problems problems;

    private YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The document; null when it cannot be read, which is then among the problems. */
    public static @Nullable YamlNode read(String file, String content, Problems problems) {
        try {
            LoaderOptions options = new LoaderOptions();
            Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(content));
            if (node == null) {
                problems.add(new At(file, 1), YamlCode.SYNTAX, "the file is empty.");
                return null;
            }
            return new YamlReader(file, problems).convert(node, 0);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new At(file, line), YamlCode.SYNTAX, "this is not YAML: " + e.getProblem() + ".");
        } catch (YAMLException e) {
            problems.add(new At(file, 1), YamlCode.SYNTAX, "this is not YAML: " + e.getMessage() + ".");
        }
        return null;
    }

    /** The document's keys; null when it cannot be read or is something else, which is then among the problems. */
    public static YamlNode.@Nullable Group readGroup(String file, String content, Problems problems) {
        YamlNode node = read(file, content, problems);
        if (node instanceof YamlNode.Group group) {
            return group;
        }
        if (node != null) {
            problems.add(
                    node.at(),
                    YamlCode.WRONG_FORM,
                    "the file holds " + node.form() + "; expected keys, for example source: acme.");
        }
        return null;
    }

    private YamlNode convert(Node node, int depth) {
        At at = new At(file, node.getStartMark().getLine() + 1);
        if (depth > DEEPEST) {
            problems.add(at, YamlCode.SYNTAX, "more than " + DEEPEST + " levels, or an anchor that contains itself.");
            return new YamlNode.Scalar("", true, at);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item, depth + 1)));
            return new YamlNode.Items(items, at);
        }
        if (node instanceof MappingNode mapping) {
            return group(mapping, at, depth);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new YamlNode.Scalar(scalar.getValue(), scalar.isPlain(), at);
    }

    private YamlNode group(MappingNode mapping, At at, int depth) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            At keyAt = new At(file, tuple.getKeyNode().getStartMark().getLine() + 1);
            YamlNode value = convert(tuple.getValueNode(), depth + 1);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(keyAt, YamlCode.WRONG_FORM, "a key is a text, not a list or a group of keys.");
            } else {
                YamlNode.Entry before = entries.putIfAbsent(key.getValue(), new YamlNode.Entry(keyAt, value));
                if (before != null) {
                    String first = "line " + before.at().line();
                    problems.add(
                            keyAt, YamlCode.TWICE, key.getValue() + " stands here and in " + first + ". Keep one.");
                }
            }
        }
        return new YamlNode.Group(entries, at);
    }
}
