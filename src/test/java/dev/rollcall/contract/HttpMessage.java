package dev.rollcall.contract;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request or an answer of HTTP/1.1 as it stands on the wire, read whole.
 *
 * @param start the request line or the status line
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares messages
record HttpMessage(String start, List<String> headers, byte[] body) {
    private static final List<String> FRAMING = List.of("content-length:", "transfer-encoding:", "connection:");

    static HttpMessage answer(int status, String type, String body, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        headers.add("Content-Type: " + type);
        return new HttpMessage("HTTP/1.1 " + status + " Made-Up", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The next request of a connection; empty when the client closed it. */
    static Optional<HttpMessage> request(InputStream in) throws IOException {
        String start = line(in);
        return start.isEmpty() ? Optional.empty() : Optional.of(read(start, in, false));
    }

    static HttpMessage answer(InputStream in) throws IOException {
        return read(line(in), in, true);
    }

    private static HttpMessage read(String start, InputStream in, boolean untilClosed) throws IOException {
        List<String> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        HttpMessage head = new HttpMessage(start, headers, new byte[0]);
        if (head.header("transfer-encoding").orElse("").equalsIgnoreCase("chunked")) {
            return head.with(chunks(in));
        }
        Optional<String> length = head.header("content-length");
        if (length.isPresent()) {
            return head.with(in.readNBytes(Integer.parseInt(length.get())));
        }
        return untilClosed && !start.contains(" 204 ") ? head.with(in.readAllBytes()) : head;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            whole.write(in.readNBytes(size));
            line(in);
        }
        while (!line(in).isEmpty()) {
            // trailers say nothing here
        }
        return whole.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    /** Empty at the end as well as on an empty line. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            }
            line.write(read);
        }
        if (line.size() > 0) {
            throw new EOFException("a line without end");
        }
        return "";
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(header -> header.substring(name.length() + 1).strip())
                .findFirst();
    }

    String method() {
        return start.substring(0, start.indexOf(' '));
    }

    /** Path and query of a request. */
    String target() {
        return start.split(" ", 3)[1];
    }

    HttpMessage with(byte[] content) {
        return new HttpMessage(start, headers, content);
    }

    /** With this header, instead of any of the same name. */
    HttpMessage with(String name, String value) {
        return new HttpMessage(
                start,
                Stream.concat(
                                headers.stream()
                                        .filter(header -> !header.toLowerCase(Locale.ROOT)
                                                .startsWith(name.toLowerCase(Locale.ROOT) + ":")),
                                Stream.of(name + ": " + value))
                        .toList(),
                body);
    }

    /** The head with this framing; the body is the caller's to write. */
    void head(OutputStream out, String... framing) throws IOException {
        StringBuilder head = new StringBuilder(start).append("\r\n");
        headers.stream()
                .filter(header -> FRAMING.stream()
                        .noneMatch(name -> header.toLowerCase(Locale.ROOT).startsWith(name)))
                .forEach(header -> head.append(header).append("\r\n"));
        for (String each : framing) {
            head.append(each).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(OutputStream out, String... framing) throws IOException {
        List<String> all = new ArrayList<>(List.of(framing));
        all.add("Content-Length: " + body.length);
        head(out, all.toArray(String[]::new));
        out.write(body);
        out.flush();
    }
}
