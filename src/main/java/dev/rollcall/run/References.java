package dev.rollcall.run;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Replaces references to people by HMACs, since they may name people a filter keeps out, who are stored nowhere.
 *
 * <p>Not thread-safe: one for each thread.
 */
final class References {
    static final int LENGTH = 16;
    static final char SOURCE_ENDS = ':';
    private static final int BLOCK = 64;

    private final Mac mac;

    References(byte[] key) {
        mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, key);
    }

    byte[] hide(String value) {
        return Arrays.copyOf(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)), LENGTH);
    }

    /** @param source whose keys the references mean; it stands in front of additional managers */
    Profile hideIn(Profile profile, String source) {
        Profile result = profile;
        if (profile.values().get(Attribute.MANAGER.label()) instanceof Value.Referred referred) {
            result = result.with(Attribute.MANAGER.label(), new Value.Referred(hide(referred.reference())));
        }
        if (profile.values().get(Attribute.ADDITIONAL_MANAGERS.label()) instanceof Value.ReferredAll all) {
            List<Reference> hidden = all.references().stream()
                    .map(this::hide)
                    .map(each -> new Reference(each.by(), source + SOURCE_ENDS + each.value()))
                    .distinct()
                    .toList();
            result = result.with(Attribute.ADDITIONAL_MANAGERS.label(), new Value.ReferredAll(hidden));
        }
        return result;
    }

    private Reference hide(Reference reference) {
        String compared = reference.by() == Reference.By.EMAIL ? Folding.fold(reference.value()) : reference.value();
        return new Reference(reference.by(), Base64.getEncoder().encodeToString(hide(compared)));
    }

    /** The key XORed with RFC 2104's pad, for the same HMAC in SQL. */
    static byte[] padded(byte[] key, int pad) {
        byte[] padded = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            padded[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
        }
        return padded;
    }
}
