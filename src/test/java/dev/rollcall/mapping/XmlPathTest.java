package dev.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.source.XmlReading;
import dev.rollcall.source.XmlTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlPathTest {
    private static final XmlTree WORKER = XmlReading.tree("test", """
            <?xml version="1.0" encoding="UTF-8"?>
            <bsvc:Worker xmlns:bsvc="urn:com.workday/bsvc" bsvc:version="v30.0">
              <bsvc:Reference bsvc:Descriptor="Ann &amp; Co">
                <bsvc:ID bsvc:type="WID">0a1</bsvc:ID>
                <bsvc:ID bsvc:type="Employee_ID">21001</bsvc:ID>
              </bsvc:Reference>
              <Mail Primary="1"><Usage type="WORK" Public="1"/><Address><![CDATA[a@example.com]]></Address></Mail>
              <Mail Primary="0"><Usage type="WORK" Public="1"/><Address>b@example.com</Address></Mail>
              <Mail Primary="true"><Usage type="HOME" Public="0"/><Address>c@example.com</Address></Mail>
              <Chain><Level><Boss>1</Boss></Level><Level><Boss>2</Boss><Boss>3</Boss></Level></Chain>
              <Empty/><Blank> </Blank>
            </bsvc:Worker>
            """);

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Reference/ID[@type='WID'] | 0a1",
                "Reference/ID[@type=\"Employee_ID\"] | 21001",
                "wd:Reference/wd:ID[@wd:type='WID']/text() | 0a1",
                "Reference/@Descriptor | Ann & Co",
                "Reference/@wd:Descriptor | Ann & Co",
                "@version | v30.0",
                "./Reference/ID[2] | 21001",
                "Reference/ID[last()] | 21001",
                "Reference/ID[3] | ``",
                "Reference/ID[@type='WID' or @type='Employee_ID'] | 0a1,21001",
                "Mail[Usage[@type='WORK' and @Public='1']]/Address | a@example.com,b@example.com",
                "Mail[@Primary='1' and Usage/@type='WORK']/Address | a@example.com",
                "Mail[(@Primary='1' or @Primary='true') and Usage[@type='HOME']]/Address | c@example.com",
                "Mail[Usage/@type='WORK'][last()]/Address | b@example.com",
                "Mail[not(Usage/@type='WORK')]/Address | c@example.com",
                "Mail[Usage/@type != 'WORK']/Address | c@example.com",
                "Mail[Address='b@example.com']/@Primary | 0",
                "Chain/Level[last()]/Boss | 2,3",
                "Chain/Level/Boss[1] | 1,2",
                "Chain/Level[Boss]/Boss[last()] | 1,3",
                "Empty | ``",
                "Blank | ``",
                "Missing/Path | ``",
                "Mail/@Nothing | ``",
            })
    void findsWhatXPathSays(String path, String expected) {
        List<String> found = new XmlFields(WORKER).read(new Selector.Element(XmlPath.compile(path)));

        assertThat(String.join(",", found)).isEqualTo(expected);
        assertThat(new XmlFields(WORKER).places(XmlPath.compile(path))).hasSameSizeAs(found);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.a.b | a path in XML is names with / between them",
                "/Worker/ID | a path begins within the record, without /",
                "a//b | searching at any depth (//) is not supported",
                "a/*/b | * for any is not supported",
                "../a | going upwards (..) is not supported",
                "a[b=c] | expected a text in quotes",
                "a[b='c | expected a text in quotes",
                "a[0] | places are counted from 1",
                "a[@b='c' && @d] | expected ]",
                "a[1 | expected ]",
                "a b | expected / or [ or the end",
                "a/ | expected a name",
                "@a/b | expected / or [ or the end",
                "a[] | expected a name",
            })
    void saysWhatIsWrongWithAPath(String path, String expected) {
        assertThatThrownBy(() -> XmlPath.compile(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected)
                .hasMessageContaining("at sign ");
    }

    @Test
    void anElementWithElementsInItIsNoText() {
        XmlFields fields = new XmlFields(WORKER);

        assertThatThrownBy(() -> fields.read(new Selector.Element(XmlPath.compile("Reference"))))
                .isInstanceOf(Unmappable.class)
                .hasMessageContaining("elements in it");
    }

    @Test
    void placesLeadToEachValueAlone() {
        assertThat(new XmlFields(WORKER).places(XmlPath.compile("Mail[Usage/@type='WORK']/Address")))
                .containsExactly("Mail[1]/Address", "Mail[2]/Address");
        assertThat(new XmlFields(WORKER).places(XmlPath.compile("Reference/@Descriptor")))
                .containsExactly("Reference/@Descriptor");
    }

    @Test
    void whatAPathLooksAtHoldsItsConditionsToo() {
        assertThat(XmlPath.compile("a[b/c[@d='1']='x' and not(e)][last()]/f/@g").reads())
                .containsExactly("a/b/c/.", "a/b/c/@d", "a/e/.", "a/f/@g");
    }
}
