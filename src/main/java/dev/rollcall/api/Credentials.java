package dev.rollcall.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * How long the credentials of a source last, so that health says it before they fail.
 *
 * <p>Certificates tell it themselves ({@code <source>.certificate-file}); of keys and passwords somebody writes it down
 * ({@code <source>.credentials-expire}, a date: the last day they work).
 */
@Component
class Credentials {
    static final Duration SOON = Duration.ofDays(30);

    private final Environment settings;
    private final Clock clock;

    Credentials(Environment settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Something to be done about a credential.
     *
     * @param expired whether it works no more
     */
    record Warning(String text, boolean expired) {}

    /** Empty while everything lasts for another thirty days, or nobody knows. */
    Optional<Warning> warning(String source) {
        Optional<Warning> certificate = certificate(source);
        return certificate.isPresent() ? certificate : written(source);
    }

    private Optional<Warning> written(String source) {
        String name = source + ".credentials-expire";
        @Nullable String date = settings.getProperty(name);
        if (date == null || date.isBlank()) {
            return Optional.empty();
        }
        try {
            Instant end = LocalDate.parse(date.strip())
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            return until(end, "the credentials", "get new ones from the source");
        } catch (DateTimeParseException notADate) {
            return Optional.of(new Warning(name + " is no date like 2027-03-31. Correct it.", false));
        }
    }

    private Optional<Warning> certificate(String source) {
        @Nullable String file = settings.getProperty(source + ".certificate-file");
        if (file == null || file.isBlank() || !Files.isReadable(Path.of(file))) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return until(certificate.getNotAfter().toInstant(), "the certificate", "register a new one");
        } catch (IOException | CertificateException e) {
            return Optional.of(new Warning(file + " holds no certificate. Correct it.", false));
        }
    }

    private Optional<Warning> until(Instant end, String what, String cure) {
        Duration left = Duration.between(clock.instant(), end);
        if (left.compareTo(SOON) > 0) {
            return Optional.empty();
        }
        String when = left.isNegative() || left.isZero()
                ? " expired on " + LocalDate.ofInstant(end.minusSeconds(1), ZoneOffset.UTC)
                : " expire" + (what.endsWith("s") ? "" : "s") + " in " + left.toDays() + " days";
        return Optional.of(new Warning(what + when + ": " + cure + ".", left.isNegative() || left.isZero()));
    }
}
