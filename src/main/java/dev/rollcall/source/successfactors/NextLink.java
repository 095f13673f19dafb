package dev.rollcall.source.successfactors;

import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of further pages, followed as they are given: the token in them changes from page to page.
 *
 * <p>Only to the scheme, host and port that are configured, since credentials go with the request.
 */
final class NextLink {
    private final URI configured;
    private final Set<String> followed = new HashSet<>();

    NextLink(URI configured) {
        this.configured = configured;
    }

    /**
     * The address as one that can be asked for.
     *
     * @param where for messages
     */
    URI follow(String link, String where) {
        if (!followed.add(link)) {
            throw new SourceFailure(SourceCode.API_REPEATED.at(
                    where,
                    "the link to the next page was given before; following it would never end. Start the run again."));
        }
        URI next = uri(link);
        if (next == null || !sameServer(next)) {
            throw new SourceFailure(SourceCode.API_UNEXPECTED.at(
                    where,
                    "the link to the next page leads to " + server(next) + ", and `url` to " + server(configured)
                            + ". Credentials go nowhere else: correct `url`, or the proxy that stands in between."));
        }
        return next;
    }

    private boolean sameServer(URI next) {
        return Objects.equals(server(next), server(configured)) && next.getRawUserInfo() == null;
    }

    private static String server(@Nullable URI uri) {
        if (uri == null || uri.getHost() == null || uri.getScheme() == null) {
            return "no address";
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** SuccessFactors leaves blanks and quotes of a filter as they are; they are escaped, and nothing else changes. */
    private static @Nullable URI uri(String link) {
        StringBuilder escaped = new StringBuilder(link.length());
        link.codePoints().forEach(character -> {
            if (character <= ' ' || character >= 127 || "\"<>\\^`{|}".indexOf(character) >= 0) {
                for (byte each : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append('%').append("%02X".formatted(each));
                }
            } else {
                escaped.appendCodePoint(character);
            }
        });
        try {
            return new URI(escaped.toString());
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }
}
