package dev.rollcall.source;

import dev.rollcall.source.PgpStream.Broken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/**
 * Who has to have signed a message: one of the keys in a file. Nobody needs a secret to encrypt for us; only the sender can
 * sign.
 */
final class PgpSender {
    private static final Set<Integer> WORN_OUT = Set.of(HashAlgorithmTags.MD5, HashAlgorithmTags.SHA1);

    private final Path keyFile;
    private @Nullable PGPOnePassSignature begun;
    private @Nullable PGPPublicKey key;
    private int behind;

    PgpSender(Path keyFile) {
        this.keyFile = keyFile;
    }

    /** What announces the signatures before the content; one of them has to be by a known key. */
    void announced(PGPOnePassSignatureList signatures) throws IOException, PGPException {
        PGPPublicKeyRingCollection known = keys();
        for (int i = 0; i < signatures.size() && begun == null; i++) {
            PGPOnePassSignature each = signatures.get(i);
            PGPPublicKey found = known.getPublicKey(each.getKeyID());
            if (found != null && !isRevoked(known, found)) {
                if (WORN_OUT.contains(each.getHashAlgorithm())) {
                    throw new Broken("the message is signed over a digest that can be forged (MD5 or SHA-1). Sign it"
                            + " with a present-day tool.");
                }
                each.init(new BcPGPContentVerifierBuilderProvider(), found);
                begun = each;
                key = found;
                behind = signatures.size() - 1 - i; // signatures close in the opposite order
            }
        }
        if (begun == null) {
            throw new Broken("the message is signed by none of the keys in `pgpSenderKeyFile`, or by one that was"
                    + " revoked. Do not trust it: ask the sender, and add the public key if it is really a new one.");
        }
    }

    private static boolean isRevoked(PGPPublicKeyRingCollection known, PGPPublicKey key) throws PGPException {
        PGPPublicKeyRing ring = known.getPublicKeyRing(key.getKeyID());
        return key.hasRevocation() || ring.getPublicKey().hasRevocation();
    }

    private PGPPublicKeyRingCollection keys() throws Broken {
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(keyFile))) {
            PGPPublicKeyRingCollection keys = new PGPPublicKeyRingCollection(in, new BcKeyFingerprintCalculator());
            if (keys.size() > 0) {
                return keys;
            }
        } catch (IOException | PGPException unreadable) {
            // told below
        }
        throw new Broken("`pgpSenderKeyFile` holds no public key that can be read. Correct it.");
    }

    /** The content begins; without an announcement nobody signed it. */
    PGPOnePassSignature required() throws Broken {
        if (begun == null) {
            throw new Broken("the message is not signed, and `pgpSenderKeyFile` asks for it. Let the sender sign what"
                    + " it encrypts.");
        }
        return begun;
    }

    /** What follows the content: the signature, if the message is whole. */
    void verify(@Nullable Object afterwards) throws IOException, PGPException {
        PGPOnePassSignature announced = required();
        if (!(afterwards instanceof PGPSignatureList signatures) || signatures.size() <= behind) {
            throw new Broken("the message announces a signature and has none. Send it again.");
        }
        PGPSignature signature = signatures.get(behind);
        if (signature.getKeyID() != announced.getKeyID() || !announced.verify(signature)) {
            throw new Broken("the signature is not by the sender over this content. Do not trust it; ask the sender.");
        }
        if (key != null && key.getValidSeconds() > 0 && signedAt(signature).isAfter(ending(key))) {
            throw new Broken("the key was no longer valid when it signed. Get the sender's present one into"
                    + " `pgpSenderKeyFile`.");
        }
    }

    @SuppressWarnings("JavaUtilDate") // BouncyCastle's own
    private static Instant signedAt(PGPSignature signature) {
        return signature.getCreationTime().toInstant();
    }

    @SuppressWarnings("JavaUtilDate")
    private static Instant ending(PGPPublicKey key) {
        return key.getCreationTime().toInstant().plusSeconds(key.getValidSeconds());
    }
}
