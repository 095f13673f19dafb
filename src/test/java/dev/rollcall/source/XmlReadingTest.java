package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReadingTest {
    private static XmlReading reading(String document) {
        return new XmlReading("hr page 1", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void elementsAreVisitedInOrderAndWhatNobodyAsksForIsSkipped() {
        XmlReading xml = reading("<a><!-- x --><b>1</b><c><d>2</d></c><e><f>3</f>4</e></a>");
        List<String> seen = new ArrayList<>();
        while (xml.nextElement()) {
            seen.add(xml.name());
            switch (xml.name()) {
                case "b" -> seen.add(xml.text());
                case "e" -> {
                    while (xml.nextElement()) {
                        seen.add(xml.name() + xml.text());
                    }
                }
                default -> xml.skip();
            }
        }
        xml.finish();

        assertThat(seen).containsExactly("b", "1", "c", "e", "f3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM \"http://localhost:1/a.dtd\"><a/>",
                "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;\"><!ENTITY z \"&y;&y;&y;&y;\">]><a>&z;</a>",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://localhost:1/x\"> %x;]><a/>",
            })
    void externalEntitiesAndEntityBombsAreRefusedUnread(String document) {
        assertThatThrownBy(() -> XmlReading.tree("hr page 1", document))
                .isInstanceOf(SourceFailure.class)
                .hasMessageContaining("API-008")
                .hasMessageContaining("document type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a><b>1</b>", "<a><b>1</c></a>", "<a>&nbsp;</a>", "", "{}", "<a/><b/>", "<a b=1/>"})
    void whatBreaksOffOrIsNotXmlIsAFailureThatPrintsNothingOfIt(String document) {
        assertThatThrownBy(() -> XmlReading.tree("hr page 1", document))
                .isInstanceOf(SourceFailure.class)
                .hasMessageContaining("hr page 1")
                .hasMessageContaining("API-008")
                .hasMessageNotContaining("nbsp");
    }

    @Test
    void aTreeOfThousandsOfElementsIsReadAsItIs() {
        StringBuilder document = new StringBuilder("<r>");
        for (int i = 0; i < 5000; i++) {
            document.append("<e n='").append(i).append("'>é").append(i).append("</e>");
        }
        XmlTree tree = XmlReading.tree("test", document.append("</r>").toString());

        int element = tree.child(XmlTree.ROOT, "e");
        for (int i = 0; i < 5000; i++) {
            assertThat(tree.text(element)).isEqualTo("é" + i);
            assertThat(tree.attribute(element, "n")).isEqualTo("" + i);
            element = tree.sibling(element);
        }
        assertThat(element).isEqualTo(XmlTree.NONE);
    }

    @Test
    void nestingWithoutEndIsRefusedBeforeTheStackIsFull() {
        assertThatThrownBy(() -> XmlReading.tree("test", "<a>".repeat(5000))).isInstanceOf(SourceFailure.class);
    }

    @Test
    void whatARecordHoldsIsNotPrinted() {
        assertThat(new SourceRecord.Xml(XmlReading.tree("test", "<a>secret</a>"), new Origin("page 1", 1)))
                .hasToString("Xml[page 1:1]");
        assertThat(XmlReading.tree("test", "<a>secret</a>")).hasToString("XmlTree[a, 1 elements]");
    }
}
