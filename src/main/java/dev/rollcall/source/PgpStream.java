package dev.rollcall.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenPGP message holds, decrypted while it is read and kept nowhere.
 *
 * <p>The end is reached only when the message proved whole and unchanged, and signed where that is asked for; otherwise
 * reading fails, at the latest there.
 */
public final class PgpStream extends InputStream {
    private final InputStream message;
    private final Path keyFile;
    private final Supplier<String> passphrase;
    private final @Nullable PgpSender sender;
    private @Nullable PGPEncryptedData sealed;
    private @Nullable InputStream clear;
    private @Nullable InputStream content;
    private @Nullable PGPObjectFactory parts;
    private boolean ended;

    /**
     * Nothing is read before the first byte is asked for.
     *
     * @param keyFile the private key, armoured or not
     * @param senderKeyFile public keys, one of which has to have signed it; null: whoever sent it
     */
    public PgpStream(InputStream message, Path keyFile, Supplier<String> passphrase, @Nullable Path senderKeyFile) {
        this.message = message;
        this.keyFile = keyFile;
        this.passphrase = passphrase;
        this.sender = senderKeyFile == null ? null : new PgpSender(senderKeyFile);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        try {
            InputStream from = content == null ? open() : content;
            int read = from.read(target, offset, length);
            if (read < 0) {
                end();
            } else if (sender != null) {
                sender.required().update(target, offset, read);
            }
            return read;
        } catch (Broken | SourceFailure told) {
            throw told;
        } catch (IOException | PGPException | RuntimeException notAsItShould) {
            throw new Broken("the message is cut or was changed. Send it again.");
        }
    }

    private InputStream open() throws IOException, PGPException {
        PGPPublicKeyEncryptedData data = encrypted();
        if (!data.isIntegrityProtected() && !data.isAEAD()) {
            throw new Broken("the message is encrypted without protection of its integrity, so that nobody could see"
                    + " whether it was changed. Encrypt it with a present-day tool.");
        }
        InputStream opened = data.getDataStream(new BcPublicKeyDataDecryptorFactory(
                privateKey(data.getKeyIdentifier().getKeyId())));
        sealed = data;
        clear = opened;
        InputStream found = literal(new BcPGPObjectFactory(opened));
        content = found;
        return found;
    }

    private PGPPublicKeyEncryptedData encrypted() throws IOException, PGPException {
        Object each;
        PGPObjectFactory objects = new BcPGPObjectFactory(PGPUtil.getDecoderStream(message));
        do {
            each = objects.nextObject();
        } while (each != null && !(each instanceof PGPEncryptedDataList));
        if (each instanceof PGPEncryptedDataList list) {
            PGPSecretKeyRingCollection keys = keys();
            for (PGPEncryptedData data : list) {
                if (data instanceof PGPPublicKeyEncryptedData one
                        && keys.getSecretKey(one.getKeyIdentifier().getKeyId()) != null) {
                    return one;
                }
            }
            throw new Broken(
                    "the message is encrypted for another key than that in `pgpKeyFile`. Give the sender its public"
                            + " half.");
        }
        throw new Broken("the file is no encrypted OpenPGP message. Encrypt it, or leave `pgpKeyFile` empty.");
    }

    private PGPSecretKeyRingCollection keys() throws Broken {
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(keyFile))) {
            return new PGPSecretKeyRingCollection(in, new BcKeyFingerprintCalculator());
        } catch (IOException | PGPException unreadable) {
            throw new Broken("`pgpKeyFile` holds no private key that can be read. Correct it.");
        }
    }

    private PGPPrivateKey privateKey(long id) throws Broken {
        try {
            PGPSecretKey key = keys().getSecretKey(id);
            return key.extractPrivateKey(new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                    .build(passphrase.get().toCharArray()));
        } catch (PGPException locked) {
            throw new Broken("`pgpPassphrase` does not open the private key. Correct it.");
        }
    }

    private InputStream literal(PGPObjectFactory within) throws IOException, PGPException {
        PGPObjectFactory objects = within;
        for (Object each = objects.nextObject(); each != null; each = objects.nextObject()) {
            if (sender != null && each instanceof PGPOnePassSignatureList signatures) {
                sender.announced(signatures);
            }
            if (each instanceof PGPLiteralData literal) {
                if (sender != null) {
                    sender.required();
                }
                parts = objects;
                return literal.getInputStream();
            }
            if (each instanceof PGPCompressedData packed) {
                objects = new BcPGPObjectFactory(packed.getDataStream());
            }
        }
        throw new Broken("the message holds no file. Send it again.");
    }

    private void end() throws IOException, PGPException {
        if (sender != null && parts != null) {
            sender.verify(parts.nextObject());
        }
        if (clear != null && sealed != null) {
            clear.transferTo(OutputStream.nullOutputStream());
            if (!sealed.isAEAD() && !sealed.verify()) {
                throw new Broken("the message was changed on its way. Send it again, and ask who changed it.");
            }
        }
        ended = true;
    }

    @Override
    public void close() throws IOException {
        message.close();
    }

    /** The message cannot be read as what was sent; says why and what to do. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String why) {
            super(why);
        }
    }
}
