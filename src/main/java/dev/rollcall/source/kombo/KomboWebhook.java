package dev.rollcall.source.kombo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rollcall.source.api.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * What Kombo calls us with: which kind of data changed, or how its own reading of the HR system ended; never who changed.
 *
 * @param id of the call; one that is sent again keeps it
 * @param integration empty when none is named
 */
public record KomboWebhook(String id, String integration, Meaning meaning, String state) {
    public static final String SIGNATURE = "X-Kombo-Signature";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What follows from it. */
    public enum Meaning {
        /** There is something to read. */
        CHANGED,
        /** Kombo could not read the HR system, or not all of it: what it has is not to be trusted now. */
        NOT_READ,
        /** Nothing for us. */
        OTHER
    }

    /**
     * Whether the body is Kombo's: HMAC-SHA256 of its bytes, in base64url without padding.
     *
     * @param secret of two that are live at once either counts
     */
    public static boolean isSigned(byte[] body, String signature, Secret secret) {
        byte[] given = signature.getBytes(StandardCharsets.US_ASCII);
        boolean signed = false;
        do {
            // every byte is compared, so that the time it takes tells nothing
            signed |= MessageDigest.isEqual(given, sign(body, secret.value()).getBytes(StandardCharsets.US_ASCII));
        } while (secret.refused());
        return signed;
    }

    /** The signature of a body. */
    public static String sign(byte[] body, String secret) {
        byte[] hmac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac(body);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac);
    }

    /** A signed body; empty when it is not JSON. */
    public static Optional<KomboWebhook> read(byte[] body) {
        try {
            JsonNode call = JSON.readTree(body);
            JsonNode data = call.path("data");
            String state = data.path("sync_state").asText();
            return Optional.of(new KomboWebhook(
                    call.path("id").asText(),
                    data.path("integration_id").asText(),
                    meaning(call.path("type").asText(), state),
                    state.matches("[A-Z_]{1,40}") ? state.toLowerCase(Locale.ROOT) : "of an unknown kind"));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Meaning meaning(String type, String state) {
        return switch (type) {
            case "data-changed" -> Meaning.CHANGED;
            case "sync-finished" -> state.equals("SUCCEEDED") ? Meaning.CHANGED : Meaning.NOT_READ;
            default -> Meaning.OTHER;
        };
    }
}
