package dev.rollcall.directory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys by which sensitive values are sealed, so that a copy of the database alone tells nobody what somebody earns
 * (acceptance row 50).
 *
 * <p>AES-256-GCM. The nonce is the value's own MAC: the same value of the same attribute is sealed to the same text, by
 * which an unchanged record is known; nothing else can be told from it.
 */
public final class SensitiveKeys {
    public static final SensitiveKeys NONE = new SensitiveKeys(List.of());

    /** Bytes of a key. */
    public static final int LENGTH = 32;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final List<Key> keys;

    private SensitiveKeys(List<Key> keys) {
        this.keys = keys;
    }

    /**
     * Keys of 32 bytes each.
     *
     * @param keys the first one seals, all of them open
     */
    public static SensitiveKeys of(List<byte[]> keys) {
        return new SensitiveKeys(keys.stream().map(Key::of).toList());
    }

    /** By which each key is known, and from which it cannot be found. */
    public List<String> fingerprints() {
        return keys.stream().map(Key::fingerprint).toList();
    }

    String seal(String attribute, byte[] value) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("a sensitive value, and no key to seal it by");
        }
        Key key = keys.getFirst();
        return key.fingerprint() + "."
                + Base64.getEncoder().withoutPadding().encodeToString(key.seal(attribute, value));
    }

    /** What was sealed; empty when its key is not there. */
    Optional<byte[]> open(String attribute, String sealed) {
        int dot = sealed.indexOf('.');
        String fingerprint = sealed.substring(0, dot);
        return keys.stream()
                .filter(key -> key.fingerprint().equals(fingerprint))
                .findFirst()
                .map(key -> key.open(attribute, Base64.getDecoder().decode(sealed.substring(dot + 1))));
    }

    @Override
    public String toString() {
        return "SensitiveKeys[" + keys.size() + "]";
    }

    /** One key, as the three it is used for. */
    private record Key(SecretKey cipher, SecretKey nonce, String fingerprint) {
        static Key of(byte[] key) {
            if (key.length != LENGTH) {
                throw new IllegalArgumentException("a key of " + key.length + " bytes, expected " + LENGTH);
            }
            SecretKey root = new SecretKeySpec(key, "HmacSHA256");
            byte[] name = mac(root, bytes("fingerprint"));
            return new Key(
                    new SecretKeySpec(mac(root, bytes("value")), "AES"),
                    new SecretKeySpec(mac(root, bytes("nonce")), "HmacSHA256"),
                    HexFormat.of().formatHex(name, 0, 4));
        }

        byte[] seal(String attribute, byte[] value) {
            byte[] mine = bytes(attribute + "\n");
            byte[] told = ByteBuffer.allocate(mine.length + value.length)
                    .put(mine)
                    .put(value)
                    .array();
            byte[] first = Arrays.copyOf(mac(nonce, told), NONCE);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, first, attribute, value, 0);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(first)
                    .put(sealed)
                    .array();
        }

        byte[] open(String attribute, byte[] sealed) {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), attribute, sealed, NONCE);
        }

        private byte[] cipher(int mode, byte[] first, String attribute, byte[] text, int from) {
            try {
                Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
                aes.init(mode, cipher, new GCMParameterSpec(TAG_BITS, first));
                aes.updateAAD(bytes(attribute));
                return aes.doFinal(text, from, text.length - from);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a sensitive value was changed since it was sealed", e);
            }
        }

        private static byte[] mac(SecretKey key, byte[] text) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return mac.doFinal(text);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has HmacSHA256", e);
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
