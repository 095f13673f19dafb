package dev.rollcall.route;

import dev.rollcall.notice.Courier.Parcel;
import dev.rollcall.notice.Courier.Undelivered;
import dev.rollcall.notice.Signature;
import dev.rollcall.source.SourceFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** Calls the server that wants a directory's notices. */
@Component
final class NoticeCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final CamelContext context;
    private final Secrets secrets;

    NoticeCalls(CamelContext context, Secrets secrets) {
        this.context = context;
        this.secrets = secrets;
    }

    void call(Parcel.Call call) {
        try {
            int status = client.send(request(call), BodyHandlers.discarding()).statusCode();
            if (status < 200 || status > 299) {
                throw new Undelivered("the server answered " + status + ".");
            }
        } catch (IOException e) {
            throw new Undelivered("the server does not answer (" + e.getClass().getSimpleName() + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undelivered("interrupted.");
        } catch (SourceFailure e) {
            throw new Undelivered("the key of the signature cannot be read.");
        } catch (IllegalArgumentException e) {
            throw new Undelivered("the address or the key of the signature is not set, or is none.");
        }
    }

    private HttpRequest request(Parcel.Call call) throws IOException {
        URI server = URI.create(
                context.resolvePropertyPlaceholders(call.webhook().url()).strip());
        if (!"https".equals(server.getScheme()) && !isThisMachine(server)) {
            throw new Undelivered("the address is not https.");
        }
        String secret = secrets.of(
                        "notices",
                        "secret",
                        context.resolvePropertyPlaceholders(call.webhook().secret()))
                .value();
        return HttpRequest.newBuilder(server)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", call.key().toString())
                .header(Signature.HEADER, Signature.sign(secret, call.at(), call.body()))
                .POST(BodyPublishers.ofByteArray(call.body()))
                .build();
    }

    private static boolean isThisMachine(URI server) throws IOException {
        return "http".equals(server.getScheme())
                && InetAddress.getByName(server.getHost()).isLoopbackAddress();
    }
}
