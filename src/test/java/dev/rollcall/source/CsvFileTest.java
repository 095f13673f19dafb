package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    private static final RunId RUN = new RunId("run-1");

    private final List<Page> pages = new ArrayList<>();

    @Test
    void rowsCarryHeaderValuesAndLine() {
        SnapshotEnd end = read("id,name\n1,Ann\n2,Zoë\n");

        assertThat(end.snapshot()).isEqualTo(new Snapshot.Full(new Proof.ByHand()));
        assertThat(end.records()).isEqualTo(2);
        assertThat(end.pages()).isEqualTo(1);
        assertThat(rows())
                .extracting(SourceRecord.Row::values)
                .containsExactly(List.of("1", "Ann"), List.of("2", "Zoë"));
        assertThat(rows())
                .extracting(SourceRecord.Row::origin)
                .containsExactly(new Origin("people.csv", 2), new Origin("people.csv", 3));
        assertThat(rows().getFirst().header().names()).containsExactly("id", "name");
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstColumn() {
        read("\uFEFFid,name\n1,Ann\n");

        assertThat(rows().getFirst().header().indexOf("id")).isZero();
    }

    @Test
    void brokenUtf8IsNamedByLineAndNeverReplaced() {
        byte[] latin = "id,name\r\n1,Ann\r\n2,Zo\u00eb\r\n".getBytes(StandardCharsets.ISO_8859_1);

        SnapshotEnd end = read(latin, CsvOptions.DEFAULT);

        assertThat(problem(end))
                .isEqualTo("people.csv:3  CSV-001  a byte sequence is not UTF-8. "
                        + "Write the file in that charset, or set `charset`.");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void anotherCharsetIsReadWhenSet() {
        Charset windows = Charset.forName("windows-1252");

        read("id;name\n1;Zoë €\n".getBytes(windows), CsvOptions.of("", "windows-1252", false));

        assertThat(rows().getFirst().values()).containsExactly("1", "Zoë €");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void delimiterIsSeenInTheHeaderLine(String delimiter) {
        read("id" + delimiter + "\"a,;|\tb\"" + delimiter + "c\n1" + delimiter + "x,y;z".replace(delimiter, "_")
                + delimiter + "\n");

        assertThat(rows().getFirst().values()).hasSize(3);
    }

    @Test
    void delimiterThatCannotBeToldIsAskedFor() {
        assertThat(problem(read("id,a;b\n1,2;3\n")))
                .startsWith("people.csv:1  CSV-005")
                .contains("1 × ,, 1 × ;");
    }

    @Test
    void delimiterSetWronglyIsSaid() {
        SnapshotEnd end = read("id;a;b\n1;2;3\n".getBytes(StandardCharsets.UTF_8), CsvOptions.of(",", "", false));

        assertThat(problem(end)).startsWith("people.csv:1  CSV-005").contains("2 × ;");
    }

    @Test
    void quotedLineBreaksStayInTheValueAndLinesAreStillCounted() {
        read("id,name\r\n1,\"Ann\r\nLee\"\r\n\r\n2,\"a \"\"b\"\"\"\r\n3,c");

        assertThat(rows())
                .extracting(SourceRecord.Row::values)
                .containsExactly(List.of("1", "Ann\r\nLee"), List.of("2", "a \"b\""), List.of("3", "c"));
        assertThat(rows()).extracting(row -> row.origin().position()).containsExactly(2L, 5L, 6L);
    }

    @Test
    void typographicApostropheInAHeaderIsTheSameColumn() {
        read("id,Manager\u2019s email \n1,a@b.example\n");

        Header header = rows().getFirst().header();
        assertThat(header.indexOf("Manager's email")).isEqualTo(1);
        assertThat(header.indexOf("Manager\u2019s email")).isEqualTo(1);
    }

    @Test
    void columnTwiceIsNamed() {
        assertThat(problem(read("id,mail,name,mail\n1,2,3,4\n")))
                .isEqualTo("people.csv:1  CSV-003  the header names twice: mail. Which one is meant cannot be told.");
        assertThat(pages).isEmpty();
    }

    @Test
    void columnWithoutNameIsNamedByPosition() {
        assertThat(problem(read("id,,name\n1,2,3\n"))).startsWith("people.csv:1  CSV-004  column 2 of 3");
    }

    @Test
    void shortAndLongRowsAreNamedByLineAndTheRestGoesOn() {
        SnapshotEnd end = read("id,name\n1\n2,Ann\n3,Bob,x\n4,Eve\n");

        assertThat(end.snapshot()).isInstanceOf(Snapshot.Full.class);
        assertThat(end.records()).isEqualTo(4);
        assertThat(rows()).extracting(row -> row.values().getFirst()).containsExactly("2", "4");
        assertThat(records())
                .filteredOn(SourceRecord.Unreadable.class::isInstance)
                .extracting(SourceRecord::origin)
                .containsExactly(new Origin("people.csv", 2), new Origin("people.csv", 4));
        assertThat(records().toString()).doesNotContain("Bob").contains("the row has 3 values, the header 2 names");
    }

    @Test
    void emptyFileIsBrokenNotEmpty() {
        assertThat(problem(read(""))).startsWith("people.csv:1  CSV-002");
        assertThat(problem(read("\uFEFF\n\n"))).startsWith("people.csv:1  CSV-002");
    }

    @Test
    void headerAloneIsASnapshotOfNobody() {
        SnapshotEnd end = read("id,name\n");

        assertThat(end.snapshot()).isInstanceOf(Snapshot.Full.class);
        assertThat(end.records()).isZero();
        assertThat(pages).isEmpty();
    }

    @Test
    void fileCutInTheMiddleOfARowIsBroken() {
        SnapshotEnd end = read("id,name,mail\n1,Ann,a@b.example\n2,Bo");

        assertThat(problem(end))
                .isEqualTo("people.csv:3  CSV-007  the file ends in this row, after 2 of 3 values. Send it whole.");
    }

    @Test
    void fileCutWithinQuotesIsBroken() {
        assertThat(problem(read("id,name\n1,Ann\n2,\"Bo")))
                .startsWith("people.csv:3  CSV-007  the file ends within quotes");
    }

    @Test
    void textAfterAClosingQuoteIsBroken() {
        assertThat(problem(read("id,name\n1,\"Ann\" Lee\n2,Bo\n3,Di\n"))).startsWith("people.csv:2  CSV-008");
    }

    @Test
    void trailerProvesTheNumberOfRowsAndIsNoRow() {
        SnapshotEnd end =
                read("id,name\n1,Ann\n#rows=1\n".getBytes(StandardCharsets.UTF_8), CsvOptions.of("", "", true));

        assertThat(end.snapshot()).isInstanceOf(Snapshot.Full.class);
        assertThat(end.records()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,name\n1,Ann\n#rows=2\n", "id,name\n1,Ann\n", "id,name\n#rows=1\n1,Ann\n"})
    void trailerThatDisagreesOrIsMissingOrMisplacedBreaksTheFile(String file) {
        SnapshotEnd end = read(file.getBytes(StandardCharsets.UTF_8), CsvOptions.of("", "", true));

        assertThat(problem(end)).contains("CSV-009");
    }

    @Test
    void failureWhileReadingBreaksTheFileAndKeepsThePagesBefore() {
        InputStream dying = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("reset");
            }
        };
        byte[] begin = "id,name\n1,Ann\n".getBytes(StandardCharsets.UTF_8);
        SnapshotEnd end = CsvFile.read(
                RUN,
                "people.csv",
                new SequenceInputStream(new ByteArrayInputStream(begin), dying),
                CsvOptions.DEFAULT,
                new Snapshot.Full(new Proof.ByHand()),
                pages::add);

        assertThat(problem(end)).contains("CSV-010").doesNotContain("reset");
    }

    @Test
    void aQuoteNeverClosedDoesNotFillTheMemory() {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream("id,name\n1,\"".getBytes(StandardCharsets.UTF_8)), new Letters(50_000_000));
        SnapshotEnd end =
                CsvFile.read(RUN, "people.csv", endless, CsvOptions.DEFAULT, new Snapshot.Unproven("test"), pages::add);

        assertThat(problem(end)).startsWith("people.csv:2  CSV-008  the row that begins here is longer than");
    }

    @Test
    void pagesAreNumberedWithoutGapsAndOnlyOneIsInMemory() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("id,name\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 2500; i++) {
            file.writeBytes((i + ",n\n").getBytes(StandardCharsets.UTF_8));
        }

        SnapshotEnd end = read(file.toByteArray(), CsvOptions.DEFAULT);

        assertThat(pages).extracting(Page::number).containsExactly(0, 1, 2);
        assertThat(pages).extracting(page -> page.records().size()).containsExactly(1000, 1000, 500);
        assertThat(end.pages()).isEqualTo(3);
        assertThat(end.records()).isEqualTo(2500);
    }

    private SnapshotEnd read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8), CsvOptions.DEFAULT);
    }

    private SnapshotEnd read(byte[] file, CsvOptions options) {
        return CsvFile.read(
                RUN,
                "people.csv",
                new ByteArrayInputStream(file),
                options,
                new Snapshot.Full(new Proof.ByHand()),
                pages::add);
    }

    private List<SourceRecord> records() {
        return pages.stream().flatMap(page -> page.records().stream()).toList();
    }

    private List<SourceRecord.Row> rows() {
        return records().stream()
                .filter(SourceRecord.Row.class::isInstance)
                .map(SourceRecord.Row.class::cast)
                .toList();
    }

    private static String problem(SnapshotEnd end) {
        assertThat(end.snapshot()).isInstanceOf(Snapshot.Broken.class);
        return ((Snapshot.Broken) end.snapshot()).problem().toString();
    }

    /** So many letters. */
    private static final class Letters extends InputStream {
        private long left;

        Letters(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int given = (int) Math.min(left, length);
            Arrays.fill(target, offset, offset + given, (byte) 'x');
            left -= given;
            return given == 0 ? -1 : given;
        }
    }
}
