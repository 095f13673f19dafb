package dev.rollcall.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** A key made for the test, its private half in a file, and messages encrypted for it. */
@SuppressWarnings("JavaUtilDate") // BouncyCastle asks for it
public record PgpKeys(Path privateKey, Path publicKeys, PGPPublicKey publicKey, PGPKeyPair pair) {
    public static final String PASSPHRASE = "for the test";

    public static PgpKeys in(Path folder, String name) {
        return in(folder, name, new Date(), 0);
    }

    private static PgpKeys in(Path folder, String name, Date made, long seconds) {
        try {
            RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
            generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65537), new SecureRandom(), 2048, 12));
            PGPKeyPair pair =
                    new BcPGPKeyPair(4, PublicKeyAlgorithmTags.RSA_GENERAL, generator.generateKeyPair(), made);
            PGPDigestCalculator sha1 = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
            PGPSecretKeyRing ring = new PGPKeyRingGenerator(
                            PGPSignature.POSITIVE_CERTIFICATION,
                            pair,
                            "hr@example.com",
                            sha1,
                            validFor(seconds),
                            null,
                            new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                            new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256, sha1)
                                    .build(PASSPHRASE.toCharArray()))
                    .generateSecretKeyRing();
            Path file = folder.resolve(name + ".asc");
            try (OutputStream out = new ArmoredOutputStream(Files.newOutputStream(file))) {
                ring.encode(out);
            }
            Path known = folder.resolve(name + "-public.asc");
            try (OutputStream out = new ArmoredOutputStream(Files.newOutputStream(known))) {
                ring.toCertificate().encode(out);
            }
            return new PgpKeys(file, known, pair.getPublicKey(), pair);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PGPSignatureSubpacketVector validFor(long seconds) {
        PGPSignatureSubpacketGenerator terms = new PGPSignatureSubpacketGenerator();
        terms.setKeyExpirationTime(false, seconds);
        return terms.generate();
    }

    public byte[] encrypt(String text) {
        return encrypt(text, true);
    }

    /** Without protection old tools wrote messages that anybody could change unseen. */
    byte[] encrypt(String text, boolean isProtected) {
        return encrypt(text, text, isProtected);
    }

    /** Encrypted for this key, signed by the others from outside to inside. */
    public byte[] encryptSigned(String text, PgpKeys... senders) {
        return encrypt(text, text, true, senders);
    }

    /** What was signed is not what is in it. */
    byte[] encrypt(String text, String signed, boolean isProtected, PgpKeys... senders) {
        return encrypt(text, signed, isProtected, HashAlgorithmTags.SHA256, senders);
    }

    byte[] encrypt(String text, String signed, boolean isProtected, int digest, PgpKeys... senders) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        PGPEncryptedDataGenerator encryption =
                new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                        .setWithIntegrityPacket(isProtected)
                        .setSecureRandom(new SecureRandom()));
        encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(publicKey));
        PGPCompressedDataGenerator compression = new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP);
        try (OutputStream encrypted = encryption.open(whole, new byte[4096]);
                OutputStream packed = compression.open(encrypted)) {
            Deque<PGPSignatureGenerator> signatures = new ArrayDeque<>();
            for (PgpKeys sender : senders) {
                PGPSignatureGenerator signature = sender.signature(PGPSignature.BINARY_DOCUMENT, digest);
                signature
                        .generateOnePassVersion(signatures.size() < senders.length - 1)
                        .encode(packed);
                signatures.push(signature);
            }
            try (OutputStream literal = new PGPLiteralDataGenerator()
                    .open(packed, PGPLiteralData.BINARY, "people.csv", content.length, new Date())) {
                literal.write(content);
            }
            for (PGPSignatureGenerator signature : signatures) {
                signature.update(signed.getBytes(StandardCharsets.UTF_8));
                signature.generate().encode(packed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
        return whole.toByteArray();
    }

    private PGPSignatureGenerator signature(int type, int digest) throws PGPException {
        PGPSignatureGenerator signature =
                new PGPSignatureGenerator(new BcPGPContentSignerBuilder(publicKey.getAlgorithm(), digest), publicKey);
        signature.init(type, pair.getPrivateKey());
        return signature;
    }

    /** From now on the key is not to be trusted any more. */
    void revoke() {
        try (OutputStream out = new ArmoredOutputStream(Files.newOutputStream(publicKeys))) {
            PGPSignature revocation = signature(PGPSignature.KEY_REVOCATION, HashAlgorithmTags.SHA256)
                    .generateCertification(publicKey);
            PGPPublicKey.addCertification(publicKey, revocation).encode(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key was valid for a second, ten years ago. */
    static PgpKeys expired(Path folder) {
        return in(folder, "expired", Date.from(Instant.now().minus(Duration.ofDays(3650))), 1);
    }
}
