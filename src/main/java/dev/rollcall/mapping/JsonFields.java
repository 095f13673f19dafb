package dev.rollcall.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A JSON record. Numbers become the text they are written as, without an exponent. */
record JsonFields(JsonNode root) implements Fields {
    private static final int MOST_DIGITS = 60;

    @Override
    public List<String> read(Selector selector) {
        Selector.Path path = path(selector);
        if (path.path().isSingle()) {
            String text = single(path);
            return text == null ? List.of() : List.of(text);
        }
        List<JsonNode> nodes = path.path().select(root);
        List<String> texts = new ArrayList<>(nodes.size());
        for (JsonNode node : nodes) {
            String text = text(node, path);
            if (!Texts.isEmpty(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    @Override
    public @Nullable String one(Selector selector) {
        Selector.Path path = path(selector);
        if (path.path().isSingle()) {
            return single(path);
        }
        Only only = new Only(path);
        path.path().each(root, only);
        return only.differ ? Fields.super.one(selector) : only.text;
    }

    /** The way of nearly every value. */
    private @Nullable String single(Selector.Path path) {
        JsonNode node = path.path().only(root);
        String text = node == null ? "" : text(node, path);
        return Texts.isEmpty(text) ? null : text;
    }

    /** The one text among those found, without a list of them. */
    private static final class Only implements Consumer<JsonNode> {
        private final Selector.Path path;
        private @Nullable String text;
        private boolean differ;

        Only(Selector.Path path) {
            this.path = path;
        }

        @Override
        public void accept(JsonNode node) {
            String found = text(node, path);
            if (!Texts.isEmpty(found)) {
                differ |= text != null && !found.equals(text);
                text = found;
            }
        }
    }

    private static Selector.Path path(Selector selector) {
        if (selector instanceof Selector.Path path) {
            return path;
        }
        throw new Unmappable(MappingCode.UNREADABLE, "a column cannot be read in a JSON record.");
    }

    static String text(JsonNode node, Selector.Path path) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isContainerNode()) {
            throw new Unmappable(
                    MappingCode.NOT_A_TEXT,
                    "found " + (node.isArray() ? "a list" : "an object") + ", expected a single value. "
                            + (node.isArray()
                                    ? "Write " + path.text() + "[*]."
                                    : "Go on with .name of a value in it."));
        }
        if (node.isNull() || node.isMissingNode()) {
            return "";
        }
        return node.isFloatingPointNumber() ? number(node) : node.asText();
    }

    private static String number(JsonNode node) {
        if (!Double.isFinite(node.doubleValue())) {
            return node.asText();
        }
        BigDecimal number = node.decimalValue();
        return Math.abs(number.scale()) > MOST_DIGITS ? node.asText() : number.toPlainString();
    }
}
