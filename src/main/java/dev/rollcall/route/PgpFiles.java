package dev.rollcall.route;

import dev.rollcall.source.PgpStream;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.camel.Exchange;

/** Files that a supplier encrypts: what is counted and digested is the file as it lies there, what is read is its content. */
final class PgpFiles {
    private PgpFiles() {}

    static InputStream content(Exchange exchange, Secrets secrets, String source, InputStream file) {
        String key = exchange.getProperty("sftpPgpKeyFile", "", String.class).strip();
        String passphrase = exchange.getProperty("sftpPgpPassphrase", "", String.class);
        return key.isEmpty()
                ? file
                : new PgpStream(
                        file,
                        Path.of(key),
                        () -> passphrase.isEmpty()
                                ? ""
                                : secrets.of(source, "pgpPassphrase", passphrase)
                                        .value());
    }
}
