package dev.rollcall.route;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The client certificates of sources that know their callers by the TLS connection. */
@Component
public class ClientCertificates {
    private final CamelContext context;
    private final Map<String, Named> bySource = new ConcurrentHashMap<>();

    ClientCertificates(CamelContext context) {
        this.context = context;
    }

    /** A set of key and certificates under the name by which an endpoint refers to it. */
    private record Named(String digest, String name) {}

    /**
     * From now on the source's calls carry this certificate. Files that changed make new connections.
     *
     * @param authority of the server's certificate; null where it is a public one
     */
    void use(String source, PemFiles key, PemFiles certificate, @Nullable PemFiles authority) {
        String digest = digest(key, certificate, authority);
        bySource.compute(source, (name, known) -> {
            if (known != null && known.digest().equals(digest)) {
                return known;
            }
            Named named = new Named(digest, "rollcall-tls-" + source + "-" + digest.substring(0, 12));
            context.getRegistry().bind(named.name(), parameters(key, certificate, authority));
            return named;
        });
    }

    /** What the address of a call of the source ends with; empty where it has no certificate of its own. */
    String option(String source) {
        Named named = bySource.get(source);
        return named == null ? "" : "&sslContextParameters=#" + named.name();
    }

    private static String digest(PemFiles key, PemFiles certificate, @Nullable PemFiles authority) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(key.content());
            sha.update(certificate.content());
            if (authority != null) {
                sha.update(authority.content());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static SSLContextParameters parameters(PemFiles key, PemFiles certificate, @Nullable PemFiles authority) {
        try {
            SSLContextParameters parameters = new SSLContextParameters();
            parameters.setKeyManagers(keyManagers(key.privateKey(), certificate.certificates()));
            if (authority != null) {
                parameters.setTrustManagers(trustManagers(authority.certificates()));
            }
            return parameters;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key and a certificate that do not belong together", e);
        }
    }

    private static KeyManagersParameters keyManagers(PrivateKey key, Certificate[] chain)
            throws GeneralSecurityException, IOException {
        // it stays in memory; the password only satisfies the interface
        String password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
        KeyStore store = empty();
        store.setKeyEntry("client", key, password.toCharArray(), chain);
        KeyManagersParameters managers = new KeyManagersParameters();
        managers.setKeyStore(parameters(store));
        managers.setKeyPassword(password);
        return managers;
    }

    private static TrustManagersParameters trustManagers(Certificate[] authorities)
            throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        for (int i = 0; i < authorities.length; i++) {
            store.setCertificateEntry("authority-" + i, authorities[i]);
        }
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setKeyStore(parameters(store));
        return managers;
    }

    private static KeyStoreParameters parameters(KeyStore store) {
        KeyStoreParameters parameters = new KeyStoreParameters();
        parameters.setKeyStore(store);
        return parameters;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
