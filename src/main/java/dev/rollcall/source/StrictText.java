package dev.rollcall.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Characters of a file without its byte order mark. A broken sequence is an error with its line, never U+FFFD.
 *
 * <p>Everything before a broken sequence is handed out first, so that the line in the error is exact.
 */
final class StrictText extends Reader {
    private static final int BUFFER = 16 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final int longestRow;
    private boolean begun;
    private boolean ended;
    private char last = '\n';
    private long line = 1;
    private long sinceRow;

    StrictText(InputStream in, Charset charset, int longestRow) {
        this.in = in;
        this.longestRow = longestRow;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        while (chars.position() == 0 && length > 0) {
            if (sinceRow > longestRow) {
                throw new RowTooLong();
            }
            CoderResult result = decoder.decode(bytes, chars, ended);
            skipByteOrderMark(chars);
            if (chars.position() > 0) {
                break;
            }
            if (result.isError()) {
                throw new NotText(line);
            }
            if (result.isUnderflow() && ended) {
                return -1;
            }
            fill();
        }
        count(target, offset, chars.position());
        return chars.position();
    }

    private void skipByteOrderMark(CharBuffer chars) {
        if (!begun && chars.position() > 0) {
            begun = true;
            if (chars.get(0) == BYTE_ORDER_MARK) {
                int end = chars.position();
                chars.position(1).limit(end);
                chars.compact();
            }
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    private void count(char[] chars, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (chars[i] == '\r' || (chars[i] == '\n' && last != '\r')) {
                line++;
            }
            last = chars[i];
        }
        sinceRow += length;
    }

    /** A row has been read; the next may be as long again. */
    void rowRead() {
        sinceRow = 0;
    }

    boolean ended() {
        return ended;
    }

    /** Whether everything was read and the last line has no end: perhaps the file was cut. */
    boolean endsWithinLine() {
        return ended && last != '\n' && last != '\r';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The bytes are not text. */
    static final class NotText extends CharacterCodingException {
        private static final long serialVersionUID = 1L;
        private final long line;

        NotText(long line) {
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    /** A row without end: most likely a quote that does not close. */
    static final class RowTooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
