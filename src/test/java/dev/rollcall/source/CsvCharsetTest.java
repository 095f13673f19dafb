package dev.rollcall.source;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as Excel and old payroll systems write them. */
class CsvCharsetTest {
    private static final String TEXT = "id;name\r\n1;Zo\u00eb \u20ac\r\n2;\"Jos\r\n\u00e9\"\r\n3;\u00c5sa\r\n";
    private static final String MARK = "\uFEFF";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void utf16WithItsByteOrderMarkIsReadWithTheLinesAsTheyAre(String charset) {
        byte[] file = (charset.equals("UTF-16LE") ? MARK + TEXT : charset.equals("UTF-16BE") ? MARK + TEXT : TEXT)
                .getBytes(Charset.forName(charset));

        SnapshotEnd end = read(file, charset);

        assertThat(end.snapshot()).isInstanceOf(Snapshot.Full.class);
        assertThat(rows)
                .containsExactly(
                        List.of("1", "Zo\u00eb \u20ac"), List.of("2", "Jos\r\n\u00e9"), List.of("3", "\u00c5sa"));
        assertThat(lines).containsExactly(2L, 3L, 5L);
    }

    @Test
    void theMarkDecidesBetweenTheTwoKindsOfUtf16() {
        read((MARK + TEXT).getBytes(UTF_16LE), "UTF-16");

        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst()).containsExactly("1", "Zo\u00eb \u20ac");
    }

    @Test
    void utf16WithoutAMarkIsReadWhenItsKindIsSaid() {
        read(TEXT.getBytes(UTF_16LE), "UTF-16LE");
        read(TEXT.getBytes(UTF_16BE), "UTF-16BE");

        assertThat(rows).hasSize(6);
    }

    @Test
    void utf16CutWithinALetterIsNotText() {
        byte[] file = TEXT.getBytes(UTF_16);

        assertThat(problem(read(Arrays.copyOf(file, file.length - 9), "UTF-16")))
                .contains("CSV-001");
    }

    @Test
    void utf16CutWithinARowIsCutOff() {
        byte[] file = TEXT.substring(0, TEXT.length() - 6).getBytes(UTF_16);

        assertThat(problem(read(file, "UTF-16"))).contains("CSV-007");
    }

    @Test
    void halfASurrogatePairIsNotText() {
        byte[] file = "id;name\n1;\ud835\udc9c\n".getBytes(UTF_16LE);
        byte[] broken = Arrays.copyOf(file, file.length - 4);

        assertThat(problem(read(broken, "UTF-16LE"))).contains("CSV-001", "people.csv:2");
    }

    @Test
    void windows1252IsReadAndWhatItDoesNotHaveIsNotText() {
        byte[] file = TEXT.getBytes(Charset.forName("windows-1252"));

        assertThat(read(file, "windows-1252").snapshot()).isInstanceOf(Snapshot.Full.class);
        assertThat(rows.getFirst()).containsExactly("1", "Zo\u00eb \u20ac");
        file[file.length - 5] = (byte) 0x81;
        assertThat(problem(read(file, "windows-1252"))).contains("CSV-001", "windows-1252");
    }

    @Test
    void utf16ReadAsUtf8IsNamedAndNotGuessed() {
        assertThat(problem(read((MARK + TEXT).getBytes(UTF_16LE), "UTF-8"))).contains("people.csv:1  CSV-001");
    }

    private SnapshotEnd read(byte[] file, String charset) {
        return CsvFile.read(
                new RunId("run-1"),
                "people.csv",
                new ByteArrayInputStream(file),
                CsvOptions.of("auto", charset, false),
                new Snapshot.Full(new Proof.ByHand()),
                page -> page.records().forEach(this::note));
    }

    private void note(SourceRecord record) {
        if (record instanceof SourceRecord.Row row) {
            rows.add(row.values());
            lines.add(row.origin().position());
        }
    }

    private static String problem(SnapshotEnd end) {
        assertThat(end.snapshot()).isInstanceOf(Snapshot.Broken.class);
        return ((Snapshot.Broken) end.snapshot()).problem().toString();
    }
}
