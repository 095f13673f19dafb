package dev.rollcall.source.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.source.Outline;
import dev.rollcall.source.Page;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.XmlTree;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.Secret;
import dev.rollcall.source.workday.ReportSettings.Format;
import dev.rollcall.source.workday.ReportSettings.Login;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkdayReportFetchTest {
    private static final String JSON = """
            {"Report_Entry":[{"Employee_ID":"1","Department":"A","Flag":"0"},
            {"Employee_ID":"2","Department_ID":"B","Groups_group":[{"Name":"x"},{"Name":"y"}]}]}""";

    private static WorkdayReportFetch fetch(Format format, String prompts) {
        return new WorkdayReportFetch(
                new RunId("run"),
                new ReportSettings(
                        "hr",
                        "https://hr.example.com/",
                        "acme",
                        "ISU Owner",
                        "People_Report",
                        format,
                        prompts,
                        new Login.Basic("isu@acme", Secret.fixed("s3cret"))),
                Outline.EVERYTHING);
    }

    private static ApiAnswer answer(String type, String body) {
        return answer(type, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static ApiAnswer answer(String type, InputStream body) {
        return new ApiAnswer("hr", 200, type, Map.of(), body);
    }

    private static List<SourceRecord> records(WorkdayReportFetch fetch, ApiAnswer answer) {
        List<SourceRecord> records = new ArrayList<>();
        fetch.read(answer).forEachRemaining(page -> records.addAll(page.records()));
        return records;
    }

    @Test
    void promptsGoIntoTheAddressAndTheAnswerIsStreamed() {
        WorkdayReportFetch fetch = fetch(Format.JSON, "Company!WID=a b&Effective_as_of_Date=2026-01-01");

        assertThat(fetch.next().uri())
                .hasToString("https://hr.example.com/ccx/service/customreport2/acme/ISU%20Owner/People_Report"
                        + "?format=json&Company%21WID=a%20b&Effective_as_of_Date=2026-01-01");
        assertThat(fetch.next().streamed()).isTrue();
        assertThat(fetch.next().headers().get("Authorization")).isEqualTo("Basic aXN1QGFjbWU6czNjcmV0");
        assertThat(fetch(Format.XML, "").next().uri().getRawQuery()).isNull();
        assertThat(fetch.next().toString()).doesNotContain("s3cret");
    }

    @Test
    void rowsMayDifferInTheirKeysAndHoldGroups() {
        WorkdayReportFetch fetch = fetch(Format.JSON, "");

        List<SourceRecord> rows = records(fetch, answer("application/json;charset=UTF-8", JSON));

        assertThat(rows).hasSize(2);
        assertThat(((SourceRecord.Json) rows.get(1))
                        .node()
                        .at("/Groups_group/1/Name")
                        .asText())
                .isEqualTo("y");
        assertThat(fetch.hasNext()).isFalse();
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
        assertThat(fetch.end().watermark()).isNull();
    }

    @Test
    void xmlIsReadWhateverNamespaceTheReportGaveIt() {
        WorkdayReportFetch fetch = fetch(Format.XML, "");

        List<SourceRecord> rows = records(fetch, answer("text/xml", """
                <?xml version='1.0' encoding='UTF-8'?>
                <wd:Report_Data xmlns:wd="urn:com.workday.report/People_Report">
                <wd:Report_Entry><wd:Employee_ID>1</wd:Employee_ID></wd:Report_Entry>
                <wd:Report_Entry><wd:Employee_ID>2</wd:Employee_ID>
                <wd:Manager wd:Descriptor="x"><wd:ID wd:type="WID">ab</wd:ID></wd:Manager></wd:Report_Entry>
                </wd:Report_Data>"""));

        assertThat(rows).hasSize(2);
        XmlTree second = ((SourceRecord.Xml) rows.get(1)).tree();
        assertThat(second.text(second.find(XmlTree.ROOT, "Manager", "ID"))).isEqualTo("ab");
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Report_Entry\":[]}", "{\"Report_Entry\":null}", "{\"other\":[1]}", "", " \n"})
    void anEmptyReportHasSeveralShapes(String body) {
        WorkdayReportFetch fetch = fetch(Format.JSON, "");

        assertThat(records(fetch, answer("application/json", body))).isEmpty();
        assertThat(fetch.end().snapshot()).isEqualTo(new Snapshot.Full(new Proof.Stable()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<wd:Report_Data xmlns:wd='urn:com.workday.report/X'/>", "<Report_Data> </Report_Data>", ""})
    void anEmptyReportInXmlToo(String body) {
        WorkdayReportFetch fetch = fetch(Format.XML, "");

        assertThat(records(fetch, answer("text/xml", body))).isEmpty();
        assertThat(fetch.end().snapshot()).isInstanceOf(Snapshot.Full.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Report_Entry\":[{\"Employee_ID\":\"1\"},{\"Emplo",
                "{\"Report_Entry\":[{\"Employee_ID\":\"1\"}]",
                "{\"Report_Entry\":[{\"Employee_ID\":\"1\"}]}}",
                "{\"Report_Entry\":[\"1\"]}",
                "{\"Report_Entry\":\"1\"}",
                "[{\"Employee_ID\":\"1\"}]",
                "<html>Sign in</html>",
            })
    void aReportThatBreaksOffOrIsNoneFails(String body) {
        WorkdayReportFetch fetch = fetch(Format.JSON, "");

        assertThatThrownBy(() -> records(fetch, answer("application/json", body)))
                .isInstanceOf(SourceFailure.class)
                .hasMessageContaining("API-005");
        assertThat(fetch.end().snapshot()).isInstanceOf(Snapshot.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Report_Data><Report_Entry><Employee_ID>1</Employee_ID></Report_Entry>",
                "<html>Sign in</html>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Report_Data>&x;</Report_Data>",
            })
    void inXmlToo(String body) {
        WorkdayReportFetch fetch = fetch(Format.XML, "");

        assertThatThrownBy(() -> records(fetch, answer("text/xml", body))).isInstanceOf(SourceFailure.class);
        assertThat(fetch.end().snapshot()).isInstanceOf(Snapshot.Broken.class);
    }

    @Test
    void aPageOfHtmlWithStatus200IsAnError() {
        assertThatThrownBy(() -> records(fetch(Format.JSON, ""), answer("text/html", "<html>Sign in</html>")))
                .hasMessageContaining("API-004")
                .hasMessageContaining("text/html");
    }

    @Test
    void aConnectionThatBreaksIsAFailureOfTheSource() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("reset");
            }
        };
        InputStream begun = new ByteArrayInputStream(JSON.substring(0, 40).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> records(
                        fetch(Format.JSON, ""), answer("application/json", new SequenceInputStream(begun, broken))))
                .isInstanceOf(SourceFailure.class)
                .hasMessageContaining("breaks off");
    }

    @Test
    void rowsAreReadAPageAtATimeAndNoFurther() {
        StringBuilder report = new StringBuilder("{\"Report_Entry\":[");
        for (int i = 0; i < 1201; i++) {
            report.append(i == 0 ? "" : ",")
                    .append("{\"Employee_ID\":\"")
                    .append(i)
                    .append("\"}");
        }
        byte[] whole = report.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream content = new ByteArrayInputStream(whole);
        WorkdayReportFetch fetch = fetch(Format.JSON, "");

        Iterator<Page> pages = fetch.read(answer("application/json", content));
        assertThat(pages.next().records()).hasSize(500);
        assertThat(content.available()).isPositive();
        assertThat(pages.next().number()).isEqualTo(1);
        assertThat(pages.next().records()).hasSize(201);
        assertThat(pages.hasNext()).isFalse();
        assertThat(fetch.end().records()).isEqualTo(1201);
    }
}
