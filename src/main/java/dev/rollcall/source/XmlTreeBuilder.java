package dev.rollcall.source;

import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Collects elements into a tree; used again for the next one. */
final class XmlTreeBuilder {
    private static final int NO_TEXT = -1;

    private String[] names = new String[64];
    private int[] parents = new int[64];
    private int[] ends = new int[64];
    private int[] textFrom = new int[64];
    private int[] textTo = new int[64];
    private int[] attributesFrom = new int[65];
    private char[] text = new char[1024];
    private String[] attributes = new String[64];
    private int size;
    private int letters;
    private int attributeCount;

    /** The element whose beginning the reader stands at; afterwards it stands at its end. */
    XmlTree read(XMLStreamReader reader, Outline outline) throws XMLStreamException {
        size = 0;
        letters = 0;
        attributeCount = 0;
        element(reader, outline, XmlTree.NONE);
        attributesFrom[size] = attributeCount;
        return new XmlTree(
                Arrays.copyOf(names, size),
                Arrays.copyOf(parents, size),
                Arrays.copyOf(ends, size),
                Arrays.copyOf(textFrom, size),
                Arrays.copyOf(textTo, size),
                Arrays.copyOf(text, letters),
                Arrays.copyOf(attributesFrom, size + 1),
                Arrays.copyOf(attributes, attributeCount));
    }

    private void element(XMLStreamReader reader, Outline outline, int parent) throws XMLStreamException {
        int me = begin(reader.getLocalName(), parent);
        if (outline.hasAttributes()) {
            attributes(reader, outline);
        }
        boolean wanted = outline.hasText();
        boolean elements = false;
        int event = reader.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                elements = true;
                Outline within = outline.element(reader.getLocalName());
                if (within == null) {
                    skip(reader);
                } else {
                    element(reader, within, me);
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (wanted && !elements) {
                    text(reader);
                }
            } else {
                XmlReading.refuse(event);
            }
            event = reader.next();
        }
        ends[me] = size;
        if (elements) {
            textTo[me] = NO_TEXT;
        } else {
            textTo[me] = letters;
        }
    }

    private int begin(String name, int parent) {
        if (size == names.length) {
            grow();
        }
        names[size] = name;
        parents[size] = parent;
        textFrom[size] = letters;
        attributesFrom[size] = attributeCount;
        return size++;
    }

    private void grow() {
        int wider = names.length * 2;
        names = Arrays.copyOf(names, wider);
        parents = Arrays.copyOf(parents, wider);
        ends = Arrays.copyOf(ends, wider);
        textFrom = Arrays.copyOf(textFrom, wider);
        textTo = Arrays.copyOf(textTo, wider);
        attributesFrom = Arrays.copyOf(attributesFrom, wider + 1);
    }

    private void attributes(XMLStreamReader reader, Outline outline) {
        int count = reader.getAttributeCount();
        for (int i = 0; i < count; i++) {
            String name = reader.getAttributeLocalName(i);
            if (outline.hasAttribute(name)) {
                if (attributeCount + 2 > attributes.length) {
                    attributes = Arrays.copyOf(attributes, attributes.length * 2);
                }
                attributes[attributeCount++] = name;
                attributes[attributeCount++] = reader.getAttributeValue(i);
            }
        }
    }

    private void text(XMLStreamReader reader) {
        int length = reader.getTextLength();
        while (letters + length > text.length) {
            text = Arrays.copyOf(text, text.length * 2);
        }
        System.arraycopy(reader.getTextCharacters(), reader.getTextStart(), text, letters, length);
        letters += length;
    }

    /** To the end of the element whose beginning the reader stands at. */
    static void skip(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else {
                XmlReading.refuse(event);
            }
        }
    }
}
