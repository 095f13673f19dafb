package dev.rollcall.source.workday;

import dev.rollcall.source.Outline;
import dev.rollcall.source.Page;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.XmlTree;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fetch over prepared answers. */
final class SoapAnswers {
    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    final WorkdaySoapFetch fetch;
    final List<String> requests = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();

    private SoapAnswers(WorkdaySoapFetch fetch) {
        this.fetch = fetch;
    }

    static WorkdaySettings settings(String user, String version, int lookAheadHours) {
        return new WorkdaySettings(
                "workday",
                "https://hr.example.com/",
                "acme",
                version,
                user,
                Secret.fixed("s3cret"),
                2,
                Duration.ofHours(lookAheadHours),
                ZoneOffset.UTC);
    }

    static SoapAnswers full(int lookAheadHours) {
        return of(lookAheadHours, null);
    }

    static SoapAnswers delta(Instant since) {
        return of(0, since);
    }

    static SoapAnswers of(int lookAheadHours, @Nullable Instant since) {
        return new SoapAnswers(new WorkdaySoapFetch(
                new RunId("run"), settings("isu@acme", "v45.0", lookAheadHours), Outline.EVERYTHING, since, NOW));
    }

    SoapAnswers answer(String body) {
        answers.add(body);
        return this;
    }

    static ApiAnswer answer(int status, String body) {
        return ApiAnswer.whole(
                "workday", status, "text/xml;charset=utf-8", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Runs to the end: worker id and wid of each record. */
    List<String> records() {
        List<String> records = new ArrayList<>();
        trees().forEach(tree -> {
            Worker worker = Worker.of(tree);
            records.add(worker.id() + " " + worker.wid() + (worker.isActive() ? "" : " inactive"));
        });
        return records;
    }

    List<XmlTree> trees() {
        List<XmlTree> trees = new ArrayList<>();
        while (fetch.hasNext()) {
            String body = fetch.next().body();
            requests.add(body == null ? "" : body);
            Iterator<Page> pages = fetch.read(answer(200, answers.remove()));
            pages.forEachRemaining(page ->
                    page.records().forEach(record -> trees.add(((SourceRecord.Xml) record).tree())));
        }
        return trees;
    }

    Snapshot snapshot() {
        return fetch.end().snapshot();
    }

    static String page(@Nullable Integer total, @Nullable Integer pages, String... workers) {
        return """
                <?xml version='1.0' encoding='UTF-8'?>
                <env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>
                <wd:Get_Workers_Response xmlns:wd="urn:com.workday/bsvc" wd:version="v45.0">
                <wd:Response_Filter><wd:Page>1</wd:Page></wd:Response_Filter>
                <wd:Response_Results>%s%s</wd:Response_Results>%s</wd:Get_Workers_Response></env:Body></env:Envelope>
                """.strip().formatted(
                total == null ? "" : "<wd:Total_Results>" + total + "</wd:Total_Results>",
                pages == null ? "" : "<wd:Total_Pages>" + pages + "</wd:Total_Pages>",
                workers.length == 0
                        ? ""
                        : "<wd:Response_Data>" + String.join("", Arrays.asList(workers)) + "</wd:Response_Data>");
    }

    static String active(String id, String wid) {
        return worker(id, wid, "<wd:Active>1</wd:Active><wd:Hire_Date>2020-01-01</wd:Hire_Date>");
    }

    static String left(String id, String wid, String on) {
        return worker(
                id,
                wid,
                "<wd:Active>0</wd:Active><wd:Hire_Date>2020-01-01</wd:Hire_Date><wd:Termination_Date>" + on
                        + "-08:00</wd:Termination_Date>");
    }

    static String worker(String id, String wid, String status) {
        return """
                <wd:Worker><wd:Worker_Reference wd:Descriptor="x"><wd:ID wd:type="WID">%s</wd:ID></wd:Worker_Reference>
                <wd:Worker_Data><wd:Worker_ID>%s</wd:Worker_ID><wd:Employment_Data>
                <wd:Worker_Job_Data wd:Primary_Job="1"><wd:Position_Data/></wd:Worker_Job_Data>
                <wd:Worker_Status_Data>%s</wd:Worker_Status_Data></wd:Employment_Data></wd:Worker_Data></wd:Worker>
                """.formatted(wid, id, status);
    }
}
