package dev.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.employee.Value;
import dev.rollcall.source.Origin;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.XmlReading;
import dev.rollcall.source.XmlTree;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlMappingTest {
    private static final String RECORD = """
            <p:Row xmlns:p="urn:any"><p:Id>7</p:Id><p:Name><p:First>Ann</p:First><p:Last>Maes</p:Last></p:Name>
            <p:Org p:type="D"><p:Title>Sales</p:Title></p:Org><p:Org p:type="C"><p:Title>Acme</p:Title></p:Org>
            <p:National_ID><p:ID>12-34</p:ID></p:National_ID><p:On>1</p:On></p:Row>""";

    private static final String EMPLOYEE = """
            givenName: Name/First
            familyName: Name/Last
            department: Org[@type='D']/Title
            company: { from: "Org[@type='C']/Title" }
            """;

    private static Mapping mapping(String employee) {
        return Sample.loaded(
                        "source: sample\ndirectory: people\nformat: xml\nkey: Id\nemployee:\n" + employee.indent(2))
                .mapping();
    }

    private static SourceRecord record(String xml) {
        return new SourceRecord.Xml(XmlReading.tree("test", xml), new Origin("page 1", 1));
    }

    @Test
    void elementsAndAttributesBecomeAnEmployeeWhateverTheirPrefix() {
        MappingResult result = mapping(EMPLOYEE).map(record(RECORD));

        assertThat(result).isInstanceOf(MappingResult.Mapped.class);
        MappingResult.Mapped mapped = (MappingResult.Mapped) result;
        assertThat(mapped.employee().key()).isEqualTo("7");
        assertThat(mapped.employee().profile().values())
                .containsEntry("givenName", new Value.Text("Ann"))
                .containsEntry("department", new Value.Text("Sales"))
                .containsEntry("company", new Value.Text("Acme"));
    }

    @Test
    void severalElementsWhereOneIsWantedRejectTheRecord() {
        assertThat(mapping("title: Org/Title").map(record(RECORD)).toString()).contains("MAP-103", "from Org/Title");
    }

    @Test
    void aRecordOfAnotherFormIsRejected() {
        assertThat(mapping(EMPLOYEE).map(Sample.record("{'Id': 7}")).toString()).contains("MAP-100");
        assertThat(Sample.json("givenName: $.f").map(record(RECORD)).toString()).contains("MAP-100");
    }

    @Test
    void explainNamesTheElementOfEachValue() {
        assertThat(mapping(EMPLOYEE).explain(record(RECORD)))
                .filteredOn(trace -> trace.attribute().equals("company"))
                .singleElement()
                .satisfies(trace -> assertThat(trace.places()).containsExactly("Org[2]/Title"));
    }

    @Test
    void whatNoLineReadsIsNotEvenKept() {
        Mapping mapping = mapping(EMPLOYEE);
        XmlTree whole = XmlReading.tree("test", RECORD);
        XmlTree kept = new XmlReading("test", new ByteArrayInputStream(RECORD.getBytes(StandardCharsets.UTF_8)))
                .tree(mapping.outline());

        assertThat(kept.find(XmlTree.ROOT, "National_ID")).isEqualTo(XmlTree.NONE);
        assertThat(whole.find(XmlTree.ROOT, "National_ID", "ID")).isNotEqualTo(XmlTree.NONE);
        assertThat(kept.size()).isLessThan(whole.size());
        assertThat(mapping.map(new SourceRecord.Xml(kept, new Origin("page 1", 1))))
                .isEqualTo(mapping.map(record(RECORD)));
    }

    @Test
    void aPathThatCannotBeReadIsNamedWithItsLineAndAGuess() {
        assertThat(Sample.problems("""
                        source: sample
                        directory: people
                        format: xml
                        key: $.Worker_Data.Worker_ID
                        employee:
                          givenName: /Name/First
                          familyName: Name[First=Ann]/Last
                        """).toString())
                .contains("sample.yaml:4  MAP-002", "Did you mean Worker_Data/Worker_ID?")
                .contains("sample.yaml:6  MAP-002", "Did you mean Name/First?")
                .contains("sample.yaml:7  MAP-002", "expected a text in quotes (at sign 12");
    }
}
