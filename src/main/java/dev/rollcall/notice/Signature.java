package dev.rollcall.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * The signature of a webhook: {@code t=<seconds>,v1=<hex>}, an HMAC-SHA256 over the seconds, a dot, and the body's bytes.
 *
 * <p>The moment is signed too, so that a call somebody overheard cannot be made again later.
 */
public final class Signature {
    public static final String HEADER = "Rollcall-Signature";
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private Signature() {}

    /** The header's value. */
    public static String sign(String secret, Instant at, byte[] body) {
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(hmac(secret, at.getEpochSecond(), body));
    }

    /** Whether whoever has the secret signed this body, not longer ago than that. */
    public static boolean isValid(String header, String secret, byte[] body, Instant now, Duration oldest) {
        Matcher parts = FORM.matcher(header);
        if (!parts.matches()) {
            return false;
        }
        long at = Long.parseLong(parts.group(1));
        boolean fresh = Math.abs(now.getEpochSecond() - at) <= oldest.toSeconds();
        return MessageDigest.isEqual(HexFormat.of().parseHex(parts.group(2)), hmac(secret, at, body)) && fresh;
    }

    private static byte[] hmac(String secret, long at, byte[] body) {
        Mac mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, secret.getBytes(StandardCharsets.UTF_8));
        mac.update((at + ".").getBytes(StandardCharsets.US_ASCII));
        return mac.doFinal(body);
    }
}
