package dev.rollcall.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The least that bytes can cost: the parsers that Rollcall reads with, passing over them. */
final class BarePasses {
    /** Whichever other one is on the class path. */
    private static final XMLInputFactory STAX = new WstxInputFactory();

    private BarePasses() {}

    static long values(byte[] file) throws IOException {
        long seen = 0;
        try (CSVParser parser = CSVFormat.RFC4180.parse(
                new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8))) {
            for (CSVRecord record : parser) {
                seen += record.size();
            }
        }
        return seen;
    }

    static long tokens(List<byte[]> answers) throws IOException {
        long seen = 0;
        for (byte[] answer : answers) {
            try (JsonParser parser = new JsonFactory().createParser(answer)) {
                while (parser.nextToken() != null) {
                    seen++;
                }
            }
        }
        return seen;
    }

    static long events(List<byte[]> answers) throws XMLStreamException {
        long seen = 0;
        for (byte[] answer : answers) {
            XMLStreamReader reader = STAX.createXMLStreamReader(new ByteArrayInputStream(answer));
            while (reader.hasNext()) {
                reader.next();
                seen++;
            }
        }
        return seen;
    }
}
