package dev.rollcall.api.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** Where a command tells its result: as text for people, or as one JSON value. */
final class Output {
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Format format;
    private final PrintWriter writer;

    Output(Format format, PrintWriter writer) {
        this.format = format;
        this.writer = writer;
    }

    /** How results are written. */
    enum Format {
        TEXT,
        JSON
    }

    void print(String text, Object value) {
        writer.println(
                switch (format) {
                    case TEXT -> text;
                    case JSON -> json(value);
                });
        writer.flush();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
