package dev.rollcall.mapping;

import dev.rollcall.source.XmlTree;
import java.util.ArrayList;
import java.util.List;

/** An XML record. */
record XmlFields(XmlTree tree) implements Fields {
    @Override
    public List<String> read(Selector selector) {
        if (!(selector instanceof Selector.Element element)) {
            throw new Unmappable(MappingCode.UNREADABLE, "a column or a JSON path cannot be read in an XML record.");
        }
        XmlPath path = element.path();
        List<String> texts = new ArrayList<>(2);
        path.each(tree, XmlTree.ROOT, found -> {
            String text = text(tree, found, path);
            if (!Texts.isEmpty(text)) {
                texts.add(text);
            }
            return false;
        });
        return texts;
    }

    private static String text(XmlTree tree, int element, XmlPath path) {
        String attribute = path.attribute();
        if (attribute != null) {
            String value = tree.attribute(element, attribute);
            return value == null ? "" : value;
        }
        if (tree.hasElements(element)) {
            throw new Unmappable(
                    MappingCode.NOT_A_TEXT,
                    "found an element with elements in it, expected a single value. Go on with /Name of an element in"
                            + " it, or /@Name of an attribute.");
        }
        return tree.text(element);
    }

    /** Where each value stands that a path finds. */
    List<String> places(XmlPath path) {
        List<String> places = new ArrayList<>();
        path.each(tree, XmlTree.ROOT, found -> {
            if (!Texts.isEmpty(text(tree, found, path))) {
                String attribute = path.attribute();
                places.add(tree.path(found) + (attribute == null ? "" : "/@" + attribute));
            }
            return false;
        });
        return places;
    }
}
