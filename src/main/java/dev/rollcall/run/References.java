package dev.rollcall.run;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
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
    private static final int BLOCK = 64;

    private final Mac mac;

    References(byte[] key) {
        mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, key);
    }

    byte[] hide(String value) {
        return Arrays.copyOf(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)), LENGTH);
    }

    Profile hideIn(Profile profile) {
        Profile result = profile;
        for (Attribute attribute : new Attribute[] {Attribute.MANAGER, Attribute.ADDITIONAL_MANAGERS}) {
            Value value = profile.values().get(attribute.label());
            if (value instanceof Value.Referred referred) {
                result = result.with(attribute.label(), new Value.Referred(hide(referred.reference())));
            } else if (value instanceof Value.ReferredAll all) {
                result = result.with(
                        attribute.label(),
                        new Value.ReferredAll(
                                all.references().stream().map(this::hide).toList()));
            }
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
