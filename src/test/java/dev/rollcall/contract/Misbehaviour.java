package dev.rollcall.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;

/** One answer that goes wrong on the wire. */
record Misbehaviour(Fault fault, HttpMessage request, Socket client, CountDownLatch stalled) {
    private static final String HTML = "<html><body><form>Sign in</form></body></html>";

    /** Answers; false when the connection is not to be used again. */
    boolean answer(HttpMessage right) throws IOException {
        OutputStream out = client.getOutputStream();
        byte[] body = right.body();
        int half = body.length / 2;
        return switch (fault) {
            case RESET -> reset();
            case RESET_IN_BODY -> {
                right.head(out, "Content-Length: " + body.length);
                out.write(body, 0, half);
                out.flush();
                yield reset();
            }
            case DRIBBLE -> {
                right.head(out, "Content-Length: " + body.length);
                int piece = Math.max(1, body.length / 12);
                for (int from = 0; from < body.length; from += piece) {
                    out.write(body, from, Math.min(piece, body.length - from));
                    out.flush();
                    FaultRelay.await(stalled, 3);
                }
                yield true;
            }
            case MALFORMED_CHUNK -> {
                chunk(right, half);
                out.write("zz\r\nnothing\r\n".getBytes(StandardCharsets.US_ASCII));
                yield end(out);
            }
            case CUT -> {
                right.head(out, "Content-Length: " + body.length);
                out.write(body, 0, half);
                yield end(out);
            }
            case CUT_CHUNKED -> {
                chunk(right, half);
                yield end(out);
            }
            case CUT_SILENTLY -> {
                right.head(out, "Connection: close");
                out.write(body, 0, half);
                yield end(out);
            }
            case STATUS_401 -> send(HttpMessage.answer(401, "text/html", HTML));
            case STATUS_403 -> send(HttpMessage.answer(403, "text/html", HTML));
            case STATUS_404 -> send(HttpMessage.answer(404, "text/html", HTML));
            case STATUS_409 -> send(HttpMessage.answer(409, "text/plain", "conflict"));
            case STATUS_429 -> send(HttpMessage.answer(429, "text/plain", "busy", "Retry-After: 0"));
            case STATUS_429_LATER -> send(HttpMessage.answer(429, "text/plain", "busy", "Retry-After: 1"));
            case STATUS_429_TOMORROW -> send(HttpMessage.answer(429, "text/plain", "busy", "Retry-After: 86400"));
            case STATUS_500 -> send(HttpMessage.answer(500, "text/html", HTML));
            case STATUS_503 -> send(HttpMessage.answer(503, "text/plain", "no backend"));
            case REDIRECT -> send(HttpMessage.answer(302, "text/html", HTML, "Location: https://login.example/"));
            case HTML -> send(HttpMessage.answer(200, "text/html; charset=utf-8", HTML));
            case WRONG_TYPE -> send(right.with("Content-Type", "application/octet-stream"));
            case EMPTY_BODY -> send(right.with(new byte[0]));
            case GZIP -> send(asksForGzip() ? zipped(right) : right);
            case GZIP_UNASKED -> send(zipped(right));
            case REPEATED, LOST, SWAPPED, LOOP, MOVING -> send(right);
            case FIRST_BYTE_TIMEOUT -> {
                FaultRelay.stall(stalled);
                yield false;
            }
            case BODY_TIMEOUT -> {
                right.head(out, "Content-Length: " + body.length);
                out.write(body, 0, half);
                out.flush();
                FaultRelay.stall(stalled);
                yield false;
            }
            case REFUSED, CONNECT_TIMEOUT -> throw new IllegalStateException("not a matter of one answer");
        };
    }

    private boolean asksForGzip() {
        return request.header("accept-encoding")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("gzip");
    }

    private static HttpMessage zipped(HttpMessage right) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(right.body());
        }
        return right.with(zipped.toByteArray()).with("Content-Encoding", "gzip");
    }

    private boolean send(HttpMessage answer) throws IOException {
        answer.write(client.getOutputStream());
        return true;
    }

    private void chunk(HttpMessage right, int length) throws IOException {
        OutputStream out = client.getOutputStream();
        right.head(out, "Transfer-Encoding: chunked");
        out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(right.body(), 0, length);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean end(OutputStream out) throws IOException {
        out.flush();
        return false;
    }

    private boolean reset() throws IOException {
        client.setSoLinger(true, 0);
        client.close();
        return false;
    }
}
