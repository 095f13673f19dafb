package dev.rollcall.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** What is in memory whole: parsed where it lies, without a copy of it. */
public final class ContentInMemory extends ByteArrayInputStream {
    public ContentInMemory(byte[] content) {
        super(content);
    }

    JsonParser parser(JsonFactory factory) throws IOException {
        return factory.createParser(buf, pos, count - pos);
    }
}
