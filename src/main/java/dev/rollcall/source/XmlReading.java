package dev.rollcall.source;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * An XML document, read from its beginning to its end, with neither a document type nor an entity of its own.
 *
 * <p>{@link #nextElement} goes to the next element within the present one; it is then to be read by {@link #text},
 * {@link #tree} or {@link #skip}, or by asking for the elements within it until there is none.
 */
public final class XmlReading {
    private static final XMLInputFactory FACTORY = factory();
    private static final int DEEPEST = 200;

    private final String where;
    private final XMLStreamReader reader;
    private final XmlTreeBuilder builder = new XmlTreeBuilder();

    /**
     * Begins with the outermost element.
     *
     * @param where source and page, for messages
     * @throws SourceFailure here and below when it is not well-formed, breaks off or names a document type
     */
    public XmlReading(String where, InputStream content) {
        this.where = where;
        try {
            reader = FACTORY.createXMLStreamReader(content);
            int event = reader.next();
            while (event != XMLStreamConstants.START_ELEMENT) {
                refuse(event);
                event = reader.next();
            }
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, 64);
        return factory;
    }

    /** A record that stands alone. */
    public static XmlTree tree(String where, String document) {
        XmlReading reading = new XmlReading(where, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        XmlTree tree = reading.tree(Outline.EVERYTHING);
        reading.finish();
        return tree;
    }

    /** A document type can name files and expand without end; an entity that nobody declared is a hole in the text. */
    static void refuse(int event) throws XMLStreamException {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Refused();
        }
    }

    private static final class Refused extends XMLStreamException {
        private static final long serialVersionUID = 1L;
    }

    /** Name of the element it stands at, without prefix. */
    public String name() {
        return reader.getLocalName();
    }

    /** Goes to the next element within the present one; false: at its end. */
    public boolean nextElement() {
        try {
            int event = reader.next();
            while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
                refuse(event);
                event = reader.next();
            }
            return event == XMLStreamConstants.START_ELEMENT;
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** The text of the element, elements within it left out. */
    public String text() {
        XmlTree tree = tree(Outline.of(List.of(".")));
        return tree.text(XmlTree.ROOT);
    }

    /** The element with what the outline names. */
    public XmlTree tree(Outline outline) {
        try {
            return builder.read(reader, outline);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    public void skip() {
        try {
            XmlTreeBuilder.skip(reader);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Reads what is left, so that a document that breaks off is known. */
    public void finish() {
        try {
            while (reader.hasNext()) {
                refuse(reader.next());
            }
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private SourceFailure failure(XMLStreamException e) {
        if (e instanceof Refused) {
            return new SourceFailure(SourceCode.API_NOT_XML.at(
                    where,
                    "the XML declares a document type or uses an entity of its own, which is refused. See whether the"
                            + " address is right, and what stands in between."));
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return new SourceFailure(SourceCode.API_NOT_XML.at(
                where,
                "the XML is not well-formed or breaks off" + (line > 0 ? " in line " + line : "")
                        + ". Start the run again; if it happens again, see what stands in between."));
    }
}
