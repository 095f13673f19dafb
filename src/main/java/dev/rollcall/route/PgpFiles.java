package dev.rollcall.route;

import dev.rollcall.source.PgpStream;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.camel.Exchange;

/** Files that a supplier encrypts: what is counted and digested is the file as it lies there, what is read is its content. */
final class PgpFiles {
    private PgpFiles() {}

    /** A signature is read within an encrypted message alone. */
    static void check(Exchange exchange, String source) {
        if (text(exchange, "sftpPgpKeyFile").isEmpty()
                && !text(exchange, "sftpPgpSenderKeyFile").isEmpty()) {
            throw new SourceFailure(SourceCode.PGP.at(
                    source,
                    "`pgpSenderKeyFile` asks for signatures, and without `pgpKeyFile` files are taken unencrypted and"
                            + " unsigned. Set both, or neither. Nothing was read."));
        }
    }

    static InputStream content(Exchange exchange, Secrets secrets, String source, InputStream file) {
        String key = text(exchange, "sftpPgpKeyFile");
        String sender = text(exchange, "sftpPgpSenderKeyFile");
        String passphrase = exchange.getProperty("sftpPgpPassphrase", "", String.class);
        return key.isEmpty()
                ? file
                : new PgpStream(
                        file,
                        Path.of(key),
                        () -> passphrase.isEmpty()
                                ? ""
                                : secrets.of(source, "pgpPassphrase", passphrase)
                                        .value(),
                        sender.isEmpty() ? null : Path.of(sender));
    }

    private static String text(Exchange exchange, String property) {
        return exchange.getProperty(property, "", String.class).strip();
    }
}
