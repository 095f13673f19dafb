package dev.rollcall.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;

/** An XML record made of paths and values. */
final class XmlFirst {
    private XmlFirst() {}

    /** A record with these values where the paths lead. */
    static String record(String name, Map<String, String> values) {
        Node record = new Node();
        values.forEach((path, value) -> {
            Node at = record;
            for (String step : path.split("/(?![^\\[]*])", -1)) {
                at = step.startsWith("@") ? at : at.within.computeIfAbsent(step, fresh -> new Node());
            }
            int attribute = path.lastIndexOf("@");
            if (attribute == 0 || (attribute > 0 && path.charAt(attribute - 1) == '/')) {
                at.attributes.put(path.substring(attribute + 1), value);
            } else {
                at.text = value;
            }
        });
        StringBuilder text = new StringBuilder();
        record.write(name, "", text);
        return text.toString();
    }

    private static final class Node {
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final Map<String, Node> within = new LinkedHashMap<>();
        private String text = "";

        void write(String step, String indent, StringBuilder out) {
            Matcher parts = XmlSample.STEP.matcher(step);
            String name = parts.matches() ? parts.group(1) : step;
            out.append(indent).append('<').append(name);
            if (parts.matches() && parts.group(2) != null) {
                attribute("type", parts.group(2), out);
            }
            attributes.forEach((attribute, value) -> attribute(attribute, value, out));
            out.append('>').append(escaped(text));
            if (!within.isEmpty()) {
                out.append('\n');
                within.forEach((each, node) -> node.write(each, indent + "  ", out));
                out.append(indent);
            }
            out.append("</").append(name).append(">\n");
        }

        private static void attribute(String name, String value, StringBuilder out) {
            out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        }
    }
}
