package dev.rollcall.route;

import dev.rollcall.source.SourceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source's key and certificates in files, read whenever they are needed, so that new ones count without a restart.
 *
 * @param source for messages
 * @param parameter the Kamelet's parameter that names the file, for messages
 */
record PemFiles(String source, String parameter, Path file) {
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /** A file, as a parameter names it; {@code file:} before it says no more. */
    static PemFiles of(String source, String parameter, String configured) {
        String path = configured.startsWith("file:") ? configured.substring("file:".length()) : configured;
        if (path.isBlank()) {
            throw new SourceFailure(RouteCode.SECRET.at(source, parameter + " is empty. Name the PEM file."));
        }
        return new PemFiles(source, parameter, Path.of(path));
    }

    /** An RSA key in PKCS#8, without a passphrase. */
    PrivateKey privateKey() {
        String text = new String(content(), StandardCharsets.ISO_8859_1);
        Matcher pem = PKCS8.matcher(text);
        if (!pem.find()) {
            throw failure(
                    "holds no `BEGIN PRIVATE KEY` (openssl pkcs8 -topk8 -nocrypt -in old.pem -out new.pem makes one of another form)");
        }
        try {
            byte[] key = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw failure("holds no RSA key in PKCS#8");
        }
    }

    /** The certificate and those that signed it, in the order of the file. */
    Certificate[] certificates() {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw failure("holds no certificate");
            }
            return found.toArray(Certificate[]::new);
        } catch (IOException | GeneralSecurityException e) {
            throw failure("holds no certificate, or cannot be read");
        }
    }

    /** What the file holds; secret. */
    byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw failure("cannot be read");
        }
    }

    private SourceFailure failure(String why) {
        return new SourceFailure(
                RouteCode.SECRET.at(source, "the file of " + parameter + ", " + file + ", " + why + ". Correct it."));
    }
}
